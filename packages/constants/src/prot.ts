// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Protections of memory. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const PROT_NONE: Constant<'prot'> = /* @__PURE__ */ constant('prot', 'PROT_NONE', 0)
export const PROT_READ: Constant<'prot'> = /* @__PURE__ */ constant('prot', 'PROT_READ', 1)
export const PROT_WRITE: Constant<'prot'> = /* @__PURE__ */ constant('prot', 'PROT_WRITE', 2)
export const PROT_EXEC: Constant<'prot'> = /* @__PURE__ */ constant('prot', 'PROT_EXEC', 4)
export const PROT_SEM: Constant<'prot'> = /* @__PURE__ */ constant('prot', 'PROT_SEM', 8, 'mips* 0x10')
export const PROT_BTI: Constant<'prot'> = /* @__PURE__ */ constant(
  'prot',
  'PROT_BTI',
  undefined,
  'aarch64 0x10',
)
export const PROT_SAO: Constant<'prot'> = /* @__PURE__ */ constant('prot', 'PROT_SAO', undefined, 'ppc* 0x10')
export const PROT_MTE: Constant<'prot'> = /* @__PURE__ */ constant(
  'prot',
  'PROT_MTE',
  undefined,
  'aarch64 0x20',
)
export const PROT_GROWSDOWN: Constant<'prot'> = /* @__PURE__ */ constant('prot', 'PROT_GROWSDOWN', 0x1000000)
export const PROT_GROWSUP: Constant<'prot'> = /* @__PURE__ */ constant('prot', 'PROT_GROWSUP', 0x2000000)
