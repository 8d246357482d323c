// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of rt_sigaction. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const SA_NOCLDSTOP: Constant<'sa'> = /* @__PURE__ */ constant('sa', 'SA_NOCLDSTOP', 1, 'parisc* 8')
export const SA_NOCLDWAIT: Constant<'sa'> = /* @__PURE__ */ constant(
  'sa',
  'SA_NOCLDWAIT',
  2,
  'mips* 0x10000, parisc* 0x80',
)
export const SA_SIGINFO: Constant<'sa'> = /* @__PURE__ */ constant(
  'sa',
  'SA_SIGINFO',
  4,
  'mips* 8, parisc* 0x10',
)
export const SA_UNSUPPORTED: Constant<'sa'> = /* @__PURE__ */ constant('sa', 'SA_UNSUPPORTED', 0x400)
export const SA_EXPOSE_TAGBITS: Constant<'sa'> = /* @__PURE__ */ constant('sa', 'SA_EXPOSE_TAGBITS', 0x800)
export const SA_THIRTYTWO: Constant<'sa'> = /* @__PURE__ */ constant(
  'sa',
  'SA_THIRTYTWO',
  undefined,
  'arm 0x2000000',
)
export const SA_RESTORER: Constant<'sa'> = /* @__PURE__ */ constant(
  'sa',
  'SA_RESTORER',
  0x4000000,
  'loongarch64 m68k mips* parisc* riscv64 null',
)
export const SA_ONSTACK: Constant<'sa'> = /* @__PURE__ */ constant('sa', 'SA_ONSTACK', 0x8000000, 'parisc* 1')
export const SA_RESTART: Constant<'sa'> = /* @__PURE__ */ constant(
  'sa',
  'SA_RESTART',
  0x10000000,
  'parisc* 0x40',
)
export const SA_NODEFER: Constant<'sa'> = /* @__PURE__ */ constant(
  'sa',
  'SA_NODEFER',
  0x40000000,
  'parisc* 0x20',
)
export const SA_NOMASK: Constant<'sa'> = /* @__PURE__ */ constant(
  'sa',
  'SA_NOMASK',
  0x40000000,
  'parisc* 0x20',
)
export const SA_RESETHAND: Constant<'sa'> = /* @__PURE__ */ constant(
  'sa',
  'SA_RESETHAND',
  0x80000000,
  'parisc* 4',
)
export const SA_ONESHOT: Constant<'sa'> = /* @__PURE__ */ constant(
  'sa',
  'SA_ONESHOT',
  0x80000000,
  'parisc* 4',
)
