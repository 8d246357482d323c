/*
 * Runs the steps of action.yml as a runner of GitHub does: expressions are evaluated, bash runs the line of a step in the folder of the
 * repository, and files take the outputs and the summary. An expression that this file does not know is an error.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

/** The folder of the action. */
export const ACTION = join(dirname(fileURLToPath(import.meta.url)), '..')

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly outputs: Readonly<Record<string, { readonly value: string }>>
  readonly runs: {
    readonly using: string
    readonly steps: readonly {
      readonly id: string
      readonly shell: string
      readonly run: string
      readonly env: Readonly<Record<string, string>>
    }[]
  }
}

const action = parse(readFileSync(join(ACTION, 'action.yml'), 'utf8')) as ActionFile

/** What a job sees of a run of the action. */
export interface ActionRun {
  readonly status: number | null
  readonly summary: string
  readonly outputs: Readonly<Record<string, string>>
  /** The log of the job: standard output and standard error. */
  readonly log: string
}

/** How the action is run. */
export interface ActionJob {
  readonly repository: string
  /** The base of the pull request; absent for another event. */
  readonly base?: string
  readonly env?: Readonly<Record<string, string>>
  /** The user that runs the step; that of the tests, if absent. */
  readonly uid?: number
}

type InputValues = Readonly<Record<string, string>>

/** `text` with its expressions evaluated in the contexts. */
const evaluated = (text: string, contexts: InputValues): string =>
  text.replaceAll(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => {
    const value = contexts[name]
    if (value === undefined) throw new Error(`action.yml: no runner of GitHub knows ${name}`)
    return value
  })

/** The lines `name=value` of a file for outputs. */
const outputsIn = (text: string): InputValues =>
  Object.fromEntries(
    text
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )

const prefixed = (prefix: string, values: InputValues): InputValues =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${name}`, value]))

/** Runs the action with `inputs`. @throws Error for an input that action.yml does not have */
export function runAction(
  inputs: InputValues,
  { repository, base = '', env = {}, uid }: ActionJob,
): ActionRun {
  const unknown = Object.keys(inputs).filter((name) => !(name in action.inputs))
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`)
  const [step, ...others] = action.runs.steps
  if (step === undefined || others.length > 0 || action.runs.using !== 'composite' || step.shell !== 'bash')
    throw new Error('action.yml: this runner knows composite actions of one step for bash')
  const event = { 'github.event.pull_request.base.sha': base }
  const defaults = Object.entries(action.inputs).map(([name, input]) => [
    name,
    evaluated(input.default, event),
  ])
  const context = { ...event, ...prefixed('inputs.', { ...Object.fromEntries(defaults), ...inputs }) }
  const temp = mkdtempSync(join(tmpdir(), 'seccompile-runner-'))
  const files = { GITHUB_STEP_SUMMARY: join(temp, 'summary'), GITHUB_OUTPUT: join(temp, 'outputs') }
  for (const file of Object.values(files)) {
    writeFileSync(file, '')
    chmodSync(file, 0o666) // the step may run as another user
  }
  chmodSync(temp, 0o755)
  writeFileSync(join(temp, 'step.sh'), evaluated(step.run, context))
  const words = [
    '--noprofile',
    '--norc',
    '-e',
    '-o',
    'pipefail',
    '-c',
    `exec 2>&1; . ${join(temp, 'step.sh')}`,
  ]
  const { status, stdout } = spawnSync('bash', words, {
    cwd: repository,
    encoding: 'utf8',
    ...(uid === undefined ? {} : { uid, gid: uid }),
    env: {
      ...process.env,
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: ACTION,
      GITHUB_WORKSPACE: repository,
      RUNNER_TEMP: dirname(repository), // which is removed with the repository
      ...files,
      ...Object.fromEntries(Object.entries(step.env).map(([name, text]) => [name, evaluated(text, context)])),
      ...env,
    },
  })
  const written = outputsIn(readFileSync(files.GITHUB_OUTPUT, 'utf8'))
  const steps = prefixed(`steps.${step.id}.outputs.`, written)
  const summary = readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8')
  rmSync(temp, { recursive: true })
  const outputs = Object.entries(action.outputs).map(([name, { value }]) => [
    name,
    // An output that no step wrote is empty.
    value.replaceAll(/\$\{\{ ([\w.-]+) \}\}/g, (_, expression: string) => steps[expression] ?? ''),
  ])
  return { status, summary, log: stdout, outputs: Object.fromEntries(outputs) }
}
