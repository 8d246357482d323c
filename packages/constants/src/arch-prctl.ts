// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Options of arch_prctl. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const ARCH_SET_GS: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_SET_GS',
  undefined,
  'x86* x32 0x1001',
)
export const ARCH_SET_FS: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_SET_FS',
  undefined,
  'x86* x32 0x1002',
)
export const ARCH_GET_FS: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_GET_FS',
  undefined,
  'x86* x32 0x1003',
)
export const ARCH_GET_GS: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_GET_GS',
  undefined,
  'x86* x32 0x1004',
)
export const ARCH_GET_CPUID: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_GET_CPUID',
  undefined,
  'x86* x32 0x1011',
)
export const ARCH_SET_CPUID: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_SET_CPUID',
  undefined,
  'x86* x32 0x1012',
)
export const ARCH_GET_XCOMP_SUPP: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_GET_XCOMP_SUPP',
  undefined,
  'x86* x32 0x1021',
)
export const ARCH_GET_XCOMP_PERM: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_GET_XCOMP_PERM',
  undefined,
  'x86* x32 0x1022',
)
export const ARCH_REQ_XCOMP_PERM: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_REQ_XCOMP_PERM',
  undefined,
  'x86* x32 0x1023',
)
export const ARCH_GET_XCOMP_GUEST_PERM: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_GET_XCOMP_GUEST_PERM',
  undefined,
  'x86* x32 0x1024',
)
export const ARCH_REQ_XCOMP_GUEST_PERM: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_REQ_XCOMP_GUEST_PERM',
  undefined,
  'x86* x32 0x1025',
)
export const ARCH_MAP_VDSO_X32: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_MAP_VDSO_X32',
  undefined,
  'x86* x32 0x2001',
)
export const ARCH_MAP_VDSO_32: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_MAP_VDSO_32',
  undefined,
  'x86* x32 0x2002',
)
export const ARCH_MAP_VDSO_64: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_MAP_VDSO_64',
  undefined,
  'x86* x32 0x2003',
)
export const ARCH_GET_UNTAG_MASK: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_GET_UNTAG_MASK',
  undefined,
  'x86* x32 0x4001',
)
export const ARCH_ENABLE_TAGGED_ADDR: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_ENABLE_TAGGED_ADDR',
  undefined,
  'x86* x32 0x4002',
)
export const ARCH_GET_MAX_TAG_BITS: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_GET_MAX_TAG_BITS',
  undefined,
  'x86* x32 0x4003',
)
export const ARCH_FORCE_TAGGED_SVA: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_FORCE_TAGGED_SVA',
  undefined,
  'x86* x32 0x4004',
)
export const ARCH_SHSTK_ENABLE: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_SHSTK_ENABLE',
  undefined,
  'x86* x32 0x5001',
)
export const ARCH_SHSTK_DISABLE: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_SHSTK_DISABLE',
  undefined,
  'x86* x32 0x5002',
)
export const ARCH_SHSTK_LOCK: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_SHSTK_LOCK',
  undefined,
  'x86* x32 0x5003',
)
export const ARCH_SHSTK_UNLOCK: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_SHSTK_UNLOCK',
  undefined,
  'x86* x32 0x5004',
)
export const ARCH_SHSTK_STATUS: Constant<'arch-prctl'> = /* @__PURE__ */ constant(
  'arch-prctl',
  'ARCH_SHSTK_STATUS',
  undefined,
  'x86* x32 0x5005',
)
