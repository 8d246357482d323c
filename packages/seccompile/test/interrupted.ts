import { spawn } from 'node:child_process'
import type { SpawnOptions } from 'node:child_process'

/**
 * The exit status, or the signal, of a command that gets ^C once it has printed something: SIGINT for the whole group of
 * processes, as a terminal sends it.
 */
export async function interrupted(
  [file = '', ...args]: readonly string[],
  options: SpawnOptions,
): Promise<number | string | null> {
  const child = spawn(file, args, {
    ...options,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 20_000,
  })
  child.stdout?.once('data', () => process.kill(-child.pid!, 'SIGINT'))
  return new Promise((resolve, reject) =>
    child.on('error', reject).on('close', (code, signal) => resolve(signal ?? code)),
  )
}
