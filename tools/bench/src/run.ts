/*
 * `npm run bench:run`: the time that `seccompile run` adds to the start of Node before the command runs: for raw
 * filters, for a profile that is compiled first, and with a parent that reports. Each round starts every case once, in
 * order and then in reverse order, so that a drift of the machine affects all cases equally. Exits 1 where a raw filter
 * adds more than the target, or a command under a preset takes more than the target from nothing. Times depend on the machine and on its other work. The first row is measured twice, and
 * the difference shows by how much.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { compile } from '@seccompile/compiler'
import { policyTables } from '@seccompile/policy'
import { containerDefault } from '@seccompile/presets'
import { signedAbiTable } from '@seccompile/signatures'
import { table } from '@seccompile/text-layout'
import { median } from './timing.ts'

/** The milliseconds that `run` without a parent may add to the start of Node. */
const TARGET = 20
/** The milliseconds from nothing to the end of a small command under a preset, start of Node and compilation included. */
const PRESET_TARGET = 500
const COMMAND = fileURLToPath(new URL('../../../packages/seccompile/bin/seccompile.js', import.meta.url))

interface Start {
  readonly what: string
  readonly words: readonly [string, ...string[]]
  readonly took: number[]
}

function once({ what, words: [file, ...args], took }: Start): void {
  const began = performance.now()
  const { status, stderr } = spawnSync(file, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  took.push(performance.now() - began)
  if (status !== 0) throw new Error(`${what} ended with ${status}: ${stderr}`)
}

function measure(rounds: number, folder: string): boolean {
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
  const starts: readonly Start[] = (
    [
      ['node, an empty module', [process.execPath, empty]],
      ['the same again', [process.execPath, empty]],
      ['/bin/true alone', ['/bin/true']],
      ['run FILTER -- /bin/true', run(filter)],
      ['run FILTER,FILTER -- /bin/true', run(`${filter},${filter}`)],
      ['run PROFILE -- /bin/true', run('preset:container-default')],
      ['run FILTER --report -- /bin/true', run(filter, '--report')],
      ['run preset:no-network -- /bin/true', run('preset:no-network')],
    ] as const
  ).map(([what, words]) => ({ what, words, took: [] }))
  for (let round = 0; round < rounds; round++) {
    for (const start of starts) once(start)
    for (const start of starts.toReversed()) once(start)
  }
  const node = starts[0]!
  const rows = starts.map(({ what, took }) => {
    const least = Math.min(...took)
    return [what, least, median(took), least - Math.min(...node.took), median(took) - median(node.took)]
  })
  process.stdout.write(
    table(['process', 'ms, least', 'ms, median', 'beyond node, least', 'beyond node, median'], rows),
  )
  // The least: other work on the machine can only slow a start down.
  const [, twice, , added] = rows.map(([, , , beyond]) => Number(beyond))
  const isMet = added! <= TARGET
  process.stdout.write(
    `\nrun in place adds ${added!.toFixed(1)} ms to node (least of ${rounds * 2}; node itself, measured twice, differs by ${Math.abs(twice!).toFixed(1)}); target: at most ${TARGET}: ${isMet ? 'met' : 'missed'}\n`,
  )
  const [, presetTook = 0] = rows.at(-1)!
  const isPresetMet = Number(presetTook) <= PRESET_TARGET
  process.stdout.write(
    `from nothing to a command under preset:no-network: ${Number(presetTook).toFixed(0)} ms, of which an empty Node takes ${Math.min(...node.took).toFixed(0)} (least of ${rounds * 2}); target: at most ${PRESET_TARGET}: ${isPresetMet ? 'met' : 'missed'}\n`,
  )
  return isMet && isPresetMet
}

const { rounds } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } }).values
const folder = mkdtempSync(join(tmpdir(), 'seccompile-bench-'))
try {
  if (!measure(Math.max(1, Number(rounds)), folder)) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true })
}
