// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of mmap. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const MAP_FILE: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_FILE', 0)
export const MAP_SHARED: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_SHARED', 1)
export const MAP_PRIVATE: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_PRIVATE', 2)
export const MAP_SHARED_VALIDATE: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_SHARED_VALIDATE', 3)
export const MAP_DROPPABLE: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_DROPPABLE', 8)
export const MAP_TYPE: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_TYPE', 0xf, 'parisc* 0x2b')
export const MAP_FIXED: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_FIXED', 0x10, 'parisc* 4')
export const MAP_ANONYMOUS: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_ANONYMOUS',
  0x20,
  'mips* 0x800, parisc* 0x10',
)
export const MAP_RENAME: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_RENAME',
  undefined,
  'mips* ppc* 0x20',
)
export const MAP_ANON: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_ANON',
  0x20,
  'mips* 0x800, parisc* 0x10',
)
export const MAP_32BIT: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_32BIT',
  undefined,
  'x86* x32 0x40',
)
export const MAP_AUTOGROW: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_AUTOGROW',
  undefined,
  'mips* 0x40',
)
export const MAP_ABOVE4G: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_ABOVE4G',
  undefined,
  'x86* x32 0x80',
)
export const MAP_LOCAL: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_LOCAL',
  undefined,
  'mips* 0x80',
)
export const MAP_AUTORSRV: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_AUTORSRV',
  undefined,
  'mips* 0x100',
)
export const MAP_GROWSDOWN: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_GROWSDOWN',
  0x100,
  'mips* 0x1000, parisc* 0x8000',
)
export const MAP_DENYWRITE: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_DENYWRITE',
  0x800,
  'mips* 0x2000',
)
export const MAP_EXECUTABLE: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_EXECUTABLE',
  0x1000,
  'mips* 0x4000',
)
export const MAP_LOCKED: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_LOCKED',
  0x2000,
  'mips* 0x8000, ppc* 0x80',
)
export const MAP_NORESERVE: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_NORESERVE',
  0x4000,
  'mips* 0x400, ppc* 0x40',
)
export const MAP_POPULATE: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_POPULATE',
  0x8000,
  'mips* parisc* 0x10000',
)
export const MAP_NONBLOCK: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_NONBLOCK',
  0x10000,
  'mips* parisc* 0x20000',
)
export const MAP_STACK: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_STACK',
  0x20000,
  'mips* parisc* 0x40000',
)
export const MAP_HUGETLB: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_HUGETLB',
  0x40000,
  'mips* parisc* 0x80000',
)
export const MAP_SYNC: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_SYNC',
  0x80000,
  'mips* parisc* null',
)
export const MAP_FIXED_NOREPLACE: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_FIXED_NOREPLACE',
  0x100000,
)
export const MAP_UNINITIALIZED: Constant<'map'> = /* @__PURE__ */ constant(
  'map',
  'MAP_UNINITIALIZED',
  0x4000000,
  'mips* null, parisc* 0',
)
export const MAP_HUGE_16KB: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_HUGE_16KB', 0x38000000)
export const MAP_HUGE_64KB: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_HUGE_64KB', 0x40000000)
export const MAP_HUGE_512KB: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_HUGE_512KB', 0x4c000000)
export const MAP_HUGE_1MB: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_HUGE_1MB', 0x50000000)
export const MAP_HUGE_2MB: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_HUGE_2MB', 0x54000000)
export const MAP_HUGE_8MB: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_HUGE_8MB', 0x5c000000)
export const MAP_HUGE_16MB: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_HUGE_16MB', 0x60000000)
export const MAP_HUGE_32MB: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_HUGE_32MB', 0x64000000)
export const MAP_HUGE_256MB: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_HUGE_256MB', 0x70000000)
export const MAP_HUGE_512MB: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_HUGE_512MB', 0x74000000)
export const MAP_HUGE_1GB: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_HUGE_1GB', 0x78000000)
export const MAP_HUGE_2GB: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_HUGE_2GB', 0x7c000000)
export const MAP_HUGE_16GB: Constant<'map'> = /* @__PURE__ */ constant('map', 'MAP_HUGE_16GB', 0x88000000)
