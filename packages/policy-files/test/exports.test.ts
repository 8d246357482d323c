import { expect, it } from 'vitest'
import * as policyFiles from '@seccompile/policy-files'
import * as manifest from '@seccompile/policy-files/manifest'

it('exports exactly its public names', () => {
  expect(Object.keys(policyFiles).sort()).toEqual([
    'MAX_FILE_BYTES', 'NOTATIONS', 'POLICY_NOTATIONS', 'PRESET', 'PROGRAM_NOTATIONS', 'WRITTEN_ONLY', 'assembled', 'exportedPolicy', 'isAbove',
    'isModulePath', 'isOnlyStricterElsewhere', 'notationOf', 'opened', 'policyText', 'programIn', 'readFilter',
    'readPolicyText', 'readRawFilter', 'testedArches', 'testedOrder', 'utf8', 'writtenAbis',
  ]) // prettier-ignore
})

it('exports exactly the public names of manifests', () => {
  expect(Object.keys(manifest).sort()).toEqual(['TARGET_KEYS', 'manifestText', 'parseManifest'])
})
