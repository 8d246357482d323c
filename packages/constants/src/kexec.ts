// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of kexec_load. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const KEXEC_ARCH_DEFAULT: Constant<'kexec'> = /* @__PURE__ */ constant(
  'kexec',
  'KEXEC_ARCH_DEFAULT',
  0,
)
export const KEXEC_ON_CRASH: Constant<'kexec'> = /* @__PURE__ */ constant('kexec', 'KEXEC_ON_CRASH', 1)
export const KEXEC_PRESERVE_CONTEXT: Constant<'kexec'> = /* @__PURE__ */ constant(
  'kexec',
  'KEXEC_PRESERVE_CONTEXT',
  2,
)
export const KEXEC_UPDATE_ELFCOREHDR: Constant<'kexec'> = /* @__PURE__ */ constant(
  'kexec',
  'KEXEC_UPDATE_ELFCOREHDR',
  4,
)
export const KEXEC_CRASH_HOTPLUG_SUPPORT: Constant<'kexec'> = /* @__PURE__ */ constant(
  'kexec',
  'KEXEC_CRASH_HOTPLUG_SUPPORT',
  8,
)
export const KEXEC_ARCH_386: Constant<'kexec'> = /* @__PURE__ */ constant('kexec', 'KEXEC_ARCH_386', 0x30000)
export const KEXEC_ARCH_68K: Constant<'kexec'> = /* @__PURE__ */ constant('kexec', 'KEXEC_ARCH_68K', 0x40000)
export const KEXEC_ARCH_MIPS: Constant<'kexec'> = /* @__PURE__ */ constant(
  'kexec',
  'KEXEC_ARCH_MIPS',
  0x80000,
)
export const KEXEC_ARCH_MIPS_LE: Constant<'kexec'> = /* @__PURE__ */ constant(
  'kexec',
  'KEXEC_ARCH_MIPS_LE',
  0xa0000,
)
export const KEXEC_ARCH_PARISC: Constant<'kexec'> = /* @__PURE__ */ constant(
  'kexec',
  'KEXEC_ARCH_PARISC',
  0xf0000,
)
export const KEXEC_ARCH_PPC: Constant<'kexec'> = /* @__PURE__ */ constant('kexec', 'KEXEC_ARCH_PPC', 0x140000)
export const KEXEC_ARCH_PPC64: Constant<'kexec'> = /* @__PURE__ */ constant(
  'kexec',
  'KEXEC_ARCH_PPC64',
  0x150000,
)
export const KEXEC_ARCH_S390: Constant<'kexec'> = /* @__PURE__ */ constant(
  'kexec',
  'KEXEC_ARCH_S390',
  0x160000,
)
export const KEXEC_ARCH_ARM: Constant<'kexec'> = /* @__PURE__ */ constant('kexec', 'KEXEC_ARCH_ARM', 0x280000)
export const KEXEC_ARCH_SH: Constant<'kexec'> = /* @__PURE__ */ constant('kexec', 'KEXEC_ARCH_SH', 0x2a0000)
export const KEXEC_ARCH_IA_64: Constant<'kexec'> = /* @__PURE__ */ constant(
  'kexec',
  'KEXEC_ARCH_IA_64',
  0x320000,
)
export const KEXEC_ARCH_X86_64: Constant<'kexec'> = /* @__PURE__ */ constant(
  'kexec',
  'KEXEC_ARCH_X86_64',
  0x3e0000,
)
export const KEXEC_ARCH_AARCH64: Constant<'kexec'> = /* @__PURE__ */ constant(
  'kexec',
  'KEXEC_ARCH_AARCH64',
  0xb70000,
)
export const KEXEC_ARCH_RISCV: Constant<'kexec'> = /* @__PURE__ */ constant(
  'kexec',
  'KEXEC_ARCH_RISCV',
  0xf30000,
)
export const KEXEC_ARCH_LOONGARCH: Constant<'kexec'> = /* @__PURE__ */ constant(
  'kexec',
  'KEXEC_ARCH_LOONGARCH',
  0x1020000,
)
export const KEXEC_ARCH_MASK: Constant<'kexec'> = /* @__PURE__ */ constant(
  'kexec',
  'KEXEC_ARCH_MASK',
  0xffff0000,
)
