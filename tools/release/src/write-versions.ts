/*
 * `pnpm versions`: writes the versions and CHANGELOGs of the next release into this folder, for the pull request of a release.
 */
import { ROOT } from '@seccompile/pack-check/packages'
import { steps } from './steps.ts'
import { tmpdir } from 'node:os'
import { writeVersions } from './versions.ts'

const left = await writeVersions(ROOT, steps(tmpdir()))
if (left.length > 0)
  console.error(`no subject in .changeset/subjects.json, and so told last: ${left.join(', ')}`)
