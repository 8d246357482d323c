import * as attacks from '@seccompile/attacks'
import { AF_ALG } from '@seccompile/constants/af'
import { SOL_IP } from '@seccompile/constants/sol'
import { call } from '@seccompile/routes'
import { rule, rules } from '@seccompile/rules/test-makers'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { signedAbiTable } from '@seccompile/signatures'
import { expect, it } from 'vitest'

const mount = call('mount')
const clause = attacks.clause('a mount', [mount])
const subject = {
  filter: { level: 'rules', ir: rules(rule(0, 1)) },
  abis: [signedAbiTable('x86_64')],
} as const

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(attacks, {
      allOf: [clause],
      anyOf: [clause],
      clause: ['a mount', [mount], mayOmit({})],
      judgeAttacks: [subject, attacks.attackRecords],
      noCall: ['no call decides'],
      noRecordText: ['shoker', mayOmit(attacks.attackRecords)],
      onCompatAbis: [clause],
      recordNamed: ['shocker', mayOmit(attacks.attackRecords)],
      socketOf: [{ family: AF_ALG }],
      socketOption: [{ name: 'IPT_SO_SET_REPLACE', level: [SOL_IP], optname: [64] }],
      userNamespace: [{ replacedBy: 'CAP_NET_ADMIN' }],
    }),
  ).toEqual([])
})
