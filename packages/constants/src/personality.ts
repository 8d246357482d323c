// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Personalities. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const PER_LINUX: Constant<'personality'> = /* @__PURE__ */ constant('personality', 'PER_LINUX', 0)
export const PER_BSD: Constant<'personality'> = /* @__PURE__ */ constant('personality', 'PER_BSD', 6)
export const PER_LINUX32: Constant<'personality'> = /* @__PURE__ */ constant('personality', 'PER_LINUX32', 8)
export const PER_RISCOS: Constant<'personality'> = /* @__PURE__ */ constant('personality', 'PER_RISCOS', 0xc)
export const PER_OSF4: Constant<'personality'> = /* @__PURE__ */ constant('personality', 'PER_OSF4', 0xf)
export const PER_HPUX: Constant<'personality'> = /* @__PURE__ */ constant('personality', 'PER_HPUX', 0x10)
export const PER_MASK: Constant<'personality'> = /* @__PURE__ */ constant('personality', 'PER_MASK', 0xff)
export const UNAME26: Constant<'personality'> = /* @__PURE__ */ constant('personality', 'UNAME26', 0x20000)
export const ADDR_NO_RANDOMIZE: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'ADDR_NO_RANDOMIZE',
  0x40000,
)
export const FDPIC_FUNCPTRS: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'FDPIC_FUNCPTRS',
  0x80000,
)
export const PER_LINUX_FDPIC: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'PER_LINUX_FDPIC',
  0x80000,
)
export const MMAP_PAGE_ZERO: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'MMAP_PAGE_ZERO',
  0x100000,
)
export const ADDR_COMPAT_LAYOUT: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'ADDR_COMPAT_LAYOUT',
  0x200000,
)
export const READ_IMPLIES_EXEC: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'READ_IMPLIES_EXEC',
  0x400000,
)
export const ADDR_LIMIT_32BIT: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'ADDR_LIMIT_32BIT',
  0x800000,
)
export const PER_LINUX_32BIT: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'PER_LINUX_32BIT',
  0x800000,
)
export const SHORT_INODE: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'SHORT_INODE',
  0x1000000,
)
export const WHOLE_SECONDS: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'WHOLE_SECONDS',
  0x2000000,
)
export const STICKY_TIMEOUTS: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'STICKY_TIMEOUTS',
  0x4000000,
)
export const PER_ISCR4: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'PER_ISCR4',
  0x4000005,
)
export const PER_SUNOS: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'PER_SUNOS',
  0x4000006,
)
export const PER_IRIX32: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'PER_IRIX32',
  0x4000009,
)
export const PER_IRIXN32: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'PER_IRIXN32',
  0x400000a,
)
export const PER_IRIX64: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'PER_IRIX64',
  0x400000b,
)
export const PER_SOLARIS: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'PER_SOLARIS',
  0x400000d,
)
export const PER_SVR4: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'PER_SVR4',
  0x4100001,
)
export const PER_UW7: Constant<'personality'> = /* @__PURE__ */ constant('personality', 'PER_UW7', 0x410000e)
export const PER_SVR3: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'PER_SVR3',
  0x5000002,
)
export const PER_WYSEV386: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'PER_WYSEV386',
  0x5000004,
)
export const PER_XENIX: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'PER_XENIX',
  0x5000007,
)
export const PER_OSR5: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'PER_OSR5',
  0x6000003,
)
export const PER_SCOSVR3: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'PER_SCOSVR3',
  0x7000003,
)
export const ADDR_LIMIT_3GB: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'ADDR_LIMIT_3GB',
  0x8000000,
)
export const PER_LINUX32_3GB: Constant<'personality'> = /* @__PURE__ */ constant(
  'personality',
  'PER_LINUX32_3GB',
  0x8000008,
)
