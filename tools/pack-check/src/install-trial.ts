/*
 * One install outside: an empty project, a home of its own, and the registry of this machine. The first install of a manager fills its
 * caches; the trial that follows starts again from an empty project.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { misprinted } from '@seccompile/find-examples'
import { installScriptProblems } from './install-scripts.ts'
import { RECORDER } from './programs.ts'
import type { InstallCase } from './install-cases.ts'
import type { FoundManager, PackageManager } from './managers.ts'
import { installIn, type Project, runIn, type TimedEnd } from './empty-project.ts'
import { differences, type Reference } from './reference.ts'

/** The most seconds for an install and the first program. */
export const MOST_SECONDS = 10

/** What an install outside took, and what was wrong. */
export interface InstallTrial {
  readonly manager: PackageManager['name']
  /** The packages that were installed by name. */
  readonly installs: readonly string[]
  readonly installSeconds: number
  /** The seconds of the first program: the first command, or the example where there is no command. */
  readonly firstSeconds: number
  /** The lines of the install and of the programs that are warnings. */
  readonly warnings: readonly string[]
  /** The packages that run a program when they are installed. */
  readonly scripts: readonly string[]
  /** What else is wrong, with what was printed. */
  readonly problems: readonly string[]
}

/** The lines of `said` that are warnings, without those that are about the manager itself. */
export function warningsIn(said: string, { warning, accepted = [] }: PackageManager): readonly string[] {
  return said
    .split('\n')
    .filter((line) => warning.test(line) && !accepted.some((each) => each.line.test(line)))
}

/** The packages that a lockfile of npm says to have an install script. */
export function scriptsInLockfile(text: string): readonly string[] {
  const { packages = {} } = JSON.parse(text) as {
    readonly packages?: Readonly<Record<string, { readonly hasInstallScript?: boolean }>>
  }
  return Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(
      ([path]) => `${path.replace(/^.*node_modules\//, '')}: the lockfile says that it has an install script`,
    )
}

/** Runs the example of a case, and says what is wrong. */
async function runExample(
  project: Project,
  found: FoundManager,
  { place, code }: InstallCase['example'],
): Promise<{ readonly ended: TimedEnd; readonly problems: readonly string[] }> {
  writeFileSync(join(project.folder, 'example.mjs'), code)
  writeFileSync(join(project.folder, 'recorder.mjs'), RECORDER)
  const ended = await runIn(project, found, [...found.manager.module, 'recorder.mjs', './example.mjs'])
  if (ended.status !== 0)
    return { ended, problems: [`${place}: ended with exit ${ended.status}:\n${ended.said}`] }
  const printed = JSON.parse(ended.said.split('\n').at(-1) ?? '[]') as readonly string[] // as RECORDER writes it
  return { ended, problems: misprinted(code, printed).map((what) => `${place}: ${what}`) }
}

/** The packages in a project that run a program when they are installed, as far as the manager shows them. */
function scriptsOf(folder: string): readonly string[] {
  const lockfile = join(folder, 'package-lock.json')
  return [
    ...installScriptProblems(join(folder, 'node_modules')),
    ...(existsSync(lockfile) ? scriptsInLockfile(readFileSync(lockfile, 'utf8')) : []),
  ]
}

/** Installs the packages of a case in a new folder, and does there what the READMEs say. */
export async function runTrial(
  project: Project,
  found: FoundManager,
  what: InstallCase,
  reference: Reference,
): Promise<InstallTrial> {
  const { manager } = found
  const installed = await installIn(project, found, what.installs)
  const about = {
    manager: manager.name,
    installs: what.installs,
    installSeconds: installed.seconds,
    scripts: scriptsOf(project.folder),
  }
  const warnings = warningsIn(installed.said, manager)
  if (installed.status !== 0) {
    const problems = [`the install ended with exit ${installed.status}:\n${installed.said}`]
    return { ...about, firstSeconds: 0, warnings, problems }
  }
  for (const [name, text] of Object.entries(what.files)) writeFileSync(join(project.folder, name), text)
  const commands: TimedEnd[] = []
  for (const args of what.commands) commands.push(await runIn(project, found, [...manager.command, ...args]))
  const example = await runExample(project, found, what.example)
  const failed = commands.flatMap(({ status, said: all }, i) =>
    status === 0 ? [] : [`seccompile ${what.commands[i]!.join(' ')}: ended with exit ${status}:\n${all}`],
  )
  const said = commands.map((each) => `${each.said}\n`).join('')
  return {
    ...about,
    firstSeconds: (commands[0] ?? example.ended).seconds,
    warnings: [...warnings, ...warningsIn(example.ended.said, manager)],
    problems: [...failed, ...differences(said, project.folder, reference), ...example.problems],
  }
}

/** What is wrong with a trial, a line or more each; none where it is as it has to be. */
export function trialProblems(trial: InstallTrial): readonly string[] {
  const seconds = trial.installSeconds + trial.firstSeconds
  return [
    ...(seconds > MOST_SECONDS ? [`took ${seconds.toFixed(1)} s; the most is ${MOST_SECONDS} s`] : []),
    ...trial.warnings.map((line) => `warns: ${line.trim()}`),
    ...trial.scripts,
    ...trial.problems,
  ]
}
