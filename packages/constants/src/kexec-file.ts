// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of kexec_file_load. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const KEXEC_FILE_UNLOAD: Constant<'kexec-file'> = /* @__PURE__ */ constant(
  'kexec-file',
  'KEXEC_FILE_UNLOAD',
  1,
)
export const KEXEC_FILE_ON_CRASH: Constant<'kexec-file'> = /* @__PURE__ */ constant(
  'kexec-file',
  'KEXEC_FILE_ON_CRASH',
  2,
)
export const KEXEC_FILE_NO_INITRAMFS: Constant<'kexec-file'> = /* @__PURE__ */ constant(
  'kexec-file',
  'KEXEC_FILE_NO_INITRAMFS',
  4,
)
export const KEXEC_FILE_DEBUG: Constant<'kexec-file'> = /* @__PURE__ */ constant(
  'kexec-file',
  'KEXEC_FILE_DEBUG',
  8,
)
export const KEXEC_FILE_NO_CMA: Constant<'kexec-file'> = /* @__PURE__ */ constant(
  'kexec-file',
  'KEXEC_FILE_NO_CMA',
  0x10,
)
export const KEXEC_FILE_FORCE_DTB: Constant<'kexec-file'> = /* @__PURE__ */ constant(
  'kexec-file',
  'KEXEC_FILE_FORCE_DTB',
  0x20,
)
