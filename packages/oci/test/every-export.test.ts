import * as rules from '@seccompile/rules'
import { rule, rules as ruleSetOf } from '@seccompile/rules/test-makers'
import { abiTable } from '@seccompile/syscalls'
import * as oci from '@seccompile/oci'
import * as ociReading from '@seccompile/oci/reading'
import { mayOmit, unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const ruled = ruleSetOf(rule(0, 1))
const x86_64 = abiTable('x86_64')
const file = { file: 'f' }
const forAbis = { abis: [x86_64] }
const PROFILE = '{"defaultAction":"SCMP_ACT_ALLOW"}'
const { parseJson } = ociReading
const INNER = unchecked('reads a node that `parseJson` has yielded')

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(oci, {
      parseProfile: [PROFILE, file],
      profileAbis: [oci.parseProfile(PROFILE, file), 'x86_64'],
      profileOf: [ruled, forAbis],
      writeProfile: [ruled, forAbis],
      exactClauses: [rules.ALWAYS, 64],
    }),
  ).toEqual([])
})

it('refuses wrong values of every argument of `/reading` by a message of ours', async () => {
  expect(
    await wrongValueFaults(ociReading, {
      parseJson: [PROFILE, 'f', mayOmit('what')],
      readProfile: [parseJson(PROFILE, 'f'), file],
      jsonText: [{}, mayOmit()],
      withEntries: [PROFILE, [], []],
      arrayAt: INNER,
      checkKnownKeys: INNER,
      field: INNER,
      integerAt: INNER,
      objectAt: INNER,
      requiredField: INNER,
      stringAt: INNER,
      unknownWord: INNER,
      warningsOfIgnoredKeys: INNER,
      wordOfAction: INNER,
      wordOfOperator: ['EQ'],
    }),
  ).toEqual([])
})
