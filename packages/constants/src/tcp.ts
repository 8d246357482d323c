// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Socket options at IPPROTO_TCP. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const TCP_NODELAY: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_NODELAY', 1)
export const TCP_MAXSEG: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_MAXSEG', 2)
export const TCP_CORK: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_CORK', 3)
export const TCP_KEEPIDLE: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_KEEPIDLE', 4)
export const TCP_KEEPINTVL: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_KEEPINTVL', 5)
export const TCP_KEEPCNT: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_KEEPCNT', 6)
export const TCP_SYNCNT: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_SYNCNT', 7)
export const TCP_LINGER2: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_LINGER2', 8)
export const TCP_DEFER_ACCEPT: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_DEFER_ACCEPT', 9)
export const TCP_WINDOW_CLAMP: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_WINDOW_CLAMP', 10)
export const TCP_INFO: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_INFO', 11)
export const TCP_QUICKACK: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_QUICKACK', 12)
export const TCP_CONGESTION: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_CONGESTION', 13)
export const TCP_MD5SIG: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_MD5SIG', 14)
export const TCP_THIN_LINEAR_TIMEOUTS: Constant<'tcp'> = /* @__PURE__ */ constant(
  'tcp',
  'TCP_THIN_LINEAR_TIMEOUTS',
  16,
)
export const TCP_THIN_DUPACK: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_THIN_DUPACK', 17)
export const TCP_USER_TIMEOUT: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_USER_TIMEOUT', 18)
export const TCP_REPAIR: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_REPAIR', 19)
export const TCP_REPAIR_QUEUE: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_REPAIR_QUEUE', 20)
export const TCP_QUEUE_SEQ: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_QUEUE_SEQ', 21)
export const TCP_REPAIR_OPTIONS: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_REPAIR_OPTIONS', 22)
export const TCP_FASTOPEN: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_FASTOPEN', 23)
export const TCP_TIMESTAMP: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_TIMESTAMP', 24)
export const TCP_NOTSENT_LOWAT: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_NOTSENT_LOWAT', 25)
export const TCP_CC_INFO: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_CC_INFO', 26)
export const TCP_SAVE_SYN: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_SAVE_SYN', 27)
export const TCP_SAVED_SYN: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_SAVED_SYN', 28)
export const TCP_REPAIR_WINDOW: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_REPAIR_WINDOW', 29)
export const TCP_FASTOPEN_CONNECT: Constant<'tcp'> = /* @__PURE__ */ constant(
  'tcp',
  'TCP_FASTOPEN_CONNECT',
  30,
)
export const TCP_ULP: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_ULP', 31)
export const TCP_MD5SIG_EXT: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_MD5SIG_EXT', 32)
export const TCP_FASTOPEN_KEY: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_FASTOPEN_KEY', 33)
export const TCP_FASTOPEN_NO_COOKIE: Constant<'tcp'> = /* @__PURE__ */ constant(
  'tcp',
  'TCP_FASTOPEN_NO_COOKIE',
  34,
)
export const TCP_ZEROCOPY_RECEIVE: Constant<'tcp'> = /* @__PURE__ */ constant(
  'tcp',
  'TCP_ZEROCOPY_RECEIVE',
  35,
)
export const TCP_INQ: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_INQ', 36)
export const TCP_CM_INQ: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_CM_INQ', 36)
export const TCP_TX_DELAY: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_TX_DELAY', 37)
export const TCP_AO_ADD_KEY: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_AO_ADD_KEY', 38)
export const TCP_AO_DEL_KEY: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_AO_DEL_KEY', 39)
export const TCP_AO_INFO: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_AO_INFO', 40)
export const TCP_AO_GET_KEYS: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_AO_GET_KEYS', 41)
export const TCP_AO_REPAIR: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_AO_REPAIR', 42)
export const TCP_IS_MPTCP: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_IS_MPTCP', 43)
export const TCP_RTO_MAX_MS: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_RTO_MAX_MS', 44)
export const TCP_RTO_MIN_US: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_RTO_MIN_US', 45)
export const TCP_DELACK_MAX_US: Constant<'tcp'> = /* @__PURE__ */ constant('tcp', 'TCP_DELACK_MAX_US', 46)
