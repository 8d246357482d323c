import { letsRun } from '@seccompile/abi'
import { inquire } from '@seccompile/prover'
import * as routes from '@seccompile/routes'
import { rule, rules } from '@seccompile/rules/test-makers'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { signedAbiTable } from '@seccompile/signatures'
import { expect, it } from 'vitest'

const x86_64 = signedAbiTable('x86_64')
const kernels = { to: '6.12' } as const

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(routes, {
      argumentIs: [x86_64, 'socket', 'family', 1n],
      callInPlaceOf: [x86_64, 'socket'],
      call: ['mount', mayOmit()],
      foreignNumbersOf: ['mount', x86_64, [x86_64], kernels],
      hasCall: [x86_64, 'mount', kernels],
      machinesOf: [[x86_64]],
      multiplexerRoute: [x86_64, 'socket'],
      ringOperations: [kernels],
      routedCalls: [inquire({ level: 'rules', ir: rules(rule(0, 1)) }), letsRun, []],
      sameEffect: ['socket'],
      routesOf: [[routes.call('mount')], [x86_64], kernels],
    }),
  ).toEqual([])
})
