// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of send and receive calls. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const MSG_OOB: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_OOB', 1)
export const MSG_PEEK: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_PEEK', 2)
export const MSG_DONTROUTE: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_DONTROUTE', 4)
export const MSG_TRYHARD: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_TRYHARD', 4)
export const MSG_CTRUNC: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_CTRUNC', 8)
export const MSG_PROBE: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_PROBE', 0x10)
export const MSG_TRUNC: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_TRUNC', 0x20)
export const MSG_DONTWAIT: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_DONTWAIT', 0x40)
export const MSG_EOR: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_EOR', 0x80)
export const MSG_WAITALL: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_WAITALL', 0x100)
export const MSG_FIN: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_FIN', 0x200)
export const MSG_EOF: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_EOF', 0x200)
export const MSG_SYN: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_SYN', 0x400)
export const MSG_CONFIRM: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_CONFIRM', 0x800)
export const MSG_RST: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_RST', 0x1000)
export const MSG_ERRQUEUE: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_ERRQUEUE', 0x2000)
export const MSG_NOSIGNAL: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_NOSIGNAL', 0x4000)
export const MSG_MORE: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_MORE', 0x8000)
export const MSG_WAITFORONE: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_WAITFORONE', 0x10000)
export const MSG_BATCH: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_BATCH', 0x40000)
export const MSG_ZEROCOPY: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_ZEROCOPY', 0x4000000)
export const MSG_FASTOPEN: Constant<'msg'> = /* @__PURE__ */ constant('msg', 'MSG_FASTOPEN', 0x20000000)
export const MSG_CMSG_CLOEXEC: Constant<'msg'> = /* @__PURE__ */ constant(
  'msg',
  'MSG_CMSG_CLOEXEC',
  0x40000000,
)
