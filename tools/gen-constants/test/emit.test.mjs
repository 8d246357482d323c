import { readFileSync, readdirSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import { emit, groupsOf } from '../src/emit.mjs'
import { FAMILIES } from '../src/families.mjs'
import { TARGETS } from '../src/targets.mjs'
import { committedFamilies } from '../src/committed.mjs'

const tokens = TARGETS.map(({ token }) => token)
const src = new URL('../../../packages/constants/src/', import.meta.url)
const read = (path) => readFileSync(new URL(path, src), 'utf8')

const family = (id) => FAMILIES.find((one) => one.id === id)
const constant = (name, value, on = []) => ({ name, value, on: new Map(on) })
const sample = [
  {
    family: { ...family('shut'), aliases: new Set(['SHUT_TWO']) },
    constants: [constant('SHUT_RD', 0), constant('SHUT_TWO', 12, [[null, ['sh', 'sheb']], [-3, ['arm']]])],
  },
  {
    family: { ...family('sock') },
    constants: [constant('SOCK_STREAM', undefined, [[2, tokens.filter((token) => token.startsWith('mips'))]]), constant('SOCK_TYPE_MASK', 15)],
  },
  { family: family('s'), constants: [constant('S_IFMT', 0o170000)] },
  { family: family('sig'), constants: [constant('SIGHUP', 1)] },
] // prettier-ignore

describe('groupsOf', () => {
  it('stands for tokens that begin alike, where all of them are meant', () => {
    expect(groupsOf(tokens.filter((token) => /^(mips|arm|sh)/.test(token)))).toBe('arm mips* sh*')
    expect(groupsOf(['x86_64', 'x32'])).toBe('x86_64 x32')
    expect(groupsOf(['x86', 'x86_64'])).toBe('x86*')
    expect(groupsOf(['ppc64', 'ppc'])).toBe('ppc ppc64')
  })

  it('names every ABI once', () => {
    for (let i = 0; i < tokens.length; i++) {
      const some = tokens.filter((_, j) => (j * 7 + i) % 3 > 0)
      const named = groupsOf(some)
        .split(' ')
        .flatMap((word) =>
          tokens.filter((token) =>
            word.endsWith('*') ? token.startsWith(word.slice(0, -1)) : token === word,
          ),
        )
      expect(named.sort()).toEqual(some.toSorted())
    }
  })
})

describe('emit', () => {
  const files = emit(sample, '9.8')

  it('writes a file a family, three for all, and three where names are looked up', () => {
    expect([...files.keys()].sort()).toEqual([
      'every-constant.ts',
      's.ts',
      'shut.ts',
      'sig.ts',
      'sock.ts',
      'tables/all.ts',
      'tables/families.ts',
      'tables/sig-text.ts',
      'tables/sig.ts',
    ])
  })

  it('writes a constant an export, with the ABIs where it differs', () => {
    expect(files.get('shut.ts')).toBe(`// Written by tools/gen-constants from the headers of Linux 9.8.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Which directions shutdown closes. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const SHUT_RD: Constant<'shut'> = /* @__PURE__ */ constant('shut', 'SHUT_RD', 0)
export const SHUT_TWO: Constant<'shut'> = /* @__PURE__ */ constant('shut', 'SHUT_TWO', 12, 'sh* null, arm -3')
`)
    expect(files.get('sock.ts')).toContain("  'SOCK_STREAM',\n  undefined,\n  'mips* 2',\n)")
    expect(files.get('s.ts')).toContain("constant('s', 'S_IFMT', 0o170000)")
  })

  it('writes one module with every constant, and without the lookups of names', () => {
    expect(files.get('every-constant.ts')).toContain("export * from './shut.ts'\n")
    expect(files.get('every-constant.ts')).toContain("export * from './tables/sig.ts'\n")
  })

  it('writes the facts of every family', () => {
    expect(files.get('tables/all.ts')).toContain("    aliases: ['SHUT_TWO'],\n")
    expect(files.get('tables/all.ts')).toContain("    masks: ['SOCK_TYPE_MASK'],\n")
    expect(files.get('tables/all.ts')).toContain(
      '    constants: `\nSHUT_RD 0\nSHUT_TWO 12 sh* null, arm -3\n`,\n',
    )
    expect(files.get('tables/all.ts')).toContain('`\nSOCK_STREAM - mips* 2\nSOCK_TYPE_MASK 0xf\n`')
    expect(files.get('tables/families.ts')).toContain("  | 'shut'\n  | 'sock'\n")
    expect(files.get('tables/sig.ts')).toContain("export type SignalName =\n  | 'SIGHUP'\n")
    expect(files.get('tables/sig-text.ts')).toContain('export const SIG_TEXT = `\nSIGHUP 1\n`\n')
    expect(files.get('tables/all.ts')).toContain('    constants: SIG_TEXT,\n')
    expect(files.get('sig.ts')).toContain("export { signalOn } from './signal-on.ts'\n")
  })

  it('misses a mask that is no constant', () => {
    const lonely = [{ family: family('sock'), constants: [constant('SOCK_STREAM', 1)] }]
    expect(() => emit(lonely, '9.8')).toThrow('sock: no mask SOCK_TYPE_MASK')
  })
})

describe('the committed files', () => {
  const committed = committedFamilies(read)
  const remade = emit(committed.families, committed.version)

  it('are what the generator makes of the values in them', () => {
    for (const [path, text] of remade) expect(read(path), path).toBe(text)
  })

  it('are what prettier would leave', async () => {
    const options = await resolveConfig(new URL('../../../package.json', import.meta.url))
    for (const [path, text] of remade) expect(await format(text, { ...options, filepath: path })).toBe(text)
  })

  it('are all the files there are, beside those by hand', () => {
    const isGenerated = (path) => read(path).startsWith('// Written by tools/gen-constants')
    const names = (folder) =>
      readdirSync(new URL(folder, src)).filter((name) => name.endsWith('.ts')).map((name) => `${folder}${name}`) // prettier-ignore
    const here = [...names(''), ...names('tables/')].filter(isGenerated)
    expect(here.sort()).toEqual([...remade.keys()].sort())
    for (const path of names('tables/')) expect(isGenerated(path), path).toBe(true)
  })
})
