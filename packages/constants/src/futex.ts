// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Operations of futex. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const FUTEX_WAIT: Constant<'futex'> = /* @__PURE__ */ constant('futex', 'FUTEX_WAIT', 0)
export const FUTEX_WAKE: Constant<'futex'> = /* @__PURE__ */ constant('futex', 'FUTEX_WAKE', 1)
export const FUTEX_FD: Constant<'futex'> = /* @__PURE__ */ constant('futex', 'FUTEX_FD', 2)
export const FUTEX_REQUEUE: Constant<'futex'> = /* @__PURE__ */ constant('futex', 'FUTEX_REQUEUE', 3)
export const FUTEX_CMP_REQUEUE: Constant<'futex'> = /* @__PURE__ */ constant('futex', 'FUTEX_CMP_REQUEUE', 4)
export const FUTEX_WAKE_OP: Constant<'futex'> = /* @__PURE__ */ constant('futex', 'FUTEX_WAKE_OP', 5)
export const FUTEX_LOCK_PI: Constant<'futex'> = /* @__PURE__ */ constant('futex', 'FUTEX_LOCK_PI', 6)
export const FUTEX_UNLOCK_PI: Constant<'futex'> = /* @__PURE__ */ constant('futex', 'FUTEX_UNLOCK_PI', 7)
export const FUTEX_TRYLOCK_PI: Constant<'futex'> = /* @__PURE__ */ constant('futex', 'FUTEX_TRYLOCK_PI', 8)
export const FUTEX_WAIT_BITSET: Constant<'futex'> = /* @__PURE__ */ constant('futex', 'FUTEX_WAIT_BITSET', 9)
export const FUTEX_WAKE_BITSET: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_WAKE_BITSET',
  0xa,
)
export const FUTEX_WAIT_REQUEUE_PI: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_WAIT_REQUEUE_PI',
  0xb,
)
export const FUTEX_CMP_REQUEUE_PI: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_CMP_REQUEUE_PI',
  0xc,
)
export const FUTEX_LOCK_PI2: Constant<'futex'> = /* @__PURE__ */ constant('futex', 'FUTEX_LOCK_PI2', 0xd)
export const FUTEX_PRIVATE_FLAG: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_PRIVATE_FLAG',
  0x80,
)
export const FUTEX_WAIT_PRIVATE: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_WAIT_PRIVATE',
  0x80,
)
export const FUTEX_WAKE_PRIVATE: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_WAKE_PRIVATE',
  0x81,
)
export const FUTEX_REQUEUE_PRIVATE: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_REQUEUE_PRIVATE',
  0x83,
)
export const FUTEX_CMP_REQUEUE_PRIVATE: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_CMP_REQUEUE_PRIVATE',
  0x84,
)
export const FUTEX_WAKE_OP_PRIVATE: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_WAKE_OP_PRIVATE',
  0x85,
)
export const FUTEX_LOCK_PI_PRIVATE: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_LOCK_PI_PRIVATE',
  0x86,
)
export const FUTEX_UNLOCK_PI_PRIVATE: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_UNLOCK_PI_PRIVATE',
  0x87,
)
export const FUTEX_TRYLOCK_PI_PRIVATE: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_TRYLOCK_PI_PRIVATE',
  0x88,
)
export const FUTEX_WAIT_BITSET_PRIVATE: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_WAIT_BITSET_PRIVATE',
  0x89,
)
export const FUTEX_WAKE_BITSET_PRIVATE: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_WAKE_BITSET_PRIVATE',
  0x8a,
)
export const FUTEX_WAIT_REQUEUE_PI_PRIVATE: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_WAIT_REQUEUE_PI_PRIVATE',
  0x8b,
)
export const FUTEX_CMP_REQUEUE_PI_PRIVATE: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_CMP_REQUEUE_PI_PRIVATE',
  0x8c,
)
export const FUTEX_LOCK_PI2_PRIVATE: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_LOCK_PI2_PRIVATE',
  0x8d,
)
export const FUTEX_CLOCK_REALTIME: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_CLOCK_REALTIME',
  0x100,
)
export const FUTEX_ROBUST_UNLOCK: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_ROBUST_UNLOCK',
  0x200,
)
export const FUTEX_UNLOCK_WAKE_LIST64: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_UNLOCK_WAKE_LIST64',
  0x201,
)
export const FUTEX_UNLOCK_PI_LIST64: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_UNLOCK_PI_LIST64',
  0x207,
)
export const FUTEX_UNLOCK_BITSET_LIST64: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_UNLOCK_BITSET_LIST64',
  0x20a,
)
export const FUTEX_UNLOCK_WAKE_LIST64_PRIVATE: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_UNLOCK_WAKE_LIST64_PRIVATE',
  0x281,
)
export const FUTEX_UNLOCK_PI_LIST64_PRIVATE: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_UNLOCK_PI_LIST64_PRIVATE',
  0x287,
)
export const FUTEX_UNLOCK_BITSET_LIST64_PRIVATE: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_UNLOCK_BITSET_LIST64_PRIVATE',
  0x28a,
)
export const FUTEX_ROBUST_LIST32: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_ROBUST_LIST32',
  0x400,
)
export const FUTEX_UNLOCK_WAKE_LIST32: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_UNLOCK_WAKE_LIST32',
  0x601,
)
export const FUTEX_UNLOCK_PI_LIST32: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_UNLOCK_PI_LIST32',
  0x607,
)
export const FUTEX_UNLOCK_BITSET_LIST32: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_UNLOCK_BITSET_LIST32',
  0x60a,
)
export const FUTEX_UNLOCK_WAKE_LIST32_PRIVATE: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_UNLOCK_WAKE_LIST32_PRIVATE',
  0x681,
)
export const FUTEX_UNLOCK_PI_LIST32_PRIVATE: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_UNLOCK_PI_LIST32_PRIVATE',
  0x687,
)
export const FUTEX_UNLOCK_BITSET_LIST32_PRIVATE: Constant<'futex'> = /* @__PURE__ */ constant(
  'futex',
  'FUTEX_UNLOCK_BITSET_LIST32_PRIVATE',
  0x68a,
)
