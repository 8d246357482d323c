// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Access rights of pkey_alloc. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const PKEY_UNRESTRICTED: Constant<'pkey'> = /* @__PURE__ */ constant(
  'pkey',
  'PKEY_UNRESTRICTED',
  0,
  'mips* parisc* null',
)
export const PKEY_DISABLE_ACCESS: Constant<'pkey'> = /* @__PURE__ */ constant(
  'pkey',
  'PKEY_DISABLE_ACCESS',
  1,
)
export const PKEY_DISABLE_WRITE: Constant<'pkey'> = /* @__PURE__ */ constant('pkey', 'PKEY_DISABLE_WRITE', 2)
export const PKEY_DISABLE_EXECUTE: Constant<'pkey'> = /* @__PURE__ */ constant(
  'pkey',
  'PKEY_DISABLE_EXECUTE',
  undefined,
  'aarch64 ppc* 4',
)
export const PKEY_DISABLE_READ: Constant<'pkey'> = /* @__PURE__ */ constant(
  'pkey',
  'PKEY_DISABLE_READ',
  undefined,
  'aarch64 8',
)
