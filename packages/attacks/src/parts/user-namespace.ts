/*
 * A user namespace, in which a process without privileges has every capability.
 *
 * `clone3` has its flags in memory, so any call of it counts. `setns` enters a namespace through a descriptor: its flags are
 * 0 for any kind of namespace, or have the kind.
 * @see kernel/fork.c: copy_process(), ksys_unshare(); kernel/nsproxy.c: the setns system call, check_setns_flags()
 */
import { CLONE_NEWUSER } from '@seccompile/constants/clone'
import { any } from '@seccompile/policy'
import type { Capability } from '@seccompile/policy'
import { call } from '@seccompile/routes'
import { expectObject } from '@seccompile/shape'
import type { AttackClause } from '../record/need.ts'
import { clause } from './clause.ts'

/** A user namespace. It drops out for a process that has the capability `replacedBy`. */
export function userNamespace(options: { readonly replacedBy: Capability }): AttackClause {
  expectObject(options, 'options', 'replacedBy')
  return clause(
    'a user namespace',
    [
      call('unshare', ({ unshare_flags: flags }) => flags.hasAny(CLONE_NEWUSER)),
      call('clone', ({ clone_flags: flags }) => flags.hasAny(CLONE_NEWUSER)),
      call('clone3'),
      call('setns', ({ flags }) => any(flags.eq(0), flags.hasAny(CLONE_NEWUSER))),
    ],
    { replacedBy: options.replacedBy },
  )
}
