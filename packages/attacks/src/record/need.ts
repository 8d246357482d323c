/*
 * The necessary condition of an attack: calls, joined by "all of" and "any of".
 *
 * A need is plain data. A clause is one thing that the attack must do, with every call that does it. A filter stops the
 * clause if it refuses all of these calls, on every ABI of the machine. The joints have no negation, so a filter that
 * refuses more never stops less.
 */
import type { Capability } from '@seccompile/policy'
import type { CallPattern } from '@seccompile/routes'

/** One thing that an attack must do, and every call that does it. */
export interface AttackClause {
  readonly kind: 'clause'
  /** The name for people, as the subject of a sentence: `a socket of AF_ALG`. */
  readonly name: string
  /**
   * The calls, any one of which does it. The multiplexer of an ABI and io_uring need no entry: they count for each call that
   * they make.
   */
  readonly calls: readonly CallPattern[]
  /** The capability in place of which the attacker does it. A process that has the capability does not need the clause. */
  readonly replacedBy?: Capability
}

/** The necessary condition of an attack. */
export type AttackNeed =
  | AttackClause
  | {
      readonly kind: 'all' | 'any'
      readonly of: readonly [AttackNeed, ...AttackNeed[]]
    }
  | {
      /** No system call decides about the attack. */
      readonly kind: 'no-call'
      /** Why, in one clause. */
      readonly because: string
    }

/** The clauses of `need`, in their order. */
export function clausesOf(need: AttackNeed): readonly AttackClause[] {
  switch (need.kind) {
    case 'clause':
      return [need]
    case 'no-call':
      return []
    case 'all':
    case 'any':
      return need.of.flatMap(clausesOf)
  }
}
