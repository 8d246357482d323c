/* Makes a release in a folder, from a commit and nothing else. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pnpm } from '@seccompile/pack-check/pack'
import { billOfMaterials } from './bill.ts'
import { DOOR, entryOf } from './changelogs.ts'
import { ReleaseError } from './errors.ts'
import { checkRepository, checkUnpublished } from './gates.ts'
import { manifestIn, releasedPackages, tarballName } from './packages.ts'
import type { Steps } from './steps.ts'
import { SUMS, sumsOf } from './sums.ts'
import { writeVersions } from './versions.ts'

/** What a release is made of, and where. */
export interface ReleaseQuestion {
  /** The repository, whose newest commit is released. */
  readonly root: string
  /** A folder for all that the steps make. */
  readonly home: string
  /** Whether the versions are those of the commit, as at the tag of a release. */
  readonly areVersionsCommitted: boolean
}

/** A release that has been made. */
export interface MadeRelease {
  /** The folder with its files. */
  readonly folder: string
  readonly packages: number
  readonly version: string
}

/** The digest of the meaning of each preset, a line each. */
async function presetDigests(tree: string, { run }: Steps): Promise<string> {
  const command = join(tree, 'packages/seccompile/bin/seccompile.js')
  const { presets } = JSON.parse(await run(tree, process.execPath, command, 'presets', '--json')) as {
    readonly presets: readonly { readonly name: string }[]
  }
  const names = presets.map(({ name }) => `preset:${name}`)
  return `${await run(tree, process.execPath, command, 'digest', ...names)}\n`
}

/** The notes of the release: what the CHANGELOG of the door says. @throws ReleaseError where it says nothing of the version */
function notes(tree: string): string {
  const folder = join(tree, 'packages', DOOR)
  const { version } = manifestIn(folder)
  const file = join(folder, 'CHANGELOG.md')
  const entry = existsSync(file) ? entryOf(version, readFileSync(file, 'utf8')) : undefined
  if (entry !== undefined) return entry
  throw new ReleaseError(
    'E_INPUT',
    `packages/${DOOR}/CHANGELOG.md: no entry of version ${version}; run pnpm versions, and commit`,
  )
}

/** Clones `root`, and stops where what the owner has to set is not set. */
async function cloneChecked({ root, home }: ReleaseQuestion, { run }: Steps): Promise<string> {
  const tree = join(home, 'tree')
  await run(home, 'git', 'clone', '--quiet', '--no-local', root, tree)
  checkRepository(tree)
  await run(tree, process.execPath, 'tools/sync/sync.mjs', '--check').catch((error: unknown) => {
    throw new ReleaseError('E_INPUT', `${(error as ReleaseError).message}\nthen commit`) // run() throws no other
  })
  return tree
}

/** Writes versions and CHANGELOGs in `tree`, and asks whether the registry has them. */
async function version(tree: string, steps: Steps, say: (text: string) => void): Promise<void> {
  say('versions and CHANGELOGs, by changesets')
  const left = await writeVersions(tree, steps)
  if (left.length > 0)
    say(`changesets without a subject in .changeset/subjects.json, which are told last: ${left.join(', ')}`)
  const manifests = releasedPackages(tree).map(({ manifest }) => manifest)
  const registry = await steps.run(tree, 'npm', 'config', 'get', 'registry', '--workspaces=false')
  say(`asking ${registry}`)
  await checkUnpublished(manifests, registry)
}

/**
 * Makes a release, and publishes nothing.
 *
 * @param say - prints the progress
 * @throws ReleaseError at the first thing that is wrong
 */
export async function makeRelease(
  question: ReleaseQuestion,
  steps: Steps,
  say: (text: string) => void,
): Promise<MadeRelease> {
  say('cloning')
  const tree = await cloneChecked(question, steps)
  const [command, ...words] = pnpm()
  say('installing, from the lockfile')
  await steps.run(
    tree,
    command,
    ...words,
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
    '--ignore-scripts',
  )
  if (!question.areVersionsCommitted) await version(tree, steps, say)
  const text = notes(tree)
  say('building')
  await steps.run(tree, command, ...words, 'build')
  say('packing, and using each package as its users would')
  const packed = join(question.home, 'packed')
  const checked = await steps.run(
    tree,
    process.execPath,
    'tools/pack-check/dist/pack-check.js',
    '--tarballs',
    packed,
  )
  say(checked.split('\n').at(-1) ?? '')
  say('bill of materials, digests and sums')
  const folder = join(question.home, 'release')
  mkdirSync(folder)
  const packages = releasedPackages(tree).map((each) => {
    const file = tarballName(each.manifest)
    const [from, tarball] = [join(packed, file), join(folder, file)]
    if (!existsSync(from))
      throw new ReleaseError('E_STEP', `${each.manifest.name}: pack-check has left no tarball`)
    copyFileSync(from, tarball)
    return { ...each, tarball }
  })
  writeFileSync(join(folder, 'notes.md'), text)
  writeFileSync(join(folder, 'bill-of-materials.cdx.json'), billOfMaterials(packages))
  writeFileSync(join(folder, 'presets.digests'), await presetDigests(tree, steps))
  writeFileSync(join(folder, SUMS), sumsOf(folder))
  return { folder, packages: packages.length, version: packages[0]?.manifest.version ?? '' }
}
