/* Operations of futexes. The call `futex_requeue` has no operation of priority inheritance, and io_uring requeues nothing. */
import type { Constant } from '@seccompile/constants'
import { call } from '@seccompile/routes'
import { expectObject } from '@seccompile/shape'
import type { AttackClause } from '../record/need.ts'
import { clause } from './clause.ts'

/** All bits but FUTEX_PRIVATE_FLAG and FUTEX_CLOCK_REALTIME. @see include/uapi/linux/futex.h: FUTEX_CMD_MASK */
const FUTEX_CMD_MASK = 0xfffffe7f

/** The futex operation `op`, with any flags. */
export function futexOperation(op: Constant<'futex'>): AttackClause {
  expectObject(op, 'op', 'constant')
  return clause(`the futex operation ${op.constant}`, [
    call('futex', (args) => args.op.masked(FUTEX_CMD_MASK).eq(op)),
    call('futex_time64', (args) => args.op.masked(FUTEX_CMD_MASK).eq(op)),
  ])
}
