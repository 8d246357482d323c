/*
 * `npm run release:dry`: makes a release from the newest commit and publishes nothing.
 *
 * Everything happens in a clone below a temporary folder: changesets write versions and CHANGELOGs, the packages are built and packed,
 * and the check of packages uses each as its users would. What a release has beside its tarballs is then in `out/release`: a bill of
 * materials, the digest of each preset, and the sum of each file. The first thing that is wrong ends the run, by its name, and leaves
 * `out/release` as it was. Exit status 2 is for what the owner has to set right, 1 for a step that failed.
 *
 * `--versions-as-committed` leaves the versions as they are: at the tag of a release, changesets have written them. A version that is
 * published is no error then, so that a release that stopped half way can go on. `--root FOLDER` is another clone of this repository,
 * and `--out FOLDER` another folder for the release.
 */
import { accessSync, constants, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '@seccompile/pack-check/packages'
import { ReleaseError } from './errors.ts'
import { makeRelease } from './release.ts'
import { type Steps, steps } from './steps.ts'

const begun = performance.now()
const say = (text: string): void => {
  process.stderr.write(`${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${text}\n`)
}

const MOST_NAMED = 10
const STATUS_OF_SIGNAL = { SIGINT: 130, SIGTERM: 143 } as const

/** Says which changes are not committed, and so not in the release. */
async function sayUncommitted(root: string, { run }: Steps): Promise<void> {
  const left = (await run(root, 'git', 'status', '--porcelain')).split('\n').filter((line) => line !== '')
  if (left.length === 0) return
  const names = left.slice(0, MOST_NAMED).map((line) => line.trim().replace(/^\S+ /, ''))
  const more = left.length > MOST_NAMED ? ` and ${left.length - MOST_NAMED} more` : ''
  say(`not committed, and so not in the release: ${names.join(', ')}${more}`)
}

/** Makes the folder `to`. @throws ReleaseError where it takes no files */
function makeFolder(to: string): void {
  try {
    mkdirSync(to, { recursive: true })
    accessSync(to, constants.W_OK)
  } catch (error) {
    throw new ReleaseError(
      'E_INPUT',
      `${to}: the release cannot be written there (${(error as Error).message}); name another folder with --out`, // fs throws errors
    )
  }
}

function options(): { readonly root: string; readonly out: string; readonly areVersionsCommitted: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        root: { type: 'string', default: ROOT },
        out: { type: 'string' },
        'versions-as-committed': { type: 'boolean', default: false },
      },
    })
    const { root, out = join(root, 'out/release') } = values
    return { root, out, areVersionsCommitted: values['versions-as-committed'] }
  } catch (error) {
    throw new ReleaseError('E_INPUT', (error as Error).message) // parseArgs throws errors
  }
}

async function main(): Promise<void> {
  const { root, out, areVersionsCommitted } = options()
  makeFolder(out)
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'seccompile-release-')))
  const programs = steps(home)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      process.exitCode = STATUS_OF_SIGNAL[signal]
      programs.stop()
    })
  try {
    await sayUncommitted(root, programs)
    const { folder, packages, version } = await makeRelease(
      { root, home, areVersionsCommitted },
      programs,
      say,
    )
    if (process.exitCode !== undefined) return // a signal came when no program ran
    rmSync(out, { recursive: true, force: true })
    cpSync(folder, out, { recursive: true })
    console.log(`${packages} packages of version ${version} in ${out}`)
  } finally {
    // What a program was writing when it was ended may come late.
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

try {
  await main()
} catch (error) {
  if (!(error instanceof Error) || error.name !== 'ReleaseError') throw error
  const { code } = error as ReleaseError // by its name
  if (process.exitCode === undefined) {
    console.error(`release: ${error.message}`)
    process.exitCode = code === 'E_INPUT' ? 2 : 1
  }
}
