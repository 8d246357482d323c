import { expectList, expectObject } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import type { KernelSpan } from '../record/attack-record.ts'
import type { AttackClause } from '../record/need.ts'
import { machinesOf } from './machines.ts'
import { routesOf } from './routes.ts'
import type { CallRoute } from './routes.ts'

/**
 * Every route to the calls of `asked`, a clause or what has its calls, on the machines of `abis` and in the kernels of `kernels`.
 * The list is empty where no ABI of the machines has a call.
 * @throws TypeError for a wrong value
 */
export function callRoutes(
  asked: Pick<AttackClause, 'calls' | 'compat'>,
  abis: readonly [AbiTable, ...AbiTable[]],
  kernels: KernelSpan,
): readonly CallRoute[] {
  expectObject(asked, 'asked', 'calls')
  expectList(asked.calls, 'asked.calls', 'name')
  expectList(abis, 'abis', 'token', 'numbers')
  expectObject(kernels, 'kernels')
  return machinesOf(abis).flatMap((machine) => routesOf(asked, machine, kernels))
}
