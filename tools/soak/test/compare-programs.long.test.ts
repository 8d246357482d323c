/* Two rows of `pnpm soak watch --only programs`, and programs that tell whether they are watched. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasBridge } from '@seccompile/kernel/exec'
import { afterAll, describe, expect, it } from 'vitest'
import { compareProgram } from '../src/watch/compare-programs.ts'
import { CIRCUMSTANCES, PROGRAMS } from '../src/watch/programs.ts'
import type { ComparedProgram } from '../src/watch/programs.ts'

const folder = mkdtempSync(join(tmpdir(), 'seccompile-programs-'))
chmodSync(folder, 0o755) // for the other user
afterAll(() => rmSync(folder, { recursive: true }))

const isMissing = !hasBridge('ffi') && !hasBridge('koffi')
if (isMissing)
  process.stderr.write('\n*** NOT RUN: programs under a watcher: there is neither FFI nor koffi\n\n')

const circumstances = (...names: readonly string[]): typeof CIRCUMSTANCES =>
  CIRCUMSTANCES.filter(({ name }) => names.includes(name))

describe.skipIf(isMissing)('a program under record, run --report and try', () => {
  it.each([
    ['bash with jobs', 'as this user'],
    ['python3 with asyncio', process.getuid?.() === 0 ? 'as uid 65534' : 'in bwrap --unshare-all'],
  ])('%s, %s, does the same as alone', (name, circumstance) => {
    const program = PROGRAMS.find((each) => each.name === name)
    if (program === undefined) throw new Error(`no program ${name}`)
    const { rows, wrong } = compareProgram(folder, program, circumstances(circumstance))
    expect(wrong).toEqual([])
    expect(rows).toHaveLength(1)
    const [row = ''] = rows
    if (row.includes('NOT RUN')) process.stderr.write(`\n*** ${row}\n\n`)
    else expect(row).toMatch(/: record same, [1-9]\d* seen; run --report same, \d+ seen; try same, \d+ seen$/)
  })

  it('is found where its status or its output is another one', () => {
    // Under a watcher there is one filter more.
    const count = Number(/^Seccomp_filters:\s*(\d+)$/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1])
    const script = 'exit $(sed -n "s/Seccomp_filters:.//p" /proc/self/status)'
    const byStatus = { name: 'sh', command: ['sh', '-c', script], status: count, packages: 'dash' }
    const byOutput = {
      name: 'grep',
      command: ['grep', 'Seccomp_filters', '/proc/self/status'],
      status: 0,
      packages: 'grep',
    }
    const wrongOf = (program: ComparedProgram): readonly string[] =>
      compareProgram(folder, program, circumstances('as this user')).wrong
    expect(wrongOf(byStatus)).toEqual(
      ['record', 'run --report', 'try'].map(
        (use) => `sh, as this user, ${use}: status ${count + 1}, alone ${count}`,
      ),
    )
    const said = (filters: number): string => JSON.stringify(`Seccomp_filters:\t${filters}\n`)
    expect(wrongOf(byOutput)).toEqual(
      ['record', 'run --report', 'try'].map(
        (use) => `grep, as this user, ${use}: out ${said(count + 1)}, alone ${said(count)}`,
      ),
    )
  })
})
