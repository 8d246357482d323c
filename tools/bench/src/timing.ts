/*
 * Wall-clock times. They depend on the machine and on what else it does: compare them within one run only.
 */
import { compile } from '@seccompile/compiler'
import { containerDefault } from '@seccompile/policy'
import { abiTable } from '@seccompile/syscalls'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { THREE_ABIS } from './filters.ts'

/** How long something took, in milliseconds. */
export interface TimeRow {
  readonly what: string
  readonly runs: number
  readonly median: number
  readonly min: number
}

const COMMAND = fileURLToPath(new URL('../../../packages/seccompile/bin/seccompile.js', import.meta.url))

/** The median of `values`, of which there is at least one: the lower of the two in the middle of an even number. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[(values.length - 1) >>> 1]!
}

/** Runs `act` a few times unmeasured, then `runs` times measured. */
function time(what: string, runs: number, warmUp: number, act: () => void): TimeRow {
  for (let i = 0; i < warmUp; i++) act()
  const took = Array.from({ length: runs }, () => {
    const began = performance.now()
    act()
    return performance.now() - began
  })
  return { what, runs, median: median(took), min: Math.min(...took) }
}

/** Runs the command line as a process that compiles the container-default policy for its three ABIs. */
function runCommand(out: string): void {
  const done = spawnSync(process.execPath, [COMMAND, 'compile', 'preset:container-default', '-o', out], {
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(`seccompile compile failed: ${done.error?.message ?? done.stderr}`)
}

/** How long compilations take. @throws Error where the command line fails */
export function times(): readonly TimeRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-bench-'))
  try {
    const out = join(folder, 'container-default.bpf')
    return [
      time('compile, x86_64, warm', 50, 10, () => compile(containerDefault, { abis: [abiTable('x86_64')] })),
      time('compile, three ABIs, warm', 20, 5, () => compile(containerDefault, { abis: THREE_ABIS })),
      time('seccompile compile, a process', 10, 1, () => runCommand(out)),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
