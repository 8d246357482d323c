/*
 * `pnpm soak heal`: random calls are taken out of the profiles of commands, and `heal` has to put them back.
 *
 * Exits 1 where something is wrong, and 3 where this machine cannot do it.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { hasBridge } from '@seccompile/kernel/exec'
import { wrongHealings } from './heal/healings.ts'

const USAGE = `usage: soak heal [--count N] [--seed N]

A call of a command is taken out of a profile that allows what the command does. "heal" has to propose exactly
that call with its condition, and with the edit the command runs as before.

  --count N  calls that are taken out; 50 by default
  --seed N   which calls; 1 by default
`

/** Why this machine cannot run the soak; `undefined` where it can. */
function whyNot(): string | undefined {
  if (process.platform !== 'linux') return 'this is not Linux'
  if (!hasBridge('ffi') && !hasBridge('koffi')) return 'there is neither FFI nor koffi'
  return spawnSync('patch', ['--version']).status === 0 ? undefined : 'there is no patch'
}

function whole(option: string, text: string): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= 100_000) return value
  throw new Error(`--${option} takes a whole number up to 100000, not "${text}"`)
}

function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: { count: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help === true) {
    process.stdout.write(USAGE)
    return 0
  }
  const reason = whyNot()
  if (reason !== undefined) {
    process.stderr.write(`soak heal: not run: ${reason}\n`)
    return 3
  }
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-heal-'))
  try {
    const wrong = wrongHealings(
      folder,
      whole('count', values.count ?? '50'),
      whole('seed', values.seed ?? '1'),
    )
    for (const line of wrong) process.stdout.write(`WRONG: ${line}\n`)
    process.stdout.write(`${wrong.length} wrong\n`)
    return wrong.length === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = main(process.argv.slice(2))
