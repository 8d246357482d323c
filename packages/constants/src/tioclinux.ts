// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Subcodes of TIOCLINUX. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const TIOCL_SETSEL: Constant<'tioclinux'> = /* @__PURE__ */ constant('tioclinux', 'TIOCL_SETSEL', 2)
export const TIOCL_PASTESEL: Constant<'tioclinux'> = /* @__PURE__ */ constant(
  'tioclinux',
  'TIOCL_PASTESEL',
  3,
)
export const TIOCL_UNBLANKSCREEN: Constant<'tioclinux'> = /* @__PURE__ */ constant(
  'tioclinux',
  'TIOCL_UNBLANKSCREEN',
  4,
)
export const TIOCL_GETSHIFTSTATE: Constant<'tioclinux'> = /* @__PURE__ */ constant(
  'tioclinux',
  'TIOCL_GETSHIFTSTATE',
  6,
)
export const TIOCL_GETMOUSEREPORTING: Constant<'tioclinux'> = /* @__PURE__ */ constant(
  'tioclinux',
  'TIOCL_GETMOUSEREPORTING',
  7,
)
export const TIOCL_SETVESABLANK: Constant<'tioclinux'> = /* @__PURE__ */ constant(
  'tioclinux',
  'TIOCL_SETVESABLANK',
  10,
)
export const TIOCL_SETKMSGREDIRECT: Constant<'tioclinux'> = /* @__PURE__ */ constant(
  'tioclinux',
  'TIOCL_SETKMSGREDIRECT',
  11,
)
export const TIOCL_GETFGCONSOLE: Constant<'tioclinux'> = /* @__PURE__ */ constant(
  'tioclinux',
  'TIOCL_GETFGCONSOLE',
  12,
)
export const TIOCL_SCROLLCONSOLE: Constant<'tioclinux'> = /* @__PURE__ */ constant(
  'tioclinux',
  'TIOCL_SCROLLCONSOLE',
  13,
)
export const TIOCL_BLANKSCREEN: Constant<'tioclinux'> = /* @__PURE__ */ constant(
  'tioclinux',
  'TIOCL_BLANKSCREEN',
  14,
)
export const TIOCL_BLANKEDSCREEN: Constant<'tioclinux'> = /* @__PURE__ */ constant(
  'tioclinux',
  'TIOCL_BLANKEDSCREEN',
  15,
)
export const TIOCL_GETKMSGREDIRECT: Constant<'tioclinux'> = /* @__PURE__ */ constant(
  'tioclinux',
  'TIOCL_GETKMSGREDIRECT',
  17,
)
export const TIOCL_GETBRACKETEDPASTE: Constant<'tioclinux'> = /* @__PURE__ */ constant(
  'tioclinux',
  'TIOCL_GETBRACKETEDPASTE',
  18,
)
