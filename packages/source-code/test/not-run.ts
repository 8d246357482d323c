import { execFileSync } from 'node:child_process'

/** Whether the command is installed. If not, a line on standard error says what does not run. */
export function has(command: string, version: string, what: string): boolean {
  try {
    execFileSync(command, [version], { stdio: 'ignore' })
    return true
  } catch {
    process.stderr.write(`\n*** NOT RUN: ${what}: there is no ${command}\n\n`)
    return false
  }
}
