/*
 * `npm run check install [MANAGER…]`: packs every package, serves the tarballs by a registry on this machine, and installs `seccompile` and two
 * packages as their READMEs say in empty projects by npm, pnpm, Yarn, Bun and Deno, with a home that holds nothing but caches. There
 * it runs the first command, the first policy and the first examples of the READMEs.
 *
 * It prints a table, or JSON with `--json`, and exits 1 where an install and the first program take more than ten seconds, where a line
 * is a warning, where a package has an install script, or where an optional peer is installed or something else comes out.
 * A manager that is not here is named by a line `NOT RUN`.
 */
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { table } from '@seccompile/text-layout'
import { type InstallCase, installCases } from './install-cases.ts'
import {
  findManager,
  type FoundManager,
  managersNamed,
  type MissingManager,
  type PackageManager,
} from './managers.ts'
import { installIn, writeHome } from './empty-project.ts'
import { type Reference, referenceOf } from './reference.ts'
import { startRegistry } from './local-registry.ts'
import { MOST_SECONDS, runTrial, type InstallTrial, trialProblems } from './install-trial.ts'
import { packAll } from './pack.ts'
import { readPackages, ROOT } from './packages.ts'
import { inParallel } from './run.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** What was measured. */
interface InstallReport {
  /** The managers, in the order of the trials. */
  readonly found: readonly (FoundManager | MissingManager)[]
  readonly trials: readonly InstallTrial[]
  /** The optional peers that a manager wanted to install. */
  readonly peersFetched: readonly string[]
}

/** The cases, each with what its commands have to print and write. */
type Cases = readonly (readonly [InstallCase, Reference])[]

/** Makes the home of a person who has installed the packages of all cases before. */
async function warmHome(
  found: FoundManager,
  cases: Cases,
  folder: string,
  registry: string,
): Promise<string> {
  const home = join(folder, 'home')
  writeHome(home, registry)
  const all = new Set(cases.flatMap(([{ installs }]) => installs))
  // Where it fails, the trials fail too and say why.
  await installIn({ folder: join(folder, 'first'), home }, found, [...all])
  return home
}

/**
 * @param home - an empty folder outside the workspace
 * @param inside - an empty folder in the workspace, where a policy finds the packages that it imports
 */
async function measure(
  managers: readonly PackageManager[],
  home: string,
  inside: string,
): Promise<InstallReport> {
  const packages = readPackages()
  const tarballs = join(home, 'tarballs')
  mkdirSync(tarballs)
  await packAll(packages, tarballs)
  const cases: (readonly [InstallCase, Reference])[] = []
  for (const [i, each] of installCases(packages).entries()) {
    const folder = join(inside, String(i))
    mkdirSync(folder)
    cases.push([each, await referenceOf(each, folder)])
  }
  const registry = await startRegistry(tarballs)
  try {
    const found = await Promise.all(managers.map(findManager))
    const warmed = await inParallel(
      found.filter((one) => 'version' in one),
      async (one) => ({
        one,
        home: await warmHome(one, cases, join(home, one.manager.name), registry.url),
      }),
    )
    // One at a time: seconds are measured.
    const trials: InstallTrial[] = []
    for (const { one, home: warm } of warmed)
      for (const [i, [each, reference]] of cases.entries())
        trials.push(await runTrial({ folder: join(warm, '..', String(i)), home: warm }, one, each, reference))
    return { found, trials, peersFetched: registry.peersFetched() }
  } finally {
    registry.close()
  }
}

/** The problems, each behind the manager and the packages that it is about. */
function problemsOf({ trials, peersFetched }: InstallReport): readonly string[] {
  return [
    ...trials.flatMap((trial) =>
      trialProblems(trial).map((what) => `${trial.manager}, ${trial.installs.join(' ')}: ${what}`),
    ),
    ...peersFetched.map((name) => `${name}: an optional peer, and a manager installs it unasked`),
  ]
}

function print({ found, trials }: InstallReport, problems: readonly string[]): void {
  const versions = new Map(found.map((one) => [one.manager.name, 'why' in one ? '' : one.version]))
  const rows = trials.map((trial) => [
    `${trial.manager} ${versions.get(trial.manager) ?? ''}`,
    trial.installs.join(' '),
    `${trial.installSeconds.toFixed(1)} s`,
    `${trial.firstSeconds.toFixed(1)} s`,
    trial.warnings.length,
    trial.scripts.length,
    trialProblems(trial).length === 0 ? 'yes' : 'no',
  ])
  if (rows.length > 0)
    process.stdout.write(
      table(['manager', 'installs', 'install', 'first program', 'warnings', 'scripts', 'as promised'], rows),
    )
  for (const one of found) if ('why' in one) console.log(`NOT RUN ${one.manager.name}: ${one.why}`)
  for (const { manager } of found.filter((one) => 'version' in one))
    for (const { line, why } of manager.accepted ?? [])
      console.log(`${manager.name}: a line is no warning that matches ${String(line)}: ${why}`)
  for (const problem of problems) console.log(`FAIL ${problem.replaceAll('\n', '\n     ')}`)
}

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const managers = managersNamed(positionals)
  const home = temporaryFolder(tmpdir(), 'seccompile-outside-', values.keep)
  mkdirSync(join(ROOT, 'tools/pack-check/.cache'), { recursive: true })
  const inside = temporaryFolder(join(ROOT, 'tools/pack-check/.cache'), 'inside-')
  const report = await measure(managers, home, inside)
  const problems = problemsOf(report)
  if (values.json)
    console.log(JSON.stringify({ mostSeconds: MOST_SECONDS, ...report, problems }, undefined, 2))
  else print(report, problems)
  return problems.length === 0
}

try {
  if (!(await main())) process.exitCode = 1
} catch (error) {
  console.error(`check-install: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}
