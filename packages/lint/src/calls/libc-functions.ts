/*
 * Functions of the C library for which one library, or one version, makes another call than the others do. A filter that
 * has one of the calls and refuses the other fits one library and breaks the other. measured-calls.ts has the calls.
 *
 * Only calls that a library of today makes are demanded. `getdents` is not demanded: glibc 2.28 stopped making it.
 */
import { valueOn } from '@seccompile/constants'
import { expectFunction, expectObject } from '@seccompile/shape'
import type { Predicate } from '@seccompile/rules'
import type { ExaminedAbi } from '../examine/examined.ts'
import { FIRST_CALLS } from './measured-calls.ts'
import type { FirstCall } from './measured-calls.ts'

/** A call that a library makes. */
export interface LibcCall {
  readonly name: string
  /** The call in a message. */
  readonly shown: string
  /** The condition on the arguments of the call; absent where they come from the program. */
  readonly args?: Predicate
  /** The library that makes the call today; absent where only older versions make it. */
  readonly by?: string
  /** Whether the library makes another call where this one fails with ENOSYS. */
  readonly fallsBack?: boolean
}

/** The calls for one function of the C library. Each library makes one of them. */
export type LibcFunction = readonly LibcCall[]

/** The parts of an examined ABI that {@link libcFunctions} needs. */
type Has = Pick<ExaminedAbi, 'abi' | 'has' | 'is'>

/** `call` on an ABI; none where the ABI lacks it or, as ppc lacks TCGETS2, a constant of its argument. */
function callOn({ abi, has, is }: Has, { test, ...call }: FirstCall): readonly LibcCall[] {
  if (!has(call.name)) return []
  if (test === undefined) return [{ ...call, shown: call.name }]
  const values = test.constants.map((one) => valueOn(one, abi.token))
  if (values.includes(undefined)) return []
  const value = values.reduce((sum, one) => sum | BigInt(one ?? 0), 0n)
  const args = is(call.name, test.argument, value)
  const shown = `${call.name}(${test.constants.map(({ constant }) => constant).join('|')})`
  return args === undefined ? [] : [{ ...call, shown, args }]
}

/** The functions on an ABI, with the calls that it has. */
export function libcFunctions(on: Has): readonly LibcFunction[] {
  expectObject(on, 'on', 'abi', 'has', 'is')
  expectFunction(on.has, 'on.has')
  expectFunction(on.is, 'on.is')
  return FIRST_CALLS.filter(({ abis }) => abis.split(' ').includes(on.abi.token))
    .flatMap(({ functions }) => Object.values(functions))
    .map((calls) => calls.flatMap((call) => callOn(on, call)))
    .filter((calls) => calls.length > 1)
}
