import { spawnSync } from 'node:child_process'

/** Why strace cannot run here, which is also said on standard error; `undefined` where it can. */
export function whyNotStrace(what: string): string | undefined {
  const { status, error, stderr } = spawnSync('strace', ['-o', '/dev/null', 'true'], { encoding: 'utf8' })
  if (status === 0) return undefined
  const reason = error === undefined ? stderr.trim() : 'strace is not installed'
  process.stderr.write(`\n*** NOT RUN: ${what}: ${reason}\n\n`)
  return reason
}
