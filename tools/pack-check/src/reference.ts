/* What the command of this workspace prints and writes, which the installed one has to print and write too. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './packages.ts'
import { run } from './run.ts'
import type { InstallCase } from './install-cases.ts'

/** What the command of this workspace prints and writes for the commands of a case. */
export interface Reference {
  readonly said: string
  /** The files that it writes, by their names. */
  readonly written: Readonly<Record<string, Uint8Array>>
}

/** The files with filters in a folder. */
function filtersIn(folder: string): Readonly<Record<string, Uint8Array>> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.bpf'))
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]))
}

/** Runs the commands of a case in `folder` by the command of this workspace. @throws Error where one fails */
export async function referenceOf({ commands, files }: InstallCase, folder: string): Promise<Reference> {
  // Inside the workspace, because the policy imports the package by its name.
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const cli = join(ROOT, 'packages', 'seccompile', 'bin', 'seccompile.js')
  let said = ''
  for (const args of commands) {
    const ended = await run(process.execPath, [cli, ...args], folder)
    if (ended.status !== 0) throw new Error(`seccompile ${args.join(' ')}: ${ended.said}`)
    said += `${ended.said}\n`
  }
  return { said, written: filtersIn(folder) }
}

/** The lines of `text` in an order that does not depend on which of two streams was read first. */
const lines = (text: string): string => text.trimEnd().split('\n').sort().join('\n')

/** How what the commands printed and wrote differs from the reference. */
export function differences(said: string, project: string, reference: Reference): readonly string[] {
  const written = filtersIn(project)
  const wrong = Object.entries(reference.written).filter(
    ([name, bytes]) => written[name] === undefined || Buffer.compare(written[name], bytes) !== 0,
  )
  return [
    ...(lines(said) === lines(reference.said)
      ? []
      : [`the command prints something else than that of the workspace:\n${said}`]),
    ...wrong.map(([name]) => `${name} has other bytes than that of the workspace`),
  ]
}
