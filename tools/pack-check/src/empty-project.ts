/* An empty project outside the workspace, and the home of the person who has it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ProgramEnd, run } from './run.ts'
import type { FoundManager, Words } from './managers.ts'

/** A folder with a project, and the home with the caches and the settings of the managers. */
export interface Project {
  readonly folder: string
  readonly home: string
}

/** Writes the settings of the managers into an empty home: the registry of this machine. */
export function writeHome(home: string, registry: string): void {
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, '.npmrc'), `registry=${registry}\n`)
  const yarn = { npmRegistryServer: registry, unsafeHttpWhitelist: ['127.0.0.1'], enableTelemetry: false }
  writeFileSync(join(home, '.yarnrc.yml'), JSON.stringify(yarn))
}

/** A program that has ended, and how long it took. */
export type TimedEnd = ProgramEnd & { readonly seconds: number }

/** Runs words in the project. Nothing of the environment of this process is passed on but what the manager was found by. */
export async function runIn(
  { folder, home }: Project,
  { path }: FoundManager,
  [program = '', ...args]: Words,
): Promise<TimedEnd> {
  const begun = performance.now()
  // Deno says once a day that there is a newer version.
  const env = { PATH: path, HOME: home, NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1' }
  const ended = await run(program, args, folder, env, {})
  return { ...ended, seconds: (performance.now() - begun) / 1000 }
}

/** Installs packages by their names in a new folder. */
export async function installIn(
  project: Project,
  found: FoundManager,
  names: readonly string[],
): Promise<TimedEnd> {
  const { project: files = {}, install, prefix = '' } = found.manager
  mkdirSync(project.folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project.folder, name), text)
  return runIn(project, found, [...install, ...names.map((name) => `${prefix}${name}`)])
}
