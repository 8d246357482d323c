/* The makers of needs. Each checks what it is given, so that a record with a wrong name does not load. */
import { arg } from '@seccompile/policy'
import type { Condition } from '@seccompile/policy'
import { callCondition } from '@seccompile/policy/parts'
import type { CallCondition } from '@seccompile/policy/parts'
import { signedAbiTable } from '@seccompile/signatures'
import { expectList, expectObject, expectText, quote } from '@seccompile/shape'
import { abis } from '@seccompile/syscalls'
import type { SyscallName } from '@seccompile/syscalls'
import type { AttackClause, AttackNeed, ClauseCall } from '../record/need.ts'

/** A condition that any arguments meet. */
const ANY_ARGUMENTS = (): Condition => arg(0).ge(0)

/**
 * The calls `name`, or those of them whose arguments meet `when`: `call('ioctl', ({ cmd }) => cmd.eq(TIOCSTI))`. A comparison
 * looks at the bits that the kernel reads.
 * @throws PolicyError for a name that no call has, an argument that the call lacks, and a constant that it does not take
 */
export function call<Name extends SyscallName>(name: Name, when?: CallCondition<Name>): ClauseCall {
  const tables = abis.map(({ token }) => signedAbiTable(token))
  const condition = callCondition(name, when ?? ANY_ARGUMENTS, tables)
  return when === undefined ? { name } : { name, when: condition }
}

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
  calls: readonly ClauseCall[],
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
  return { ...of, name: `a compat call for ${of.name}`, compat: true }
}
