/* The type of a group of system calls. */
import type { SyscallName } from '@seccompile/syscalls'
import type { GroupName } from './group-name.ts'

/** A group of system calls that serve one purpose. */
export interface Group<Name extends GroupName = GroupName> {
  readonly name: Name
  /** What the calls do, in one line without a full stop. */
  readonly summary: string
  /** The calls, old and new forms of one call together. */
  readonly calls: readonly SyscallName[]
}
