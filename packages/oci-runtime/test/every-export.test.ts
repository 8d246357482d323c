import * as ociRuntime from '@seccompile/oci-runtime'
import * as kep6061 from '@seccompile/oci-runtime/kep6061'
import { parseProfile } from '@seccompile/oci'
import { changes } from '@seccompile/prover'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const TEXT =
  '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["read","write"],"action":"SCMP_ACT_ALLOW"}]}'
const OPTIONS = { file: 'f', runtime: 'runc-1.5', libseccomp: '2.6.1', main: 'x86_64' } as const

it('refuses wrong values of every argument by a message of ours', async () => {
  const found = ociRuntime.loads(TEXT, OPTIONS)
  if (found.kind !== 'loaded') throw new Error(found.kind)
  const answer = changes({ level: 'rules', ir: found.written }, { level: 'rules', ir: found.loaded })
  if (answer.kind !== 'changes') throw new Error(answer.kind)
  expect(
    await wrongValueFaults(ociRuntime, {
      loads: [TEXT, OPTIONS],
      safeProfile: [TEXT, OPTIONS],
      claimedChanges: [answer.changes, ['socket'], found.abis],
      causesOf: [answer.changes[0], found.causes, found.abis],
    }),
  ).toEqual([])
})

const profile = parseProfile(TEXT, { file: 'f' })

it('refuses wrong values of every argument of `/kep6061` by a message of ours', async () => {
  expect(
    await wrongValueFaults(kep6061, {
      checkArtifact: [TEXT, { file: 'f' }],
      judgeMerge: [[profile], kep6061.mergeProfiles([profile]), mayOmit()],
      mergeProfiles: [[profile], mayOmit()],
    }),
  ).toEqual([])
})
