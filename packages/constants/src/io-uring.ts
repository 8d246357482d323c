// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Operations of io_uring_register. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const IORING_REGISTER_BUFFERS: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_BUFFERS',
  0,
)
export const IORING_UNREGISTER_BUFFERS: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_UNREGISTER_BUFFERS',
  1,
)
export const IORING_REGISTER_FILES: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_FILES',
  2,
)
export const IORING_UNREGISTER_FILES: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_UNREGISTER_FILES',
  3,
)
export const IORING_REGISTER_EVENTFD: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_EVENTFD',
  4,
)
export const IORING_UNREGISTER_EVENTFD: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_UNREGISTER_EVENTFD',
  5,
)
export const IORING_REGISTER_FILES_UPDATE: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_FILES_UPDATE',
  6,
)
export const IORING_REGISTER_EVENTFD_ASYNC: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_EVENTFD_ASYNC',
  7,
)
export const IORING_REGISTER_PROBE: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_PROBE',
  8,
)
export const IORING_REGISTER_PERSONALITY: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_PERSONALITY',
  9,
)
export const IORING_UNREGISTER_PERSONALITY: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_UNREGISTER_PERSONALITY',
  10,
)
export const IORING_REGISTER_RESTRICTIONS: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_RESTRICTIONS',
  11,
)
export const IORING_REGISTER_ENABLE_RINGS: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_ENABLE_RINGS',
  12,
)
export const IORING_REGISTER_FILES2: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_FILES2',
  13,
)
export const IORING_REGISTER_FILES_UPDATE2: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_FILES_UPDATE2',
  14,
)
export const IORING_REGISTER_BUFFERS2: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_BUFFERS2',
  15,
)
export const IORING_REGISTER_BUFFERS_UPDATE: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_BUFFERS_UPDATE',
  16,
)
export const IORING_REGISTER_IOWQ_AFF: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_IOWQ_AFF',
  17,
)
export const IORING_UNREGISTER_IOWQ_AFF: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_UNREGISTER_IOWQ_AFF',
  18,
)
export const IORING_REGISTER_IOWQ_MAX_WORKERS: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_IOWQ_MAX_WORKERS',
  19,
)
export const IORING_REGISTER_RING_FDS: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_RING_FDS',
  20,
)
export const IORING_UNREGISTER_RING_FDS: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_UNREGISTER_RING_FDS',
  21,
)
export const IORING_REGISTER_PBUF_RING: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_PBUF_RING',
  22,
)
export const IORING_UNREGISTER_PBUF_RING: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_UNREGISTER_PBUF_RING',
  23,
)
export const IORING_REGISTER_SYNC_CANCEL: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_SYNC_CANCEL',
  24,
)
export const IORING_REGISTER_FILE_ALLOC_RANGE: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_FILE_ALLOC_RANGE',
  25,
)
export const IORING_REGISTER_PBUF_STATUS: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_PBUF_STATUS',
  26,
)
export const IORING_REGISTER_NAPI: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_NAPI',
  27,
)
export const IORING_UNREGISTER_NAPI: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_UNREGISTER_NAPI',
  28,
)
export const IORING_REGISTER_CLOCK: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_CLOCK',
  29,
)
export const IORING_REGISTER_CLONE_BUFFERS: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_CLONE_BUFFERS',
  30,
)
export const IORING_REGISTER_SEND_MSG_RING: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_SEND_MSG_RING',
  31,
)
export const IORING_REGISTER_ZCRX_IFQ: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_ZCRX_IFQ',
  32,
)
export const IORING_REGISTER_RESIZE_RINGS: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_RESIZE_RINGS',
  33,
)
export const IORING_REGISTER_MEM_REGION: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_MEM_REGION',
  34,
)
export const IORING_REGISTER_QUERY: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_QUERY',
  35,
)
export const IORING_REGISTER_ZCRX_CTRL: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_ZCRX_CTRL',
  36,
)
export const IORING_REGISTER_BPF_FILTER: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_BPF_FILTER',
  37,
)
export const IORING_REGISTER_USE_REGISTERED_RING: Constant<'io-uring'> = /* @__PURE__ */ constant(
  'io-uring',
  'IORING_REGISTER_USE_REGISTERED_RING',
  2147483648,
)
