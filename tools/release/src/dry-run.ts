/*
 * `npm run release:dry`: makes a release from the newest commit and publishes nothing.
 *
 * Everything happens in a clone below a temporary folder: changesets write versions and CHANGELOGs, the packages are built and packed,
 * and the check of packages uses each as its users would. What a release has beside its tarballs is then in `out/release`: a bill of
 * materials, the digest of each preset, and the sum of each file. All are in one folder, as the assets of a release are, so that
 * `sha256sum --check` finds them. The first thing that is wrong ends the run, by its name.
 *
 * `--versions-as-committed` leaves the versions as they are: at the tag of a release, changesets have written them. `--tag TAG` stops a
 * release whose version is not that of the tag.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { billOfMaterials } from './bill.ts'
import { output, ReleaseError, ROOT } from './commands.ts'
import { checkRepository, checkTag, checkUnpublished, uncommitted } from './gates.ts'
import { releasedPackages } from './packages.ts'
import { sumsOf } from './sums.ts'

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

/** What the command line asks for. */
interface Wanted {
  /** Whether the versions are those of the commit, as at the tag of a release. */
  readonly areCommitted: boolean
  /** The tag of the release; absent before there is one. */
  readonly tag: string | undefined
}

function makeRelease(tree: string, to: string, { areCommitted, tag }: Wanted): void {
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
  const [{ manifest: first }] = packages as [(typeof packages)[number]]
  if (tag !== undefined) checkTag(tag, first)
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
    const tarball = join(to, file)
    copyFileSync(join(packed, file), tarball)
    return { ...each, tarball }
  })
  writeFileSync(join(to, 'bill-of-materials.cdx.json'), billOfMaterials(released))
  writeFileSync(join(to, 'presets.digests'), presetDigests(tree))
  writeFileSync(join(to, 'SHA256SUMS'), sumsOf(to))
  console.log(`${packages.length} packages of version ${first.version} in ${to}`)
}

const { values } = parseArgs({
  options: { 'versions-as-committed': { type: 'boolean', default: false }, tag: { type: 'string' } },
})
const home = realpathSync(mkdtempSync(join(tmpdir(), 'seccompile-release-')))
const to = join(ROOT, 'out/release')
try {
  const left = uncommitted()
  if (left.length > 0) say(`not committed, and so not in the release: ${left.length} files`)
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  makeRelease(join(home, 'tree'), to, { areCommitted: values['versions-as-committed'], tag: values.tag })
} catch (error) {
  if (!(error instanceof Error) || error.name !== 'ReleaseError') throw error
  console.error(`release: ${error.message}`)
  process.exitCode = 1
} finally {
  rmSync(home, { recursive: true, force: true })
}
