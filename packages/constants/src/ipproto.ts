// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Protocols of Internet sockets. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const IPPROTO_IP: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_IP', 0)
export const IPPROTO_HOPOPTS: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_HOPOPTS', 0)
export const IPPROTO_ICMP: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_ICMP', 1)
export const IPPROTO_IGMP: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_IGMP', 2)
export const IPPROTO_IPIP: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_IPIP', 4)
export const IPPROTO_TCP: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_TCP', 6)
export const IPPROTO_EGP: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_EGP', 8)
export const IPPROTO_PUP: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_PUP', 12)
export const IPPROTO_UDP: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_UDP', 17)
export const IPPROTO_IDP: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_IDP', 22)
export const IPPROTO_TP: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_TP', 29)
export const IPPROTO_DCCP: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_DCCP', 33)
export const IPPROTO_IPV6: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_IPV6', 41)
export const IPPROTO_ROUTING: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_ROUTING', 43)
export const IPPROTO_FRAGMENT: Constant<'ipproto'> = /* @__PURE__ */ constant(
  'ipproto',
  'IPPROTO_FRAGMENT',
  44,
)
export const IPPROTO_RSVP: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_RSVP', 46)
export const IPPROTO_GRE: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_GRE', 47)
export const IPPROTO_ESP: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_ESP', 50)
export const IPPROTO_AH: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_AH', 51)
export const IPPROTO_ICMPV6: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_ICMPV6', 58)
export const IPPROTO_NONE: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_NONE', 59)
export const IPPROTO_DSTOPTS: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_DSTOPTS', 60)
export const IPPROTO_MTP: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_MTP', 92)
export const IPPROTO_BEETPH: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_BEETPH', 94)
export const IPPROTO_ENCAP: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_ENCAP', 98)
export const IPPROTO_PIM: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_PIM', 103)
export const IPPROTO_COMP: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_COMP', 108)
export const IPPROTO_L2TP: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_L2TP', 115)
export const IPPROTO_SCTP: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_SCTP', 132)
export const IPPROTO_MH: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_MH', 135)
export const IPPROTO_UDPLITE: Constant<'ipproto'> = /* @__PURE__ */ constant(
  'ipproto',
  'IPPROTO_UDPLITE',
  136,
)
export const IPPROTO_MPLS: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_MPLS', 137)
export const IPPROTO_ETHERNET: Constant<'ipproto'> = /* @__PURE__ */ constant(
  'ipproto',
  'IPPROTO_ETHERNET',
  143,
)
export const IPPROTO_AGGFRAG: Constant<'ipproto'> = /* @__PURE__ */ constant(
  'ipproto',
  'IPPROTO_AGGFRAG',
  144,
)
export const IPPROTO_RAW: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_RAW', 255)
export const IPPROTO_SMC: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_SMC', 256)
export const IPPROTO_MPTCP: Constant<'ipproto'> = /* @__PURE__ */ constant('ipproto', 'IPPROTO_MPTCP', 262)
