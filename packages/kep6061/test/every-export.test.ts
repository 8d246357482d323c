import { parseProfile } from '@seccompile/oci'
import * as kep6061 from '@seccompile/kep6061'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const PROFILE = '{"defaultAction":"SCMP_ACT_ALLOW"}'
const profile = parseProfile(PROFILE, { file: 'f' })

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(kep6061, {
      checkArtifact: [PROFILE, { file: 'f' }],
      judgeMerge: [[profile], kep6061.mergeProfiles([profile]), mayOmit()],
      mergeProfiles: [[profile], mayOmit()],
    }),
  ).toEqual([])
})
