/*
 * Wall-clock times. They depend on the machine and on its other work: compare them within one run only.
 */
import { compile } from '@seccompile/compiler'
import type { CompileOptions } from '@seccompile/compiler'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { abiTable } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { THREE_ABIS } from './filters.ts'
import { cpuTimes } from './process-cpu.ts'

/** The names of the times that are measured. */
export type TimeId =
  | 'one-abi'
  | 'one-abi-proved'
  | 'one-abi-max'
  | 'three-abis'
  | 'three-abis-proved'
  | 'three-abis-max'
  | 'process'
  | 'blocks'
  | 'process-cpu'
  | 'empty-cpu'

/** A time in milliseconds. */
export interface TimingRow {
  readonly id: TimeId
  readonly what: string
  readonly runs: number
  readonly median: number
  readonly min: number
}

/**
 * Compilations until V8 has optimised the hot code. The median time for one ABI falls until then, and hardly any
 * more.
 */
export const SETTLED = 300

const COMMAND = fileURLToPath(new URL('../../../packages/seccompile/bin/seccompile.js', import.meta.url))

/** The median of `values`, which are not empty. For an even number of values, the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[(values.length - 1) >>> 1]!
}

/** The milliseconds that `act` takes. */
export function milliseconds(act: () => void): number {
  const began = performance.now()
  act()
  return performance.now() - began
}

/** Runs `act` a few times unmeasured, then `runs` times measured. */
function time(id: TimeId, what: string, runs: number, warmUp: number, act: () => void): TimingRow {
  for (let i = 0; i < warmUp; i++) act()
  return rowOf(
    id,
    what,
    Array.from({ length: runs }, () => milliseconds(act)),
  )
}

const rowOf = (id: TimeId, what: string, took: readonly number[]): TimingRow => ({
  id,
  what,
  runs: took.length,
  median: median(took),
  min: Math.min(...took),
})

/** The command line that compiles the container-default policy for its three ABIs to the file `out`. */
const compileWords = (out: string): readonly string[] => [
  COMMAND,
  'compile',
  'preset:container-default',
  '-o',
  out,
]

/** The command line that judges every record of an attack for the container-default policy on its three ABIs. */
const BLOCKS_WORDS: readonly string[] = [COMMAND, 'blocks', 'preset:container-default', '--json']

/** Runs the command line `words` as a process. */
function runCommand(words: readonly string[]): void {
  const done = spawnSync(process.execPath, words, { encoding: 'utf8' })
  if (done.status !== 0)
    throw new Error(`seccompile ${words[1] ?? ''} failed: ${done.error?.message ?? done.stderr}`)
}

/** The times of compilations. @throws Error where the command line fails */
export function times(): readonly TimingRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-bench-'))
  try {
    const out = join(folder, 'container-default.bpf')
    const [one, three] = [[abiTable('x86_64')], THREE_ABIS]
    const compiling =
      (abis: readonly AbiTable[], prove: boolean, effort: CompileOptions['effort'] = 'default') =>
      (): unknown =>
        compile(dockerProfile, { abis, prove, effort })
    const rows = [
      time('one-abi', 'compile, x86_64, warm', 50, SETTLED, compiling(one, false)),
      time('one-abi-proved', 'compile and prove, x86_64, warm', 50, SETTLED, compiling(one, true)),
      time('three-abis', 'compile, three ABIs, warm', 20, SETTLED / 2, compiling(three, false)),
      time(
        'three-abis-proved',
        'compile and prove, three ABIs, warm',
        20,
        SETTLED / 2,
        compiling(three, true),
      ),
      time('one-abi-max', 'compile, x86_64, effort max', 1, 0, compiling(one, false, 'max')),
      time('three-abis-max', 'compile, three ABIs, effort max', 1, 0, compiling(three, false, 'max')),
      // The first two processes fill the folder of the compile cache.
      time('process', 'seccompile compile, three ABIs, a process', 10, 2, () =>
        runCommand(compileWords(out)),
      ),
      time('blocks', 'seccompile blocks, all records, three ABIs, a process', 10, 2, () =>
        runCommand(BLOCKS_WORDS),
      ),
    ]
    const cpu = cpuTimes(compileWords(out), folder, 12)
    return [
      ...rows,
      rowOf('process-cpu', 'the same, CPU of all threads', cpu.ours),
      rowOf('empty-cpu', `an empty Node ${process.version}, CPU`, cpu.empty),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
