import { letsRun, refuses } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import type { Capability, ShownCall } from '@seccompile/policy'
import { isUndecided } from '@seccompile/prover'
import type { Inquiry } from '@seccompile/prover'
import { routesOf } from '@seccompile/routes'
import type { CallRoute, MachineAbis } from '@seccompile/routes'
import { assertNever } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'
import type { AffectedKernels } from '../record/attack-record.ts'
import type { AttackClause } from '../record/need.ts'

/** A call that serves a clause, with the verdict of the filter. */
export interface ServingCall extends ShownCall {
  /** The call of the clause. The number may be that of a multiplexer or of io_uring_setup. */
  readonly name: string
  readonly by?: CallRoute['by']
  readonly verdict: Verdict
}

/** What the filter does about one clause on one machine. */
export type ClauseAnswer = { readonly clause: AttackClause } & (
  | {
      /** Every route is refused. */
      readonly kind: 'refused'
      /** The names of the refused calls, and their ABIs. */
      readonly calls: readonly string[]
      readonly abis: readonly AbiToken[]
    }
  | {
      /** A route is open. */
      readonly kind: 'open'
      readonly call: ServingCall
    }
  | {
      /** The process has the capability that replaces the clause. */
      readonly kind: 'held'
      readonly capability: Capability
    }
  | {
      /** No call of the machine serves the clause in an affected kernel. */
      readonly kind: 'absent'
    }
  | {
      /** No route is open, and a listener or a tracer decides about a call. */
      readonly kind: 'left-open'
      readonly call: ServingCall
    }
  | {
      /** A question about a route passes a bound of the prover. */
      readonly kind: 'undecided'
      readonly reason: string
    }
)

/** A question to the filter: its inquiry, and the facts about the process. */
export interface AttackQuestion {
  readonly inquiry: Inquiry
  readonly caps: readonly Capability[]
}

function serving(
  route: CallRoute,
  inquiry: Inquiry,
  goal: (verdict: Verdict) => boolean,
): ServingCall | undefined {
  const { abi, arch, name, nr, args, by } = route
  const found = inquiry.call(goal, { arch, nr, args })
  return found && { abi: abi.token, name, ...(by === undefined ? {} : { by }), ...found }
}

const isOther = (verdict: Verdict): boolean => !letsRun(verdict) && !refuses(verdict)

/** The name of the call that a route makes. */
const madeBy = ({ name, by }: CallRoute): string => {
  switch (by) {
    case undefined:
    case 'foreign-number':
      return name
    case 'io_uring':
      return 'io_uring_setup'
    case 'socketcall':
    case 'ipc':
      return by
    default:
      return assertNever(by)
  }
}

/** The answer about the clause, where it has `routes`. @throws the errors of the prover for a question that passes a bound */
function routesAnswer(clause: AttackClause, routes: readonly CallRoute[], inquiry: Inquiry): ClauseAnswer {
  for (const route of routes) {
    const call = serving(route, inquiry, letsRun)
    if (call !== undefined) return { clause, kind: 'open', call }
  }
  for (const route of routes) {
    const call = serving(route, inquiry, isOther)
    if (call !== undefined) return { clause, kind: 'left-open', call }
  }
  return {
    clause,
    kind: 'refused',
    calls: [...new Set(routes.map(madeBy))],
    abis: [...new Set(routes.map(({ abi }) => abi.token))],
  }
}

/**
 * The answer about `clause` on `machine`.
 * @throws the errors of the prover that are not about a bound
 */
export function clauseAnswer(
  clause: AttackClause,
  machine: MachineAbis,
  affected: AffectedKernels,
  { inquiry, caps }: AttackQuestion,
): ClauseAnswer {
  const { replacedBy } = clause
  if (replacedBy !== undefined && caps.includes(replacedBy))
    return { clause, kind: 'held', capability: replacedBy }
  const routes = routesOf(clause.calls, machine, affected)
  if (routes.length === 0) return { clause, kind: 'absent' }
  try {
    return routesAnswer(clause, routes, inquiry)
  } catch (error) {
    if (!isUndecided(error)) throw error
    return { clause, kind: 'undecided', reason: error.message }
  }
}
