import { policyFilter } from '@seccompile/filter'
import * as heal from '@seccompile/heal'
import { policy, resolve } from '@seccompile/policy'
import { wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'
import { rowsOf, X86_64 } from './healed.ts'

const refusing = policy({ default: 'deny' })
const NO_EDIT = { joins: [], takes: [], rules: [] }
const seen = heal.seenCalls(rowsOf('getpid'))

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(heal, {
      addedConditions: [{ abi: 'x86_64', name: 'openat' }, [], heal.WITHOUT_TEXT],
      allowingSeen: [resolve(refusing, X86_64).rules, []],
      assembled: [refusing, [], heal.WITHOUT_TEXT],
      builderLines: [[]],
      chainText: ['export default policy({})', refusing],
      editedPolicy: [refusing, { joins: [], takes: [], rules: [] }, heal.WITHOUT_TEXT.entryOf],
      editOf: [refusing, [], heal.WITHOUT_TEXT],
      effectKey: [{ args: [] }],
      heal: [refusing, X86_64, seen, heal.WITHOUT_TEXT],
      healedPolicy: [refusing, [], heal.WITHOUT_TEXT],
      jsonProfile: ['{}', refusing],
      judgedHeal: [
        {
          filter: policyFilter('refusing', { policy: refusing }, X86_64),
          seen,
          source: { form: heal.WITHOUT_TEXT, reread: () => Promise.resolve(refusing) },
          lint: { requirements: {}, rules: [], wanted: new Set(), baseline: [] },
        },
      ],
      reportRows: ['', 'report'],
      seenCalls: [[]],
      writtenEdit: [
        { form: heal.WITHOUT_TEXT, reread: () => Promise.resolve(refusing) },
        NO_EDIT,
        () => true,
      ],
      yamlProfile: ['', refusing],
    }),
  ).toEqual([])
})
