import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import { ABIS } from '../src/abis.mjs'
import { ADDITIONS, withAdditions } from '../src/additions.mjs'
import { committedCalls } from '../src/committed.mjs'
import { parseCsv } from '../src/csv.mjs'
import { emit } from '../src/emit.mjs'
import { SAMPLE, SAMPLE_ABIS } from './sample.mjs'

const HEADING = `// Written by tools/gen-syscalls from libseccomp 90d3f7d src/syscalls.csv (kernel v9.8.7).
// Make it again: node tools/gen-syscalls/gen-syscalls.mjs --csv syscalls.csv
`

describe('emit', () => {
  const files = emit(parseCsv(SAMPLE), SAMPLE_ABIS)

  it('writes one table a column and one entry an ABI', () => {
    expect([...files.keys()].sort()).toEqual([
      'arm.ts',
      'mips.ts',
      'mipsel.ts',
      'table/tokens.ts',
      'tables/abis.ts',
      'tables/all.ts',
      'tables/arm.ts',
      'tables/mips.ts',
      'tables/names.ts',
      'tables/x86_64.ts',
      'x86_64.ts',
    ])
  })

  it('writes a table by ascending number, without what the ABI lacks and without the base', () => {
    expect(files.get('tables/arm.ts')).toBe(`${HEADING}
import type { AbiTable } from '../table/abi.ts'
import { buildTable } from '../table/table.ts'
import { ARM_FACTS } from './abis.ts'

/** The names of the system calls of arm. */
export type ArmCall = 'read' | 'write' | '_llseek' | 'set_tls'

/** The system calls of arm: name and number, by ascending number, without the ABI's base. */
const CALLS = \`
read 3
write 4
_llseek 140
set_tls 983045
\`

/** The system calls of arm, both ways. */
export const arm: AbiTable<'arm'> = /* @__PURE__ */ buildTable(ARM_FACTS, CALLS, 140)
`)
    expect(files.get('tables/mips.ts')).toContain('`\nread 3\nwrite 4\n`')
  })

  it('takes an ABI’s own range for no part of the common numbering', () => {
    expect(files.get('tables/arm.ts')).toContain('buildTable(ARM_FACTS, CALLS, 140)')
  })

  it('lets ABIs that differ in byte order share their calls', () => {
    const shared = files.get('tables/mips.ts')
    expect(shared).toContain("import { MIPS_FACTS, MIPSEL_FACTS } from './abis.ts'\n")
    expect(shared).toContain('buildTable(MIPS_FACTS, CALLS, 4)')
    expect(shared).toContain('withFacts(MIPSEL_FACTS, mips)')
    expect(files.get('mips.ts')).toBe(`${HEADING}\nexport { mips } from './tables/mips.ts'\n`)
    expect(files.get('mipsel.ts')).toBe(`${HEADING}\nexport { mipsel } from './tables/mips.ts'\n`)
  })

  it('writes the facts and the token of every ABI', () => {
    expect(files.get('tables/abis.ts')).toContain("AbiFacts<'mipsel'>")
    expect(files.get('table/tokens.ts')).toContain("AbiToken = 'x86_64' | 'arm' | 'mips' | 'mipsel'\n")
  })

  it('keeps every name, sorted', () => {
    expect(files.get('tables/names.ts')).toContain(
      "['_llseek', 'nowhere', 'read', 'set_tls', 'write'] as const",
    )
  })

  it('does not depend on the order of the rows', () => {
    const [head, ...rows] = SAMPLE.trimEnd().split('\n')
    const turned = parseCsv([head, ...rows.reverse()].join('\n'))
    expect(emit(turned, SAMPLE_ABIS)).toEqual(files)
  })

  it('names the source of a call that the CSV lacks, in the table of its column alone', () => {
    const addition = { call: 'fresh', nr: 5, columns: ['arm'], source: 'fs/fresh.c of Linux 9.9' }
    const added = emit(withAdditions(parseCsv(SAMPLE), [addition]), SAMPLE_ABIS)
    expect(added.get('tables/arm.ts')).toContain(
      `${HEADING}// fresh is from fs/fresh.c of Linux 9.9.\n\nimport`,
    )
    expect(added.get('tables/arm.ts')).toContain('write 4\nfresh 5\n_llseek 140\n')
    expect(added.get('tables/names.ts')).toContain("'_llseek', 'fresh', 'nowhere'")
    expect(added.get('tables/mips.ts')).toBe(files.get('tables/mips.ts'))
  })

  it('rejects a source without the column of an ABI', () => {
    const lonely = SAMPLE.replace(',mips,', ',mops,')
    expect(() => emit(parseCsv(lonely), SAMPLE_ABIS, 's.csv')).toThrow(
      's.csv:1: no column "mips", which holds the table of mips',
    )
  })

  it('writes what prettier would, for any number of ABIs', async () => {
    const options = await resolveConfig(new URL('../../../package.json', import.meta.url))
    const many = emit(
      parseCsv(`#syscall (v1 x),${ABIS.map((abi) => abi.column).filter((c, i, all) => all.indexOf(c) === i)}\n` +
        `read${',471'.repeat(new Set(ABIS.map((abi) => abi.column)).size)}\n`),
      ABIS,
    ) // prettier-ignore
    for (const [path, text] of [...many, ...files]) {
      expect(await format(text, { ...options, filepath: path })).toBe(text)
    }
  })
})

describe('the committed files', () => {
  const src = new URL('../../../packages/syscalls/src/', import.meta.url)
  const read = (path) => readFileSync(new URL(path, src), 'utf8')

  /** The source, rebuilt from the version, names and numbers of the committed tables. */
  const names = Array.from(read('tables/names.ts').matchAll(/^ {2}'(\w+)',$/gm), ([, name]) => name)
  const version = /\(kernel (\S+)\)/.exec(read('tables/names.ts'))[1]
  const columns = [...new Set(ABIS.map((abi) => abi.column))]
  const numbers = columns.map((column) => committedCalls(fileURLToPath(src), column))
  const rows = names.map((name) => [name, ...numbers.map((column) => column.get(name) ?? 'PNR')].join(','))
  const source = parseCsv([`#syscall (${version})`, ...columns].join(',') + '\n' + rows.join('\n'))
  const remade = emit({ ...source, additions: ADDITIONS }, ABIS)

  it('are what the generator makes of the numbers in them', () => {
    for (const [path, text] of remade) expect(read(path)).toBe(text)
  })

  it('are, as far as an excerpt of the source goes, what the generator makes of it', () => {
    // Some lines of the real source: calls of every ABI, of some and of one, and the last number.
    const csv = readFileSync(new URL('excerpt.csv', import.meta.url), 'utf8')
    const excerpt = withAdditions(parseCsv(csv), ADDITIONS)
    const isLeftOut = (line) => {
      const name = /^[ |']*(\w+)(?:',?| \d+)$/.exec(line)?.[1]
      return names.includes(name) && !excerpt.names.includes(name)
    }
    const made = emit(excerpt, ABIS)
    expect([...made.keys()]).toEqual([...remade.keys()])
    for (const [path, text] of made) {
      const committed = read(path).split('\n').filter((line) => !isLeftOut(line)).join('\n') // prettier-ignore
      expect(committed).toBe(text)
    }
  })

  it('are all the files there are', () => {
    expect(readdirSync(new URL('tables/', src)).map((name) => `tables/${name}`).sort()).toEqual(
      [...remade.keys()].filter((path) => path.startsWith('tables/')).sort(),
    ) // prettier-ignore
  })
})
