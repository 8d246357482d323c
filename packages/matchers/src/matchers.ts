/* The matchers, as `expect.extend` of vitest and of Jest takes them. */
import type { AttackId } from '@seccompile/attacks'
import type { SyscallName } from '@seccompile/syscalls'
import { matched } from './answer.ts'
import type { StatementAnswer, MatcherResult } from './answer.ts'
import { answerAbout } from './ask-calls.ts'
import { askedCalls } from './asked-calls.ts'
import type { AskedArguments } from './asked-calls.ts'
import { isAtLeastAsStrict, meansTheSame } from './compare.ts'
import { filterOf } from './filter-of.ts'
import type { Filter } from '@seccompile/filter'
import type { Tested } from './filter-of.ts'
import { fitsIn } from './fits-in.ts'
import { hasNoFindings } from './has-findings.ts'
import type { FindingsOptions } from './has-findings.ts'
import type { RouteOptions } from './route-options.ts'
import { stopsAttack } from './stops-attack.ts'
import type { StopOptions } from './stops-attack.ts'

/** The statements that a test can make about a filter. Each is decided by proof; where it is not decided, the test fails. */
export interface SeccompMatchers<R = unknown> {
  /**
   * All calls `call` with these arguments run, on each ABI of the filter that has the call. With `not`: none of them runs, by any
   * route that counts.
   */
  readonly toAllow: <N extends SyscallName>(call: N, args?: AskedArguments<N>, options?: RouteOptions) => R
  /**
   * All calls `call` with these arguments fail or kill, by every route: on each ABI of the machine, by `socketcall` or `ipc`, by
   * io_uring, and by numbers of another ABI. With `not`: none of them is refused, on any ABI of the filter.
   */
  readonly toRefuse: <N extends SyscallName>(call: N, args?: AskedArguments<N>, options?: RouteOptions) => R
  /** The filter refuses what the attack needs: `toStop('CVE-2022-0185')`. Records: docs/attacks.md. */
  readonly toStop: (id: AttackId, options?: StopOptions) => R
  /** Every call gets the verdict that `other` gives to it. */
  readonly toMean: (other: Tested) => R
  /** No call gets a weaker verdict than `base` gives to it. */
  readonly toBeAtLeastAsStrictAs: (base: Tested) => R
  /** The program has at most this number of instructions; a policy is compiled. */
  readonly toFitIn: (instructions: number) => R
  /** Lint finds nothing, and every lint rule is decided. */
  readonly toHaveNoFindings: (options?: FindingsOptions) => R
}

/** A matcher, as `expect.extend` of vitest and Jest takes it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- SeccompMatchers has the types of the arguments
type Matcher = (this: unknown, received: unknown, ...args: any[]) => MatcherResult

/** A matcher that makes a statement about what `expect` got. */
function matcher(statement: (filter: Filter, ...args: never[]) => StatementAnswer): Matcher {
  return function (received, ...args) {
    const isNot = (this as { readonly isNot?: boolean } | undefined)?.isNot === true // what a runner binds it to
    const filter = filterOf(received, 'the filter')
    return matched(filter.name, statement(filter, ...(args as never[])), isNot)
  }
}

/** The matchers for `expect.extend`; `@seccompile/matchers/vitest` and `/jest` extend `expect`, and know their types. */
export const seccompMatchers: Readonly<Record<keyof SeccompMatchers, Matcher>> = {
  toAllow: matcher((filter, call: SyscallName, args?: object, options?: RouteOptions) =>
    answerAbout(filter, 'allow', askedCalls(call, args), options),
  ),
  toRefuse: matcher((filter, call: SyscallName, args?: object, options?: RouteOptions) =>
    answerAbout(filter, 'refuse', askedCalls(call, args), options),
  ),
  toStop: matcher(stopsAttack),
  toMean: matcher((filter, other: Tested) => meansTheSame(filter, filterOf(other, 'the other'))),
  toBeAtLeastAsStrictAs: matcher((filter, base: Tested) =>
    isAtLeastAsStrict(filter, filterOf(base, 'the base')),
  ),
  toFitIn: matcher(fitsIn),
  toHaveNoFindings: matcher(hasNoFindings),
}
