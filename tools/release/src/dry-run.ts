/*
 * `npm run release:dry`: makes a release from the newest commit and publishes nothing.
 *
 * Everything happens in a clone below a temporary folder: changesets write versions and CHANGELOGs, the packages are built and packed,
 * and the check of packages uses each as its users would. What a release has beside its tarballs is then in `out/release`: a bill of
 * materials, the digest of each preset, and the sum of each file. The first thing that is wrong ends the run, by its name.
 *
 * `--versions-as-committed` leaves the versions as they are: at the tag of a release, changesets have written them.
 */
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { billOfMaterials } from './bill.ts'
import { output, ReleaseError, ROOT } from './commands.ts'
import { checkRepository, checkUnpublished, uncommitted } from './gates.ts'
import { releasedPackages } from './packages.ts'

const begun = performance.now()
const say = (text: string): void => {
  process.stderr.write(`${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${text}\n`)
}

/** The digest of the meaning of each preset, and the sum of its bytes, a line each. */
function presetDigests(tree: string): string {
  const command = join(tree, 'packages/seccompile/bin/seccompile.js')
  const { presets } = JSON.parse(output(tree, process.execPath, command, 'presets', '--json')) as {
    readonly presets: readonly { readonly name: string }[]
  }
  const names = presets.map(({ name }) => `preset:${name}`)
  return `${output(tree, process.execPath, command, 'digest', ...names)}\n`
}

/** @param areCommitted - whether the versions are those of the commit, as at the tag of a release */
function makeRelease(tree: string, to: string, areCommitted: boolean): void {
  say('cloning')
  output(ROOT, 'git', 'clone', '--quiet', '--no-local', ROOT, tree)
  checkRepository(tree)
  say('installing, from the lockfile')
  output(tree, 'pnpm', 'install', '--frozen-lockfile', '--prefer-offline', '--ignore-scripts')
  if (!areCommitted) {
    say('versions and CHANGELOGs, by changesets')
    output(tree, 'pnpm', 'changeset', 'version')
    output(tree, 'pnpm', 'install', '--no-frozen-lockfile', '--prefer-offline', '--ignore-scripts')
  }
  const packages = releasedPackages(tree)
  say('asking the registry')
  checkUnpublished(packages.map(({ manifest }) => manifest))
  say('building')
  output(tree, 'pnpm', 'build')
  say('packing, and using each package as its users would')
  const packed = join(tree, '..', 'packed')
  const checked = output(tree, process.execPath, 'tools/pack-check/dist/pack-check.js', '--tarballs', packed)
  say(checked.split('\n').at(-1) ?? '')
  say('bill of materials, digests and sums')
  const released = packages.map((each) => {
    const { name, version } = each.manifest
    const file = `${name.replace(/^@/, '').replace('/', '-')}-${version}.tgz`
    if (!existsSync(join(packed, file))) throw new ReleaseError(`${name}: no tarball ${file}`)
    const tarball = join(to, 'tarballs', file)
    copyFileSync(join(packed, file), tarball)
    return { ...each, tarball }
  })
  writeFileSync(join(to, 'bill-of-materials.cdx.json'), billOfMaterials(released))
  writeFileSync(join(to, 'presets.digests'), presetDigests(tree))
  const files = [
    ...released.map(({ tarball }) => relative(to, tarball)),
    'bill-of-materials.cdx.json',
    'presets.digests',
  ]
  const sumOf = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(join(to, name)))
      .digest('hex')
  writeFileSync(
    join(to, 'SHA256SUMS'),
    files
      .sort()
      .map((name) => `${sumOf(name)}  ${name}\n`)
      .join(''),
  )
  const [{ manifest }] = packages as [(typeof packages)[number]]
  console.log(`${packages.length} packages of version ${manifest.version} in ${to}`)
}

const home = realpathSync(mkdtempSync(join(tmpdir(), 'seccompile-release-')))
const to = join(ROOT, 'out/release')
try {
  const left = uncommitted()
  if (left.length > 0) say(`not committed, and so not in the release: ${left.length} files`)
  rmSync(to, { recursive: true, force: true })
  mkdirSync(join(to, 'tarballs'), { recursive: true })
  makeRelease(join(home, 'tree'), to, process.argv.includes('--versions-as-committed'))
} catch (error) {
  if (!(error instanceof Error) || error.name !== 'ReleaseError') throw error
  console.error(`release: ${error.message}`)
  process.exitCode = 1
} finally {
  rmSync(home, { recursive: true, force: true })
}
