// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of pidfd_send_signal. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const PIDFD_SIGNAL_THREAD: Constant<'pidfd-signal'> = /* @__PURE__ */ constant(
  'pidfd-signal',
  'PIDFD_SIGNAL_THREAD',
  1,
)
export const PIDFD_SIGNAL_THREAD_GROUP: Constant<'pidfd-signal'> = /* @__PURE__ */ constant(
  'pidfd-signal',
  'PIDFD_SIGNAL_THREAD_GROUP',
  2,
)
export const PIDFD_SIGNAL_PROCESS_GROUP: Constant<'pidfd-signal'> = /* @__PURE__ */ constant(
  'pidfd-signal',
  'PIDFD_SIGNAL_PROCESS_GROUP',
  4,
)
