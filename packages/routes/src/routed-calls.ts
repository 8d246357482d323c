import { expectFunction, expectList, expectObject } from '@seccompile/shape'
import type { AnsweredCall, Inquiry, VerdictGoal } from '@seccompile/prover'
import type { CallRoute } from './routes.ts'

/** A call by a route, with its verdict. */
export interface RoutedCall extends AnsweredCall {
  readonly route: CallRoute
}

/**
 * The first call by each of `routes` whose verdict meets `goal`.
 * @throws TypeError for a wrong value, and the errors of the prover for a question that passes a bound
 */
export function routedCalls(
  inquiry: Inquiry,
  goal: VerdictGoal,
  routes: readonly CallRoute[],
): readonly RoutedCall[] {
  expectObject(inquiry, 'inquiry', 'call')
  expectFunction(goal, 'goal')
  expectList(routes, 'routes', 'arch', 'nr', 'args')
  return routes.flatMap((route) => {
    const { arch, nr, args } = route
    const found = inquiry.call(goal, { arch, nr, args })
    return found === undefined ? [] : { ...found, route }
  })
}
