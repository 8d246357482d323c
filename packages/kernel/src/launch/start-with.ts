/* Starts a process that gets the named descriptors, and no others: see descriptors.ts. */
import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { tryLibc } from '../libc/libc.ts'
import { runtimeName } from '../libc/runtime.ts'
import type { RuntimeName } from '../libc/runtime.ts'
import { FD_CLOEXEC, FIRST_OTHER, inherited, mark } from './descriptors.ts'
import type { RunStdio } from './ended.ts'
import { start } from './started.ts'

/**
 * The numbers left free after those of `kept` in Deno. Deno moves the descriptors of a child to their numbers one after
 * the other, and so overwrites one that it has not moved yet. A descriptor opened for the start has the lowest free
 * number, and mostly lies in this gap.
 */
const DENO_GAP = 32

/**
 * The list of descriptors for a child process: `stdio`, and each of `kept` under its own number. Those that only a
 * launcher needs go after them.
 */
export function descriptors(
  stdio: readonly RunStdio[],
  kept: readonly number[],
  runtime: RuntimeName = runtimeName(),
): readonly RunStdio[] {
  const gap = runtime === 'deno' && kept.length > 0 ? DENO_GAP : 0
  const count = Math.max(FIRST_OTHER, ...kept.map((fd) => fd + 1 + gap))
  return Array.from({ length: count }, (_, fd) => stdio[fd] ?? (kept.includes(fd) ? fd : 'ignore'))
}

/**
 * Starts a process that gets the descriptors of `stdio` and no others. Without a bridge no descriptor can be marked
 * FD_CLOEXEC; the process then gets /dev/null in the place of each that would stay open.
 * @throws KernelError where no process can be started
 */
export function startWith(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
  stdio: readonly (RunStdio | 'pipe')[],
): ChildProcess {
  const others = inherited()
  const libc = tryLibc()
  if (libc !== undefined) {
    try {
      for (const fd of others) mark(libc, fd, FD_CLOEXEC)
      return start(command, args, { ...options, stdio: [...stdio] })
    } finally {
      for (const fd of others) mark(libc, fd, 0) // as before the start
    }
  }
  const nothing = openSync('/dev/null', 'r+')
  try {
    const count = Math.max(stdio.length, ...others.map((fd) => fd + 1))
    const all = Array.from({ length: count }, (_, fd) => {
      const given = stdio[fd] ?? 'ignore'
      return given === 'ignore' && others.includes(fd) ? nothing : given
    })
    return start(command, args, { ...options, stdio: all })
  } finally {
    closeSync(nothing)
  }
}
