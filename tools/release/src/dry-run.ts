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
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '@seccompile/pack-check/packages'
import { runToEnd } from './errors.ts'
import { fillFolder, makeFolder } from './out-folder.ts'
import { makeRelease } from './release.ts'
import { type Steps, steps, stopAtSignals } from './steps.ts'

const begun = performance.now()
const say = (text: string): void => {
  process.stderr.write(`${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${text}\n`)
}

const MOST_NAMED = 10

/** Says which changes are not committed, and so not in the release. */
async function sayUncommitted(root: string, { run }: Steps): Promise<void> {
  const left = (await run(root, 'git', 'status', '--porcelain')).split('\n').filter((line) => line !== '')
  if (left.length === 0) return
  const names = left.slice(0, MOST_NAMED).map((line) => line.trim().replace(/^\S+ /, ''))
  const more = left.length > MOST_NAMED ? ` and ${left.length - MOST_NAMED} more` : ''
  say(`not committed, and so not in the release: ${names.join(', ')}${more}`)
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      root: { type: 'string', default: ROOT },
      out: { type: 'string' },
      'versions-as-committed': { type: 'boolean', default: false },
    },
  })
  const { root, out = join(root, 'out/release'), 'versions-as-committed': areVersionsCommitted } = values
  const removeFolder = makeFolder(out)
  let isMade = false
  let home: string | undefined
  try {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'seccompile-release-')))
    const programs = steps(home)
    stopAtSignals(programs)
    await sayUncommitted(root, programs)
    const { folder, packages, version } = await makeRelease(
      { root, home, areVersionsCommitted },
      programs,
      say,
    )
    if (process.exitCode !== undefined) return // a signal came when no program ran
    fillFolder(out, folder)
    isMade = true
    console.log(`${packages} packages of version ${version} in ${out}`)
  } finally {
    if (!isMade) removeFolder()
    // What a program was writing when it was ended may come late.
    if (home !== undefined) rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

await runToEnd('release', main)
