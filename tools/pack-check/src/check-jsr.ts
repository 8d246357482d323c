/*
 * `npm run check jsr`: tries to publish the packages without Node on JSR, by `deno publish --dry-run` in a workspace of Deno outside the
 * repository. Deno checks types, and refuses a slow one: a type of an export that is not written down.
 *
 * It prints which packages pass, and why each other one is left out; it exits 1 where Deno refuses, and says NOT RUN where Deno is missing.
 * `--to FOLDER` writes the workspace into an empty folder and leaves it there: `deno publish` publishes from it.
 */
import { mkdirSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { table } from '@seccompile/text-layout'
import { forJsr } from './jsr-manifests.ts'
import { publishDry, writeWorkspace } from './jsr-workspace.ts'
import { readPackages } from './packages.ts'
import { runtimeFolder } from './runtimes.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Makes a folder. @throws Error where it holds something */
function emptyFolder(path: string): string {
  const folder = resolve(path)
  mkdirSync(folder, { recursive: true })
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty; name a new folder`)
  return folder
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { to: { type: 'string' } } })
  const all = readPackages()
  const { taken, leftOut } = forJsr(all)
  const folder =
    values.to === undefined ? temporaryFolder(tmpdir(), 'seccompile-jsr-') : emptyFolder(values.to)
  writeWorkspace(taken, all, folder)
  const deno = await runtimeFolder('Deno')
  if ('why' in deno) {
    console.log(`NOT RUN deno publish --dry-run: Deno: ${deno.why}`)
    return true
  }
  const { status, said } = await publishDry(join(deno.folder, 'deno'), folder)
  if (status !== 0) console.log(said)
  process.stdout.write(
    table(
      ['left out', 'why'],
      leftOut.map(({ pkg, why }) => [pkg.manifest.name, why]),
    ),
  )
  console.log(
    status === 0
      ? `${taken.length} packages pass deno publish --dry-run, without slow types`
      : `deno publish --dry-run refuses the workspace of ${taken.length} packages`,
  )
  return status === 0
}

try {
  if (!(await main())) process.exitCode = 1
} catch (error) {
  console.error(`check-jsr: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}
