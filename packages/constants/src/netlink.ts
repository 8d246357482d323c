// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Protocols of netlink sockets. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const NETLINK_ROUTE: Constant<'netlink'> = /* @__PURE__ */ constant('netlink', 'NETLINK_ROUTE', 0)
export const NETLINK_UNUSED: Constant<'netlink'> = /* @__PURE__ */ constant('netlink', 'NETLINK_UNUSED', 1)
export const NETLINK_USERSOCK: Constant<'netlink'> = /* @__PURE__ */ constant(
  'netlink',
  'NETLINK_USERSOCK',
  2,
)
export const NETLINK_FIREWALL: Constant<'netlink'> = /* @__PURE__ */ constant(
  'netlink',
  'NETLINK_FIREWALL',
  3,
)
export const NETLINK_SOCK_DIAG: Constant<'netlink'> = /* @__PURE__ */ constant(
  'netlink',
  'NETLINK_SOCK_DIAG',
  4,
)
export const NETLINK_INET_DIAG: Constant<'netlink'> = /* @__PURE__ */ constant(
  'netlink',
  'NETLINK_INET_DIAG',
  4,
)
export const NETLINK_NFLOG: Constant<'netlink'> = /* @__PURE__ */ constant('netlink', 'NETLINK_NFLOG', 5)
export const NETLINK_XFRM: Constant<'netlink'> = /* @__PURE__ */ constant('netlink', 'NETLINK_XFRM', 6)
export const NETLINK_SELINUX: Constant<'netlink'> = /* @__PURE__ */ constant('netlink', 'NETLINK_SELINUX', 7)
export const NETLINK_ISCSI: Constant<'netlink'> = /* @__PURE__ */ constant('netlink', 'NETLINK_ISCSI', 8)
export const NETLINK_AUDIT: Constant<'netlink'> = /* @__PURE__ */ constant('netlink', 'NETLINK_AUDIT', 9)
export const NETLINK_FIB_LOOKUP: Constant<'netlink'> = /* @__PURE__ */ constant(
  'netlink',
  'NETLINK_FIB_LOOKUP',
  10,
)
export const NETLINK_CONNECTOR: Constant<'netlink'> = /* @__PURE__ */ constant(
  'netlink',
  'NETLINK_CONNECTOR',
  11,
)
export const NETLINK_NETFILTER: Constant<'netlink'> = /* @__PURE__ */ constant(
  'netlink',
  'NETLINK_NETFILTER',
  12,
)
export const NETLINK_IP6_FW: Constant<'netlink'> = /* @__PURE__ */ constant('netlink', 'NETLINK_IP6_FW', 13)
export const NETLINK_DNRTMSG: Constant<'netlink'> = /* @__PURE__ */ constant('netlink', 'NETLINK_DNRTMSG', 14)
export const NETLINK_KOBJECT_UEVENT: Constant<'netlink'> = /* @__PURE__ */ constant(
  'netlink',
  'NETLINK_KOBJECT_UEVENT',
  15,
)
export const NETLINK_GENERIC: Constant<'netlink'> = /* @__PURE__ */ constant('netlink', 'NETLINK_GENERIC', 16)
export const NETLINK_SCSITRANSPORT: Constant<'netlink'> = /* @__PURE__ */ constant(
  'netlink',
  'NETLINK_SCSITRANSPORT',
  18,
)
export const NETLINK_ECRYPTFS: Constant<'netlink'> = /* @__PURE__ */ constant(
  'netlink',
  'NETLINK_ECRYPTFS',
  19,
)
export const NETLINK_RDMA: Constant<'netlink'> = /* @__PURE__ */ constant('netlink', 'NETLINK_RDMA', 20)
export const NETLINK_CRYPTO: Constant<'netlink'> = /* @__PURE__ */ constant('netlink', 'NETLINK_CRYPTO', 21)
export const NETLINK_SMC: Constant<'netlink'> = /* @__PURE__ */ constant('netlink', 'NETLINK_SMC', 22)
