import * as policy from '@seccompile/policy'
import * as presets from '@seccompile/presets'
import * as presetsLoad from '@seccompile/presets/load'
import { wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const action = policy.errno(1)
const mine = policy.policy({ default: action }).allow('read')

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(presets, {
      composePresets: [[{ name: 'p', policy: mine }]],
      printKeptCall: [{ call: 'read' }],
      presetOf: ['no-network'],
      presetPolicy: ['no-network'],
      presetsOf: ['no-network+no-tracing'],
    }),
  ).toEqual([])
})

it('refuses wrong values of every argument of `/load` by a message of ours', async () => {
  expect(
    await wrongValueFaults(presetsLoad, {
      loadPresetPolicy: ['no-network'],
    }),
  ).toEqual([])
})
