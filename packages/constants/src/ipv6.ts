// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Socket options at IPPROTO_IPV6. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const IPV6_ADDRFORM: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_ADDRFORM', 1)
export const IPV6_2292PKTINFO: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_2292PKTINFO', 2)
export const IPV6_2292HOPOPTS: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_2292HOPOPTS', 3)
export const IPV6_2292DSTOPTS: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_2292DSTOPTS', 4)
export const IPV6_2292RTHDR: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_2292RTHDR', 5)
export const IPV6_2292PKTOPTIONS: Constant<'ipv6'> = /* @__PURE__ */ constant(
  'ipv6',
  'IPV6_2292PKTOPTIONS',
  6,
)
export const IPV6_CHECKSUM: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_CHECKSUM', 7)
export const IPV6_2292HOPLIMIT: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_2292HOPLIMIT', 8)
export const IPV6_NEXTHOP: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_NEXTHOP', 9)
export const IPV6_AUTHHDR: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_AUTHHDR', 10)
export const IPV6_FLOWINFO: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_FLOWINFO', 11)
export const IPV6_UNICAST_HOPS: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_UNICAST_HOPS', 16)
export const IPV6_MULTICAST_IF: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_MULTICAST_IF', 17)
export const IPV6_MULTICAST_HOPS: Constant<'ipv6'> = /* @__PURE__ */ constant(
  'ipv6',
  'IPV6_MULTICAST_HOPS',
  18,
)
export const IPV6_MULTICAST_LOOP: Constant<'ipv6'> = /* @__PURE__ */ constant(
  'ipv6',
  'IPV6_MULTICAST_LOOP',
  19,
)
export const IPV6_ADD_MEMBERSHIP: Constant<'ipv6'> = /* @__PURE__ */ constant(
  'ipv6',
  'IPV6_ADD_MEMBERSHIP',
  20,
)
export const IPV6_DROP_MEMBERSHIP: Constant<'ipv6'> = /* @__PURE__ */ constant(
  'ipv6',
  'IPV6_DROP_MEMBERSHIP',
  21,
)
export const IPV6_ROUTER_ALERT: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_ROUTER_ALERT', 22)
export const IPV6_MTU_DISCOVER: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_MTU_DISCOVER', 23)
export const IPV6_MTU: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_MTU', 24)
export const IPV6_RECVERR: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_RECVERR', 25)
export const IPV6_V6ONLY: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_V6ONLY', 26)
export const IPV6_JOIN_ANYCAST: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_JOIN_ANYCAST', 27)
export const IPV6_LEAVE_ANYCAST: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_LEAVE_ANYCAST', 28)
export const IPV6_MULTICAST_ALL: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_MULTICAST_ALL', 29)
export const IPV6_ROUTER_ALERT_ISOLATE: Constant<'ipv6'> = /* @__PURE__ */ constant(
  'ipv6',
  'IPV6_ROUTER_ALERT_ISOLATE',
  30,
)
export const IPV6_RECVERR_RFC4884: Constant<'ipv6'> = /* @__PURE__ */ constant(
  'ipv6',
  'IPV6_RECVERR_RFC4884',
  31,
)
export const IPV6_FLOWLABEL_MGR: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_FLOWLABEL_MGR', 32)
export const IPV6_IPSEC_POLICY: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_IPSEC_POLICY', 34)
export const IPV6_XFRM_POLICY: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_XFRM_POLICY', 35)
export const IPV6_HDRINCL: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_HDRINCL', 36)
export const IPV6_RECVPKTINFO: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_RECVPKTINFO', 49)
export const IPV6_PKTINFO: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_PKTINFO', 50)
export const IPV6_RECVHOPLIMIT: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_RECVHOPLIMIT', 51)
export const IPV6_HOPLIMIT: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_HOPLIMIT', 52)
export const IPV6_RECVHOPOPTS: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_RECVHOPOPTS', 53)
export const IPV6_HOPOPTS: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_HOPOPTS', 54)
export const IPV6_RTHDRDSTOPTS: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_RTHDRDSTOPTS', 55)
export const IPV6_RECVRTHDR: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_RECVRTHDR', 56)
export const IPV6_RTHDR: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_RTHDR', 57)
export const IPV6_RECVDSTOPTS: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_RECVDSTOPTS', 58)
export const IPV6_DSTOPTS: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_DSTOPTS', 59)
export const IPV6_RECVPATHMTU: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_RECVPATHMTU', 60)
export const IPV6_PATHMTU: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_PATHMTU', 61)
export const IPV6_DONTFRAG: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_DONTFRAG', 62)
export const IPV6_RECVTCLASS: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_RECVTCLASS', 66)
export const IPV6_TCLASS: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_TCLASS', 67)
export const IPV6_AUTOFLOWLABEL: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_AUTOFLOWLABEL', 70)
export const IPV6_ADDR_PREFERENCES: Constant<'ipv6'> = /* @__PURE__ */ constant(
  'ipv6',
  'IPV6_ADDR_PREFERENCES',
  72,
)
export const IPV6_MINHOPCOUNT: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_MINHOPCOUNT', 73)
export const IPV6_RECVORIGDSTADDR: Constant<'ipv6'> = /* @__PURE__ */ constant(
  'ipv6',
  'IPV6_RECVORIGDSTADDR',
  74,
)
export const IPV6_ORIGDSTADDR: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_ORIGDSTADDR', 74)
export const IPV6_TRANSPARENT: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_TRANSPARENT', 75)
export const IPV6_UNICAST_IF: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_UNICAST_IF', 76)
export const IPV6_RECVFRAGSIZE: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_RECVFRAGSIZE', 77)
export const IPV6_FREEBIND: Constant<'ipv6'> = /* @__PURE__ */ constant('ipv6', 'IPV6_FREEBIND', 78)
