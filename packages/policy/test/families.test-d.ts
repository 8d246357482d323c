/* That signatures and constants mean the same by a family; checked by tsc, never run. */
import type { ConstantFamily } from '@seccompile/constants'
import { O_CLOEXEC } from '@seccompile/constants/o'
import { IPC_CREAT } from '@seccompile/constants/ipc'
import { IPPROTO_TCP } from '@seccompile/constants/ipproto'
import { PR_CAP_AMBIENT_RAISE } from '@seccompile/constants/pr-arg'
import { Q_QUOTAON } from '@seccompile/constants/quota'
import { USRQUOTA } from '@seccompile/constants/quota-type'
import { SIGCHLD } from '@seccompile/constants/sig'
import type { ArgumentFamily as SignedFamily } from '@seccompile/signatures'
import { policy } from '@seccompile/policy'

/** Every family that a signature names has constants. */
export const familyOf = (family: SignedFamily): ConstantFamily => family

const base = policy({ default: 'allow' })

// An argument of two families takes both.
base.deny('setsockopt', ({ level }) => level.eq(IPPROTO_TCP))
base.deny('clone', ({ clone_flags }) => clone_flags.hasAny(SIGCHLD))
base.deny('semget', ({ semflg }) => semflg.hasAny(IPC_CREAT))
base.deny('quotactl', ({ cmd }) => cmd.masked(0xff).eq(USRQUOTA))
// An argument without a family takes every constant.
base.deny('prctl', ({ arg2 }) => arg2.eq(PR_CAP_AMBIENT_RAISE))

// @ts-expect-error a constant of another family
base.deny('clone', ({ clone_flags }) => clone_flags.hasAny(O_CLOEXEC))
// @ts-expect-error QCMD() moves it up by 8 bits, so it matches no call as it is
base.deny('quotactl', ({ cmd }) => cmd.eq(Q_QUOTAON))
