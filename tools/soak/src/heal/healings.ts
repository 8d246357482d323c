/*
 * A call of a command is taken out of a profile that allows what the command does. `heal` has to propose exactly that call with
 * its condition: the healed profile means what the whole one means. Under it the command runs as without a filter.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseProfile } from '@seccompile/oci'
import { resolve } from '@seccompile/policy'
import { equal } from '@seccompile/prover'
import { readRecording } from '@seccompile/recording'
import { signedAbiTable } from '@seccompile/signatures'
import { randomOf } from '../inputs/random.ts'
import { OWN } from '../watch/machine.ts'
import { commands, VITAL } from '../watch/removals.ts'
import { allowedCalls, profileText } from './recorded-profile.ts'
import type { ProfileCall } from './recorded-profile.ts'

const COMMAND = fileURLToPath(new URL('../../../../packages/seccompile/bin/seccompile.js', import.meta.url))

/** Calls that a recording does not show, or that are made for the command by its launcher. */
const ALWAYS: readonly string[] = [...VITAL, 'execve', 'sigreturn']

interface RanCommand {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

function seccompile(folder: string, ...words: readonly string[]): RanCommand {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...words], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, out: stdout, err: stderr }
}

/** A command with what it was recorded to call. */
interface HealedCommand {
  readonly words: readonly [string, ...string[]]
  readonly status: number | null
  readonly recording: string
  readonly calls: readonly ProfileCall[]
}

function recorded(folder: string, words: readonly [string, ...string[]], at: number): HealedCommand {
  const recording = join(folder, `${at}.ndjson`)
  const { status } = seccompile(folder, 'record', '-o', recording, '--', ...words)
  const { rows } = readRecording(readFileSync(recording, 'utf8'))
  return { words, status, recording, calls: allowedCalls(rows) }
}

/** A call of a command that is taken out. */
interface Removal {
  readonly command: HealedCommand
  readonly call: ProfileCall
}

/** Whether the profiles `one` and `other` mean the same. */
function meanSame(one: string, other: string): boolean {
  const rules = (text: string): ReturnType<typeof resolve>['rules'] =>
    resolve(parseProfile(text, { file: 'profile' }).policy, { abis: [signedAbiTable(OWN.token)] }).rules
  return equal({ level: 'rules', ir: rules(one) }, { level: 'rules', ir: rules(other) }).kind === 'equal'
}

/** The names of refused calls in the report of a watched run. */
function deniedIn({ err }: RanCommand): readonly string[] {
  const line = err.split('\n').find((one) => one.includes('"denied"')) ?? '{"denied":[]}'
  const { denied } = JSON.parse(line) as { readonly denied: readonly { readonly name: string }[] }
  return [...new Set(denied.map(({ name }) => name))]
}

/** What is wrong about the healing after `removal`; `fromReport` takes the refused calls from a report and not from the recording. */
function wrongHealing(folder: string, { command, call }: Removal, fromReport: boolean): string | undefined {
  const whole = profileText(command.calls, ALWAYS)
  const file = join(folder, 'profile.json')
  writeFileSync(
    file,
    profileText(
      command.calls.filter((one) => one !== call),
      ALWAYS,
    ),
  )
  let from = command.recording
  if (fromReport) {
    from = join(folder, 'report.json')
    writeFileSync(from, seccompile(folder, 'try', 'profile.json', '--json', '--', ...command.words).err)
  }
  const healed = seccompile(folder, 'heal', 'profile.json', '--from', from, '--force')
  if (healed.status !== 0) return `heal ends with ${healed.status}: ${healed.err}`
  writeFileSync(join(folder, 'edit.diff'), healed.out)
  const patched = spawnSync('patch', ['-p0', '-i', 'edit.diff'], { cwd: folder, encoding: 'utf8' })
  if (patched.status !== 0) return `patch does not take the edit: ${patched.stdout}`
  const text = readFileSync(file, 'utf8')
  if (!meanSame(text, whole)) return `the edit is not the call that was taken out:\n${healed.out}`
  const run = seccompile(folder, 'run', 'profile.json', '--report', '--json', '--', ...command.words)
  const denied = deniedIn(run)
  if (denied.length > 0) return `with the edit, ${denied.join(', ')} is refused`
  return run.status === command.status
    ? undefined
    : `with the edit, the command ends with ${run.status}, and with ${command.status} else`
}

/** What is wrong about the healings of `count` random removals, a line each. */
export function wrongHealings(folder: string, count: number, seed: number): readonly string[] {
  const all = commands(folder)
    .map((words, at) => recorded(folder, words, at))
    .flatMap((command) =>
      command.calls.filter(({ name }) => !ALWAYS.includes(name)).map((call): Removal => ({ command, call })),
    )
  const random = randomOf(`heal ${seed}`)
  const wrong: string[] = []
  let conditional = 0
  for (let done = 0; done < count && all.length > 0; done += 1) {
    // Every other one has a condition, as long as there are some: few calls have one.
    const wanted = all.filter(({ call }) => call.conditions.length > 0 === (done % 2 === 0))
    const from = wanted.length > 0 ? wanted : all
    const removal = random.oneOf(from)
    all.splice(all.indexOf(removal), 1)
    if (removal.call.conditions.length > 0) conditional += 1
    const fault = wrongHealing(folder, removal, done % 4 > 1)
    if (fault !== undefined) wrong.push(`${removal.command.words[0]} without ${removal.call.name}: ${fault}`)
  }
  process.stdout.write(
    `heal: ${count - wrong.length} of ${count} removals healed exactly, ${conditional} of them with conditions\n`,
  )
  return wrong
}
