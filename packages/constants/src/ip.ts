// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Socket options at IPPROTO_IP. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const IP_TOS: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_TOS', 1)
export const IP_TTL: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_TTL', 2)
export const IP_HDRINCL: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_HDRINCL', 3)
export const IP_OPTIONS: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_OPTIONS', 4)
export const IP_ROUTER_ALERT: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_ROUTER_ALERT', 5)
export const IP_RECVOPTS: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_RECVOPTS', 6)
export const IP_RETOPTS: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_RETOPTS', 7)
export const IP_RECVRETOPTS: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_RECVRETOPTS', 7)
export const IP_PKTINFO: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_PKTINFO', 8)
export const IP_PKTOPTIONS: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_PKTOPTIONS', 9)
export const IP_MTU_DISCOVER: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_MTU_DISCOVER', 10)
export const IP_RECVERR: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_RECVERR', 11)
export const IP_RECVTTL: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_RECVTTL', 12)
export const IP_RECVTOS: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_RECVTOS', 13)
export const IP_MTU: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_MTU', 14)
export const IP_FREEBIND: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_FREEBIND', 15)
export const IP_IPSEC_POLICY: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_IPSEC_POLICY', 16)
export const IP_XFRM_POLICY: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_XFRM_POLICY', 17)
export const IP_PASSSEC: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_PASSSEC', 18)
export const IP_TRANSPARENT: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_TRANSPARENT', 19)
export const IP_RECVORIGDSTADDR: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_RECVORIGDSTADDR', 20)
export const IP_ORIGDSTADDR: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_ORIGDSTADDR', 20)
export const IP_MINTTL: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_MINTTL', 21)
export const IP_NODEFRAG: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_NODEFRAG', 22)
export const IP_CHECKSUM: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_CHECKSUM', 23)
export const IP_BIND_ADDRESS_NO_PORT: Constant<'ip'> = /* @__PURE__ */ constant(
  'ip',
  'IP_BIND_ADDRESS_NO_PORT',
  24,
)
export const IP_RECVFRAGSIZE: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_RECVFRAGSIZE', 25)
export const IP_RECVERR_RFC4884: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_RECVERR_RFC4884', 26)
export const IP_MULTICAST_IF: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_MULTICAST_IF', 32)
export const IP_MULTICAST_TTL: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_MULTICAST_TTL', 33)
export const IP_MULTICAST_LOOP: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_MULTICAST_LOOP', 34)
export const IP_ADD_MEMBERSHIP: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_ADD_MEMBERSHIP', 35)
export const IP_DROP_MEMBERSHIP: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_DROP_MEMBERSHIP', 36)
export const IP_UNBLOCK_SOURCE: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_UNBLOCK_SOURCE', 37)
export const IP_BLOCK_SOURCE: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_BLOCK_SOURCE', 38)
export const IP_ADD_SOURCE_MEMBERSHIP: Constant<'ip'> = /* @__PURE__ */ constant(
  'ip',
  'IP_ADD_SOURCE_MEMBERSHIP',
  39,
)
export const IP_DROP_SOURCE_MEMBERSHIP: Constant<'ip'> = /* @__PURE__ */ constant(
  'ip',
  'IP_DROP_SOURCE_MEMBERSHIP',
  40,
)
export const IP_MSFILTER: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_MSFILTER', 41)
export const MCAST_JOIN_GROUP: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'MCAST_JOIN_GROUP', 42)
export const MCAST_BLOCK_SOURCE: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'MCAST_BLOCK_SOURCE', 43)
export const MCAST_UNBLOCK_SOURCE: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'MCAST_UNBLOCK_SOURCE', 44)
export const MCAST_LEAVE_GROUP: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'MCAST_LEAVE_GROUP', 45)
export const MCAST_JOIN_SOURCE_GROUP: Constant<'ip'> = /* @__PURE__ */ constant(
  'ip',
  'MCAST_JOIN_SOURCE_GROUP',
  46,
)
export const MCAST_LEAVE_SOURCE_GROUP: Constant<'ip'> = /* @__PURE__ */ constant(
  'ip',
  'MCAST_LEAVE_SOURCE_GROUP',
  47,
)
export const MCAST_MSFILTER: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'MCAST_MSFILTER', 48)
export const IP_MULTICAST_ALL: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_MULTICAST_ALL', 49)
export const IP_UNICAST_IF: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_UNICAST_IF', 50)
export const IP_LOCAL_PORT_RANGE: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_LOCAL_PORT_RANGE', 51)
export const IP_PROTOCOL: Constant<'ip'> = /* @__PURE__ */ constant('ip', 'IP_PROTOCOL', 52)
