// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Levels of socket options. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const SOL_IP: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_IP', 0)
export const SOL_SOCKET: Constant<'sol'> = /* @__PURE__ */ constant(
  'sol',
  'SOL_SOCKET',
  1,
  'mips* parisc* 65535',
)
export const SOL_TCP: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_TCP', 6)
export const SOL_UDP: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_UDP', 17)
export const SOL_IPV6: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_IPV6', 41)
export const SOL_ICMPV6: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_ICMPV6', 58)
export const SOL_SCTP: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_SCTP', 132)
export const SOL_UDPLITE: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_UDPLITE', 136)
export const SOL_RAW: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_RAW', 255)
export const SOL_IPX: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_IPX', 256)
export const SOL_AX25: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_AX25', 257)
export const SOL_ATALK: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_ATALK', 258)
export const SOL_NETROM: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_NETROM', 259)
export const SOL_ROSE: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_ROSE', 260)
export const SOL_DECNET: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_DECNET', 261)
export const SOL_X25: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_X25', 262)
export const SOL_PACKET: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_PACKET', 263)
export const SOL_ATM: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_ATM', 264)
export const SOL_AAL: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_AAL', 265)
export const SOL_IRDA: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_IRDA', 266)
export const SOL_NETBEUI: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_NETBEUI', 267)
export const SOL_LLC: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_LLC', 268)
export const SOL_DCCP: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_DCCP', 269)
export const SOL_NETLINK: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_NETLINK', 270)
export const SOL_TIPC: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_TIPC', 271)
export const SOL_RXRPC: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_RXRPC', 272)
export const SOL_PPPOL2TP: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_PPPOL2TP', 273)
export const SOL_BLUETOOTH: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_BLUETOOTH', 274)
export const SOL_PNPIPE: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_PNPIPE', 275)
export const SOL_RDS: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_RDS', 276)
export const SOL_IUCV: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_IUCV', 277)
export const SOL_CAIF: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_CAIF', 278)
export const SOL_ALG: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_ALG', 279)
export const SOL_NFC: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_NFC', 280)
export const SOL_KCM: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_KCM', 281)
export const SOL_TLS: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_TLS', 282)
export const SOL_XDP: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_XDP', 283)
export const SOL_MPTCP: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_MPTCP', 284)
export const SOL_MCTP: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_MCTP', 285)
export const SOL_SMC: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_SMC', 286)
export const SOL_VSOCK: Constant<'sol'> = /* @__PURE__ */ constant('sol', 'SOL_VSOCK', 287)
