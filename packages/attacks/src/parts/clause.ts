/* The makers of needs. Each checks what it is given, so that a record with a wrong name does not load. */
import type { CallPattern } from '@seccompile/routes'
import { expectList, expectObject, expectText, quote } from '@seccompile/shape'
import type { AttackClause, AttackNeed } from '../record/need.ts'

/** The parts of a joint. */
type NeedParts = readonly [AttackNeed, ...AttackNeed[]]

/** The options of a clause. */
export type ClauseOptions = Pick<AttackClause, 'replacedBy'>

/**
 * The clause `name`: any one of `calls` does it.
 * @throws TypeError for wrong values; RangeError without calls
 */
export function clause(
  name: string,
  calls: readonly CallPattern[],
  options: ClauseOptions = {},
): AttackClause {
  expectText(name, 'name')
  expectList(calls, 'calls', 'name')
  expectObject(options, 'options')
  if (calls.length === 0)
    throw new RangeError(`clause ${quote(name)} has no calls; name one, or use noCall()`)
  const { replacedBy } = options
  return { kind: 'clause', name, calls, ...(replacedBy === undefined ? {} : { replacedBy }) }
}

/** @throws TypeError, RangeError where `needs` are not needs, or are none */
function checked(needs: NeedParts): NeedParts {
  expectList(needs, 'needs', 'kind')
  if (needs.length === 0) throw new RangeError('a joint of needs has no part; name one, or use noCall()')
  // A part that no call decides is met under every filter, so the other parts of an "any" would stop nothing.
  if (needs.some(({ kind }) => kind === 'no-call'))
    throw new TypeError('a joint of needs has a part noCall(); make noCall() the whole need')
  return needs
}

/** All of `needs`. A filter that refuses one of them stops the attack. */
export function allOf(...needs: NeedParts): AttackNeed {
  return { kind: 'all', of: checked(needs) }
}

/** Any one of `needs`. A filter stops the attack only if it refuses each of them. */
export function anyOf(...needs: NeedParts): AttackNeed {
  return { kind: 'any', of: checked(needs) }
}

/** No system call decides: no filter stops the attack, and none is needed for it. */
export function noCall(because: string): AttackNeed {
  expectText(because, 'because')
  return { kind: 'no-call', because }
}

/** `of`, by an ABI of 32-bit programs on a 64-bit kernel. */
export function onCompatAbis(of: AttackClause): AttackClause {
  expectObject(of, 'clause', 'kind', 'name', 'calls')
  const calls = of.calls.map((each): CallPattern => ({ ...each, compat: true }))
  return { ...of, name: `a compat call for ${of.name}`, calls }
}
