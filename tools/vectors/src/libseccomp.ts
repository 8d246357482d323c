/* The libseccomp of this machine, if it is installed, asked about many profiles at once. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const PROBE = 'import ctypes; ctypes.CDLL("libseccomp.so.2")'
const BATCH = fileURLToPath(new URL('../make/libseccomp-batch.py', import.meta.url))

/** Whether Python and libseccomp are installed. */
export function hasLibseccomp(): boolean {
  return spawnSync('python3', ['-c', PROBE]).status === 0
}

/**
 * The result of libseccomp for a profile: the bytes of a program, `refused` where it refused a rule, `hung` where it
 * did not end in time.
 */
export type LibseccompOutcome = Uint8Array | 'refused' | 'hung'

/**
 * The result of libseccomp for each of the profiles in `json`, a list in the form that make/libseccomp-batch.py
 * takes.
 * @throws Error where Python or libseccomp is missing
 */
export function compileBatch(json: string, timeoutMs = 60_000): readonly LibseccompOutcome[] {
  const { status, stdout, stderr } = spawnSync('python3', [BATCH], {
    input: json,
    encoding: 'utf8',
    timeout: timeoutMs,
    maxBuffer: 2 ** 28,
  })
  if (status !== 0) throw new Error(`libseccomp-batch.py: ${stderr}`)
  const programs = JSON.parse(stdout) as readonly (string | null | false)[] // the script printed this list
  return programs.map((hex) => {
    if (typeof hex === 'string') return Buffer.from(hex, 'hex')
    return hex === null ? 'refused' : 'hung'
  })
}
