// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of memfd_create. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const MFD_CLOEXEC: Constant<'mfd'> = /* @__PURE__ */ constant('mfd', 'MFD_CLOEXEC', 1)
export const MFD_ALLOW_SEALING: Constant<'mfd'> = /* @__PURE__ */ constant('mfd', 'MFD_ALLOW_SEALING', 2)
export const MFD_HUGETLB: Constant<'mfd'> = /* @__PURE__ */ constant('mfd', 'MFD_HUGETLB', 4)
export const MFD_NOEXEC_SEAL: Constant<'mfd'> = /* @__PURE__ */ constant('mfd', 'MFD_NOEXEC_SEAL', 8)
export const MFD_EXEC: Constant<'mfd'> = /* @__PURE__ */ constant('mfd', 'MFD_EXEC', 0x10)
export const MFD_HUGE_64KB: Constant<'mfd'> = /* @__PURE__ */ constant('mfd', 'MFD_HUGE_64KB', 0x40000000)
export const MFD_HUGE_512KB: Constant<'mfd'> = /* @__PURE__ */ constant('mfd', 'MFD_HUGE_512KB', 0x4c000000)
export const MFD_HUGE_1MB: Constant<'mfd'> = /* @__PURE__ */ constant('mfd', 'MFD_HUGE_1MB', 0x50000000)
export const MFD_HUGE_2MB: Constant<'mfd'> = /* @__PURE__ */ constant('mfd', 'MFD_HUGE_2MB', 0x54000000)
export const MFD_HUGE_8MB: Constant<'mfd'> = /* @__PURE__ */ constant('mfd', 'MFD_HUGE_8MB', 0x5c000000)
export const MFD_HUGE_16MB: Constant<'mfd'> = /* @__PURE__ */ constant('mfd', 'MFD_HUGE_16MB', 0x60000000)
export const MFD_HUGE_32MB: Constant<'mfd'> = /* @__PURE__ */ constant('mfd', 'MFD_HUGE_32MB', 0x64000000)
export const MFD_HUGE_256MB: Constant<'mfd'> = /* @__PURE__ */ constant('mfd', 'MFD_HUGE_256MB', 0x70000000)
export const MFD_HUGE_512MB: Constant<'mfd'> = /* @__PURE__ */ constant('mfd', 'MFD_HUGE_512MB', 0x74000000)
export const MFD_HUGE_1GB: Constant<'mfd'> = /* @__PURE__ */ constant('mfd', 'MFD_HUGE_1GB', 0x78000000)
export const MFD_HUGE_2GB: Constant<'mfd'> = /* @__PURE__ */ constant('mfd', 'MFD_HUGE_2GB', 0x7c000000)
export const MFD_HUGE_16GB: Constant<'mfd'> = /* @__PURE__ */ constant('mfd', 'MFD_HUGE_16GB', 0x88000000)
