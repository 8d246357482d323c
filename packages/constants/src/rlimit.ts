// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Resources of limits. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const RLIMIT_CPU: Constant<'rlimit'> = /* @__PURE__ */ constant('rlimit', 'RLIMIT_CPU', 0)
export const RLIMIT_FSIZE: Constant<'rlimit'> = /* @__PURE__ */ constant('rlimit', 'RLIMIT_FSIZE', 1)
export const RLIMIT_DATA: Constant<'rlimit'> = /* @__PURE__ */ constant('rlimit', 'RLIMIT_DATA', 2)
export const RLIMIT_STACK: Constant<'rlimit'> = /* @__PURE__ */ constant('rlimit', 'RLIMIT_STACK', 3)
export const RLIMIT_CORE: Constant<'rlimit'> = /* @__PURE__ */ constant('rlimit', 'RLIMIT_CORE', 4)
export const RLIMIT_RSS: Constant<'rlimit'> = /* @__PURE__ */ constant('rlimit', 'RLIMIT_RSS', 5, 'mips* 7')
export const RLIMIT_NPROC: Constant<'rlimit'> = /* @__PURE__ */ constant(
  'rlimit',
  'RLIMIT_NPROC',
  6,
  'mips* 8',
)
export const RLIMIT_NOFILE: Constant<'rlimit'> = /* @__PURE__ */ constant(
  'rlimit',
  'RLIMIT_NOFILE',
  7,
  'mips* 5',
)
export const RLIMIT_MEMLOCK: Constant<'rlimit'> = /* @__PURE__ */ constant(
  'rlimit',
  'RLIMIT_MEMLOCK',
  8,
  'mips* 9',
)
export const RLIMIT_AS: Constant<'rlimit'> = /* @__PURE__ */ constant('rlimit', 'RLIMIT_AS', 9, 'mips* 6')
export const RLIMIT_LOCKS: Constant<'rlimit'> = /* @__PURE__ */ constant('rlimit', 'RLIMIT_LOCKS', 10)
export const RLIMIT_SIGPENDING: Constant<'rlimit'> = /* @__PURE__ */ constant(
  'rlimit',
  'RLIMIT_SIGPENDING',
  11,
)
export const RLIMIT_MSGQUEUE: Constant<'rlimit'> = /* @__PURE__ */ constant('rlimit', 'RLIMIT_MSGQUEUE', 12)
export const RLIMIT_NICE: Constant<'rlimit'> = /* @__PURE__ */ constant('rlimit', 'RLIMIT_NICE', 13)
export const RLIMIT_RTPRIO: Constant<'rlimit'> = /* @__PURE__ */ constant('rlimit', 'RLIMIT_RTPRIO', 14)
export const RLIMIT_RTTIME: Constant<'rlimit'> = /* @__PURE__ */ constant('rlimit', 'RLIMIT_RTTIME', 15)
