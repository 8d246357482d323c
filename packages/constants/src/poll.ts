// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Events of poll. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const POLLIN: Constant<'poll'> = /* @__PURE__ */ constant('poll', 'POLLIN', 1)
export const POLLPRI: Constant<'poll'> = /* @__PURE__ */ constant('poll', 'POLLPRI', 2)
export const POLLOUT: Constant<'poll'> = /* @__PURE__ */ constant('poll', 'POLLOUT', 4)
export const POLLERR: Constant<'poll'> = /* @__PURE__ */ constant('poll', 'POLLERR', 8)
export const POLLHUP: Constant<'poll'> = /* @__PURE__ */ constant('poll', 'POLLHUP', 0x10)
export const POLLNVAL: Constant<'poll'> = /* @__PURE__ */ constant('poll', 'POLLNVAL', 0x20)
export const POLLRDNORM: Constant<'poll'> = /* @__PURE__ */ constant('poll', 'POLLRDNORM', 0x40)
export const POLLRDBAND: Constant<'poll'> = /* @__PURE__ */ constant('poll', 'POLLRDBAND', 0x80)
export const POLLWRNORM: Constant<'poll'> = /* @__PURE__ */ constant(
  'poll',
  'POLLWRNORM',
  0x100,
  'm68k mips* 4',
)
export const POLLWRBAND: Constant<'poll'> = /* @__PURE__ */ constant(
  'poll',
  'POLLWRBAND',
  0x200,
  'm68k mips* 0x100',
)
export const POLLMSG: Constant<'poll'> = /* @__PURE__ */ constant('poll', 'POLLMSG', 0x400)
export const POLLREMOVE: Constant<'poll'> = /* @__PURE__ */ constant('poll', 'POLLREMOVE', 0x1000)
export const POLLRDHUP: Constant<'poll'> = /* @__PURE__ */ constant('poll', 'POLLRDHUP', 0x2000)
