/* A ring of io_uring. No other call makes one, and a descriptor of a ring cannot be opened anew through /proc. */
import { call } from '@seccompile/routes'
import type { AttackClause } from '../record/need.ts'
import { clause } from './clause.ts'

/** A ring of io_uring. */
export function ioUring(): AttackClause {
  return clause('a ring of io_uring', [call('io_uring_setup')])
}
