/*
 * `pnpm versions`: writes the versions and CHANGELOGs of the next release into this folder, for the pull request of a release.
 */
import { tmpdir } from 'node:os'
import { ROOT } from '@seccompile/pack-check/packages'
import { runToEnd } from './errors.ts'
import { steps, stopAtSignals } from './steps.ts'
import { writeVersions } from './versions.ts'

await runToEnd('versions', async () => {
  const programs = steps(tmpdir())
  stopAtSignals(programs)
  const left = await writeVersions(ROOT, programs)
  if (left.length > 0)
    console.error(`no subject in .changeset/subjects.json, and so told last: ${left.join(', ')}`)
})
