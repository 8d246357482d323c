// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Types of sockets, and flags beside them. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const SOCK_STREAM: Constant<'sock'> = /* @__PURE__ */ constant('sock', 'SOCK_STREAM', 1, 'mips* 2')
export const SOCK_DGRAM: Constant<'sock'> = /* @__PURE__ */ constant('sock', 'SOCK_DGRAM', 2, 'mips* 1')
export const SOCK_RAW: Constant<'sock'> = /* @__PURE__ */ constant('sock', 'SOCK_RAW', 3)
export const SOCK_RDM: Constant<'sock'> = /* @__PURE__ */ constant('sock', 'SOCK_RDM', 4)
export const SOCK_SEQPACKET: Constant<'sock'> = /* @__PURE__ */ constant('sock', 'SOCK_SEQPACKET', 5)
export const SOCK_DCCP: Constant<'sock'> = /* @__PURE__ */ constant('sock', 'SOCK_DCCP', 6)
export const SOCK_PACKET: Constant<'sock'> = /* @__PURE__ */ constant('sock', 'SOCK_PACKET', 0xa)
export const SOCK_TYPE_MASK: Constant<'sock'> = /* @__PURE__ */ constant('sock', 'SOCK_TYPE_MASK', 0xf)
export const SOCK_NONBLOCK: Constant<'sock'> = /* @__PURE__ */ constant(
  'sock',
  'SOCK_NONBLOCK',
  0x800,
  'mips* 0x80, parisc* 0x40000000',
)
export const SOCK_CLOEXEC: Constant<'sock'> = /* @__PURE__ */ constant(
  'sock',
  'SOCK_CLOEXEC',
  0x80000,
  'parisc* 0x200000',
)
