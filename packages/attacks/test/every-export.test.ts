import { letsRun } from '@seccompile/abi'
import { inquire } from '@seccompile/prover'
import * as attacks from '@seccompile/attacks'
import { AF_ALG } from '@seccompile/constants/af'
import { SOL_IP } from '@seccompile/constants/sol'
import { rule, rules } from '@seccompile/rules/test-makers'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { signedAbiTable } from '@seccompile/signatures'
import { expect, it } from 'vitest'

const mount = attacks.call('mount')
const clause = attacks.clause('a mount', [mount])
const subject = {
  filter: { level: 'rules', ir: rules(rule(0, 1)) },
  abis: [signedAbiTable('x86_64')],
} as const

const inquiry = inquire(subject.filter)

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(attacks, {
      allOf: [clause],
      anyOf: [clause],
      call: ['mount', mayOmit()],
      callRoutes: [clause, subject.abis, { to: '6.12' }],
      clause: ['a mount', [mount], mayOmit({})],
      judgeAttacks: [subject, attacks.attackRecords],
      noCall: ['no call decides'],
      noRecordText: ['shoker', mayOmit(attacks.attackRecords)],
      onCompatAbis: [clause],
      recordNamed: ['shocker', mayOmit(attacks.attackRecords)],
      routedCalls: [inquiry, letsRun, []],
      socketOf: [{ family: AF_ALG }],
      socketOption: [{ name: 'IPT_SO_SET_REPLACE', level: [SOL_IP], optname: [64] }],
      userNamespace: [{ replacedBy: 'CAP_NET_ADMIN' }],
    }),
  ).toEqual([])
})
