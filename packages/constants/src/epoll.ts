// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Operations of epoll_ctl, and flags of epoll_create1. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const EPOLL_CTL_ADD: Constant<'epoll'> = /* @__PURE__ */ constant('epoll', 'EPOLL_CTL_ADD', 1)
export const EPOLL_CTL_DEL: Constant<'epoll'> = /* @__PURE__ */ constant('epoll', 'EPOLL_CTL_DEL', 2)
export const EPOLL_CTL_MOD: Constant<'epoll'> = /* @__PURE__ */ constant('epoll', 'EPOLL_CTL_MOD', 3)
export const EPOLL_CLOEXEC: Constant<'epoll'> = /* @__PURE__ */ constant(
  'epoll',
  'EPOLL_CLOEXEC',
  0x80000,
  'parisc* 0x200000',
)
