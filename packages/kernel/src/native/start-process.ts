import { spawn } from 'node:child_process'
import type { ChildProcess, SpawnOptions } from 'node:child_process'

/**
 * Starts a process that has streams.
 *
 * Node reports most errors by the event `error`, and some by an exception. Where no descriptor is left for pipes,
 * Node yields a process without streams, despite its type, and the event comes after code that reads the streams.
 * This function throws instead.
 * @throws Error with a `code`, where the start fails at once
 * @see lib/internal/child_process.js of Node: ChildProcess.prototype.spawn
 */
export function startProcess(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, options)
  if ((child.stdio as ChildProcess['stdio'] | undefined) !== undefined) return child
  child.on('error', () => undefined) // the event reports the same error
  throw Object.assign(new Error(`spawn ${command} EMFILE`), { code: 'EMFILE' })
}
