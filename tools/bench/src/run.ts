/*
 * `npm run bench run`: the time from nothing to the end of a small command under a filter. `seccompile run` starts the
 * command: for raw filters, for a profile that is compiled first, with a parent that reports, and by each launcher. Small
 * programs start it too, with a ready filter: see ready-starts.ts. Exits 1 where a command takes longer than its target.
 * Times depend on the machine and on its other work. The first row is measured twice, and the difference of the two shows
 * how much.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { compile } from '@seccompile/compiler'
import { LAUNCHERS } from '@seccompile/kernel/launch-words'
import { policyTables } from '@seccompile/policy'
import { containerDefault } from '@seccompile/presets'
import { signedAbiTable } from '@seccompile/signatures'
import { table } from '@seccompile/text-layout'
import { READY_TARGET, timeReady } from './ready-starts.ts'
import { failureOf, timeStarts } from './start-times.ts'
import type { StartTimes } from './start-times.ts'
import { median } from './timing.ts'

/**
 * The most milliseconds from nothing to the end of a small command, including the start of Node and the compilation.
 */
const TARGET = 350
const COMMAND = fileURLToPath(new URL('../../../packages/seccompile/bin/seccompile.js', import.meta.url))

/** A table of times, beside those of the first row. */
function timesTable(times: readonly StartTimes[], first: string): string {
  const [base] = times
  const rows = times.map(({ what, took }) => {
    const [least, middle] = [Math.min(...took), median(took)]
    return [what, least, middle, least - Math.min(...base!.took), middle - median(base!.took)]
  })
  const columns = ['ms, least', 'ms, median', 'beyond the first, least', 'beyond the first, median']
  return table([first, ...columns], rows)
}

function measureRun(rounds: number, folder: string): boolean {
  const empty = join(folder, 'empty.mjs')
  writeFileSync(empty, '')
  const filter = join(folder, 'container-default.bpf')
  writeFileSync(
    filter,
    compile(containerDefault, { abis: policyTables(containerDefault, undefined, signedAbiTable) }).bytes,
  )
  const run = (...args: readonly string[]): readonly [string, ...string[]] => [
    process.execPath,
    COMMAND,
    'run',
    ...args,
    '--',
    '/bin/true',
  ]
  const launchers = LAUNCHERS.filter((name) => {
    const failure = failureOf({ what: name, words: run(filter, '--launcher', name) })
    if (failure !== undefined) process.stderr.write(`*** NOT RUN: the launcher ${name}: ${failure}`)
    return failure === undefined
  })
  const starts = [
    { what: 'node, an empty module', words: [process.execPath, empty] },
    { what: 'the same again', words: [process.execPath, empty] },
    { what: '/bin/true alone', words: ['/bin/true'] },
    { what: 'run FILTER -- /bin/true', words: run(filter) },
    { what: 'run FILTER,FILTER -- /bin/true', words: run(`${filter},${filter}`) },
    { what: 'run PROFILE -- /bin/true', words: run('preset:container-default') },
    { what: 'run FILTER --report -- /bin/true', words: run(filter, '--report') },
    { what: 'run preset:no-network -- /bin/true', words: run('preset:no-network') },
    ...launchers.map((name) => ({
      what: `run FILTER --launcher ${name} -- /bin/true`,
      words: run(filter, '--launcher', name),
    })),
  ] as const
  const times = timeStarts(starts, rounds)
  process.stdout.write(timesTable(times, 'process'))
  // The shortest time of each case: other work on the machine can only slow a start down.
  const [first, twice, , filtered, , , , preset] = times.map(({ took }) => Math.min(...took))
  const isMet = Math.max(filtered!, preset!) <= TARGET
  process.stdout.write(
    `\nfrom nothing to the end of a command: ${filtered!.toFixed(0)} ms under a raw filter, ${preset!.toFixed(0)} under preset:no-network (least of ${rounds * 2}; of these an empty Node takes ${first!.toFixed(0)}, and ${twice!.toFixed(0)} when measured again); target: at most ${TARGET}: ${isMet ? 'met' : 'missed'}\n`,
  )
  return isMet
}

function measureReady(rounds: number, folder: string): boolean {
  let isMet = true
  for (const { node, times, beyond } of timeReady(rounds, folder)) {
    process.stdout.write(`\n${timesTable(times, `${node}, /bin/true under a ready filter`)}`)
    if (beyond === undefined) continue
    isMet &&= beyond <= READY_TARGET
    process.stdout.write(
      `\nbeyond an empty ${node}: at most ${beyond.toFixed(0)} ms (least of ${rounds * 2}); target: at most ${READY_TARGET}: ${beyond <= READY_TARGET ? 'met' : 'missed'}\n`,
    )
  }
  return isMet
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } })
const rounds = Math.max(1, Number(values.rounds))
const folder = mkdtempSync(join(tmpdir(), 'seccompile-bench-'))
try {
  const met = [measureRun(rounds, folder), measureReady(rounds, folder)]
  if (met.includes(false)) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true })
}
