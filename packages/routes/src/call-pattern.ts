import { arg } from '@seccompile/policy'
import type { Condition } from '@seccompile/policy'
import { callCondition } from '@seccompile/policy/toolkit'
import type { CallCondition } from '@seccompile/policy/toolkit'
import { signedAbiTable } from '@seccompile/signatures'
import { abis } from '@seccompile/syscalls'
import type { SyscallName } from '@seccompile/syscalls'

/** Calls of one name, on every ABI. */
export interface CallPattern {
  readonly name: SyscallName
  /** The condition on the arguments, by their names; any arguments where absent. */
  readonly when?: Condition
  /** Whether only an ABI of 32-bit programs on a 64-bit kernel counts. */
  readonly compat?: true
}

/** A condition that any arguments meet. */
const ANY_ARGUMENTS = (): Condition => arg(0).ge(0)

/**
 * The calls `name`, or those of them whose arguments meet `when`: `call('ioctl', ({ cmd }) => cmd.eq(TIOCSTI))`. A comparison
 * looks at the bits that the kernel reads.
 * @throws PolicyError for a name that no call has, an argument that the call lacks, and a constant that it does not take
 */
export function call<Name extends SyscallName>(name: Name, when?: CallCondition<Name>): CallPattern {
  const tables = abis.map(({ token }) => signedAbiTable(token))
  const condition = callCondition(name, when ?? ANY_ARGUMENTS, tables)
  return when === undefined ? { name } : { name, when: condition }
}
