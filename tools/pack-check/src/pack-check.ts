/*
 * `npm run check packages [package…]`: packs every package, installs each by itself outside the workspace as its README says,
 * and checks it in use: the reason for each of its files, its install, its types under several versions of TypeScript, its examples and commands, the
 * messages of publint and attw, and its bundles. The command must also use a pass from outside. The check works offline
 * once the workspace is installed.
 *
 * Prints a line for each package, what publint and attw found in all, and ends with `N passed, N failed`, counting checks; exits 1 when one failed.
 * `--update` records sizes instead of comparing them; `--keep` leaves the temporary folder and says where it is;
 * `--tarballs FOLDER` keeps the tarballs there.
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundles } from './bundles.ts'
import { type Consumer, install } from './consumer.ts'
import { contentProblems, unpackedBytes } from './contents.ts'
import { installScriptProblems } from './install-scripts.ts'
import { attwFindings, type AttwFindings, judgedLines, publintProblems } from './judges.ts'
import { limitLine, limitProblems, type PackageBytes } from './limits.ts'
import { outsidePassProblems } from './outside-pass.ts'
import { packAll, tarballOf } from './pack.ts'
import { type PublicPackage, readPackages, ROOT } from './packages.ts'
import { runProblems } from './programs.ts'
import { inParallel } from './run.ts'
import { parseSizes, type EntrySize, sizeProblems, sizesText, updatedSizes } from './sizes.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { typeProblems } from './types.ts'

const GOLDEN = join(ROOT, 'tools', 'pack-check', 'sizes.golden')

/** The problems that each check of a package found. */
type PackageFindings = Record<string, readonly string[]>

interface PackageCheck {
  readonly pkg: PublicPackage
  readonly findings: PackageFindings
  readonly sizes: readonly EntrySize[]
  /** Absent, as what attw found is, where the package could not be installed. */
  readonly bytes?: PackageBytes
  readonly attw?: AttwFindings
}

async function check(
  consumer: Consumer,
  tarballs: string,
  types: readonly string[],
  recorded: readonly EntrySize[] | undefined,
): Promise<PackageCheck> {
  const { pkg } = consumer
  const tarball = tarballOf(pkg.manifest, tarballs)
  const bytes = { packed: statSync(tarball).size, unpacked: unpackedBytes(consumer.installed) }
  const { built, problems } = await bundles(consumer)
  const sizes = built.map((bundle) => ({
    entry: bundle.entry,
    tarball: bundle.entry === pkg.manifest.name ? bytes.packed : undefined,
    bundle: bundle.bytes,
    holds: bundle.holds,
  }))
  const attw = await attwFindings(tarball)
  const findings = {
    contents: contentProblems(pkg, consumer.installed),
    'install scripts': installScriptProblems(join(consumer.folder, 'node_modules')),
    types,
    // Where a type error stops the compiler, no program is compiled, and this check fails too.
    runs: await runProblems(consumer),
    ...(pkg.manifest.bin?.['seccompile'] !== undefined && {
      'a pass from outside': await outsidePassProblems(consumer),
    }),
    publint: await publintProblems(consumer),
    attw: attw.problems,
    bundle: problems,
    sizes: [
      ...(recorded === undefined ? [] : sizes.flatMap((size) => sizeProblems(size, recorded))),
      ...limitProblems(pkg.manifest.name, bytes),
    ],
  }
  return { pkg, findings, sizes, bytes, attw }
}

function report({ pkg, findings, bytes }: PackageCheck): { passed: number; failed: number } {
  const failed = Object.entries(findings).filter(([, problems]) => problems.length > 0)
  const passed = Object.keys(findings).filter((name) => findings[name]?.length === 0)
  console.log(`${failed.length > 0 ? 'FAIL' : 'ok  '}  ${pkg.manifest.name}: ${passed.join(', ')}`)
  const limits = bytes === undefined ? '' : limitLine(pkg.manifest.name, bytes)
  if (limits !== '') console.log(`      ${limits}`)
  for (const [name, problems] of failed) {
    for (const problem of problems) console.log(`      ${name}: ${problem.replaceAll('\n', '\n        ')}`)
  }
  return { passed: passed.length, failed: failed.length }
}

function wanted(all: readonly PublicPackage[], names: readonly string[]): readonly PublicPackage[] {
  const found = names.map((name) =>
    all.find(({ manifest, short }) => name === short || name === manifest.name),
  )
  const missing = names.filter((_, i) => found[i] === undefined)
  if (missing.length > 0) throw new Error(`no package ${missing.join(', ')}`)
  return names.length === 0 ? all : found.filter((pkg) => pkg !== undefined)
}

/** What the command line asks for. */
interface AskedPackages {
  readonly names: readonly string[]
  /** Whether sizes are recorded, and not compared. */
  readonly update: boolean
  /** The folder that keeps the tarballs. */
  readonly tarballs: string
}

async function checkAll(
  home: string,
  { names, update, tarballs }: AskedPackages,
): Promise<readonly PackageCheck[]> {
  const all = readPackages()
  const some = wanted(all, names)
  const consumersHome = join(home, 'consumers')
  mkdirSync(tarballs, { recursive: true })
  mkdirSync(consumersHome)
  await packAll(all, tarballs)

  const installs = await inParallel(some, async (pkg) => ({
    pkg,
    consumer: await install(pkg, all, tarballs, consumersHome),
  }))
  const consumers = installs
    .map(({ consumer }) => consumer)
    .filter((consumer) => typeof consumer !== 'string')
  const types = await typeProblems(consumers, consumersHome)
  const recorded = existsSync(GOLDEN) ? parseSizes(readFileSync(GOLDEN, 'utf8')) : []
  const checked = await inParallel(installs, async ({ pkg, consumer }) =>
    typeof consumer === 'string'
      ? { pkg, findings: { install: [consumer] }, sizes: [] }
      : await check(consumer, tarballs, types.get(pkg.short) ?? [], update ? undefined : recorded),
  )
  if (update) {
    const measured = checked.flatMap(({ sizes }) => sizes)
    const entries = all.flatMap((pkg) => pkg.entries)
    writeFileSync(GOLDEN, sizesText(updatedSizes(recorded, measured, entries)))
  }
  return checked
}

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    options: {
      update: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      tarballs: { type: 'string' },
    },
    allowPositionals: true,
  })
  const home = temporaryFolder(tmpdir(), 'seccompile-pack-', values.keep)
  const checked = await checkAll(home, {
    names: positionals,
    update: values.update,
    tarballs: values.tarballs ?? join(home, 'tarballs'),
  })
  const counts = checked.map(report)
  const messages = checked.flatMap(({ findings }) => findings['publint'] ?? [])
  const judged = checked.flatMap(({ attw }) => attw ?? [])
  for (const line of judgedLines(judged, messages.length)) console.log(line)
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0
}

try {
  if (!(await main())) process.exitCode = 1
} catch (error) {
  console.error(`pack-check: ${error instanceof Error ? error.message : String(error)}`)
  console.log('0 passed, 1 failed')
  process.exitCode = 2
}
