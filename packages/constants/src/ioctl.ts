// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Requests of ioctl. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const FIBMAP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FIBMAP',
  1,
  'mips* ppc* 0x20000001',
)
export const FIGETBSZ: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FIGETBSZ',
  2,
  'mips* ppc* 0x20000002',
)
export const BLKTRACE_BDEV_SIZE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKTRACE_BDEV_SIZE',
  0x20,
)
export const BLKROSET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKROSET',
  0x125d,
  'mips* ppc* 0x2000125d',
)
export const BLKROGET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKROGET',
  0x125e,
  'mips* ppc* 0x2000125e',
)
export const BLKRRPART: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKRRPART',
  0x125f,
  'mips* ppc* 0x2000125f',
)
export const BLKGETSIZE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKGETSIZE',
  0x1260,
  'mips* ppc* 0x20001260',
)
export const BLKFLSBUF: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKFLSBUF',
  0x1261,
  'mips* ppc* 0x20001261',
)
export const BLKRASET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKRASET',
  0x1262,
  'mips* ppc* 0x20001262',
)
export const BLKRAGET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKRAGET',
  0x1263,
  'mips* ppc* 0x20001263',
)
export const BLKFRASET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKFRASET',
  0x1264,
  'mips* ppc* 0x20001264',
)
export const BLKFRAGET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKFRAGET',
  0x1265,
  'mips* ppc* 0x20001265',
)
export const BLKSECTSET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKSECTSET',
  0x1266,
  'mips* ppc* 0x20001266',
)
export const BLKSECTGET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKSECTGET',
  0x1267,
  'mips* ppc* 0x20001267',
)
export const BLKSSZGET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKSSZGET',
  0x1268,
  'mips* ppc* 0x20001268',
)
export const BLKTRACESTART: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKTRACESTART',
  0x1274,
  'mips* ppc* 0x20001274',
)
export const BLKTRACESTOP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKTRACESTOP',
  0x1275,
  'mips* ppc* 0x20001275',
)
export const BLKTRACETEARDOWN: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKTRACETEARDOWN',
  0x1276,
  'mips* ppc* 0x20001276',
)
export const BLKDISCARD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKDISCARD',
  0x1277,
  'mips* ppc* 0x20001277',
)
export const BLKIOMIN: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKIOMIN',
  0x1278,
  'mips* ppc* 0x20001278',
)
export const BLKIOOPT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKIOOPT',
  0x1279,
  'mips* ppc* 0x20001279',
)
export const BLKALIGNOFF: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKALIGNOFF',
  0x127a,
  'mips* ppc* 0x2000127a',
)
export const BLKPBSZGET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKPBSZGET',
  0x127b,
  'mips* ppc* 0x2000127b',
)
export const BLKDISCARDZEROES: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKDISCARDZEROES',
  0x127c,
  'mips* ppc* 0x2000127c',
)
export const BLKSECDISCARD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKSECDISCARD',
  0x127d,
  'mips* ppc* 0x2000127d',
)
export const BLKROTATIONAL: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKROTATIONAL',
  0x127e,
  'mips* ppc* 0x2000127e',
)
export const BLKZEROOUT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKZEROOUT',
  0x127f,
  'mips* ppc* 0x2000127f',
)
export const PERF_EVENT_IOC_ENABLE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PERF_EVENT_IOC_ENABLE',
  0x2400,
  'mips* ppc* 0x20002400',
)
export const PERF_EVENT_IOC_DISABLE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PERF_EVENT_IOC_DISABLE',
  0x2401,
  'mips* ppc* 0x20002401',
)
export const PERF_EVENT_IOC_REFRESH: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PERF_EVENT_IOC_REFRESH',
  0x2402,
  'mips* ppc* 0x20002402',
)
export const PERF_EVENT_IOC_RESET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PERF_EVENT_IOC_RESET',
  0x2403,
  'mips* ppc* 0x20002403',
)
export const PERF_EVENT_IOC_SET_OUTPUT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PERF_EVENT_IOC_SET_OUTPUT',
  0x2405,
  'mips* ppc* 0x20002405',
)
export const KDMKTONE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDMKTONE', 0x4b30)
export const KDGETLED: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDGETLED', 0x4b31)
export const KDSETLED: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDSETLED', 0x4b32)
export const KDGKBTYPE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDGKBTYPE', 0x4b33)
export const KDADDIO: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDADDIO', 0x4b34)
export const KDDELIO: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDDELIO', 0x4b35)
export const KDENABIO: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDENABIO', 0x4b36)
export const KDDISABIO: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDDISABIO', 0x4b37)
export const KDSETMODE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDSETMODE', 0x4b3a)
export const KDGETMODE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDGETMODE', 0x4b3b)
export const KDMAPDISP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDMAPDISP', 0x4b3c)
export const KDUNMAPDISP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDUNMAPDISP', 0x4b3d)
export const GIO_SCRNMAP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'GIO_SCRNMAP', 0x4b40)
export const PIO_SCRNMAP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'PIO_SCRNMAP', 0x4b41)
export const KDGKBMODE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDGKBMODE', 0x4b44)
export const KDSKBMODE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDSKBMODE', 0x4b45)
export const KDGKBENT: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDGKBENT', 0x4b46)
export const KDSKBENT: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDSKBENT', 0x4b47)
export const KDGKBSENT: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDGKBSENT', 0x4b48)
export const KDSKBSENT: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDSKBSENT', 0x4b49)
export const KDGKBDIACR: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDGKBDIACR', 0x4b4a)
export const KDSKBDIACR: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDSKBDIACR', 0x4b4b)
export const KDGETKEYCODE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDGETKEYCODE', 0x4b4c)
export const KDSETKEYCODE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDSETKEYCODE', 0x4b4d)
export const KDSIGACCEPT: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDSIGACCEPT', 0x4b4e)
export const KDKBDREP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDKBDREP', 0x4b52)
export const GIO_FONT: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'GIO_FONT', 0x4b60)
export const PIO_FONT: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'PIO_FONT', 0x4b61)
export const KDGKBMETA: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDGKBMETA', 0x4b62)
export const KDSKBMETA: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDSKBMETA', 0x4b63)
export const KDGKBLED: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDGKBLED', 0x4b64)
export const KDSKBLED: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDSKBLED', 0x4b65)
export const GIO_UNIMAP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'GIO_UNIMAP', 0x4b66)
export const PIO_UNIMAP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'PIO_UNIMAP', 0x4b67)
export const PIO_UNIMAPCLR: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'PIO_UNIMAPCLR', 0x4b68)
export const GIO_UNISCRNMAP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'GIO_UNISCRNMAP', 0x4b69)
export const PIO_UNISCRNMAP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'PIO_UNISCRNMAP', 0x4b6a)
export const GIO_FONTX: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'GIO_FONTX', 0x4b6b)
export const PIO_FONTX: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'PIO_FONTX', 0x4b6c)
export const PIO_FONTRESET: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'PIO_FONTRESET', 0x4b6d)
export const GIO_CMAP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'GIO_CMAP', 0x4b70)
export const PIO_CMAP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'PIO_CMAP', 0x4b71)
export const KDFONTOP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDFONTOP', 0x4b72)
export const KDGKBDIACRUC: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDGKBDIACRUC', 0x4bfa)
export const KDSKBDIACRUC: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'KDSKBDIACRUC', 0x4bfb)
export const LOOP_SET_FD: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'LOOP_SET_FD', 0x4c00)
export const LOOP_CLR_FD: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'LOOP_CLR_FD', 0x4c01)
export const LOOP_SET_STATUS: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'LOOP_SET_STATUS', 0x4c02)
export const LOOP_GET_STATUS: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'LOOP_GET_STATUS', 0x4c03)
export const LOOP_SET_STATUS64: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'LOOP_SET_STATUS64',
  0x4c04,
)
export const LOOP_GET_STATUS64: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'LOOP_GET_STATUS64',
  0x4c05,
)
export const LOOP_CHANGE_FD: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'LOOP_CHANGE_FD', 0x4c06)
export const LOOP_SET_CAPACITY: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'LOOP_SET_CAPACITY',
  0x4c07,
)
export const LOOP_SET_DIRECT_IO: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'LOOP_SET_DIRECT_IO',
  0x4c08,
)
export const LOOP_SET_BLOCK_SIZE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'LOOP_SET_BLOCK_SIZE',
  0x4c09,
)
export const LOOP_CONFIGURE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'LOOP_CONFIGURE', 0x4c0a)
export const LOOP_CTL_ADD: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'LOOP_CTL_ADD', 0x4c80)
export const LOOP_CTL_REMOVE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'LOOP_CTL_REMOVE', 0x4c81)
export const LOOP_CTL_GET_FREE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'LOOP_CTL_GET_FREE',
  0x4c82,
)
export const RNDZAPENTCNT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'RNDZAPENTCNT',
  0x5204,
  'mips* ppc* 0x20005204',
)
export const RNDCLEARPOOL: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'RNDCLEARPOOL',
  0x5206,
  'mips* ppc* 0x20005206',
)
export const RNDRESEEDCRNG: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'RNDRESEEDCRNG',
  0x5207,
  'mips* ppc* 0x20005207',
)
export const TCGETS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCGETS',
  0x5401,
  'mips* 0x540d, parisc* 0x40245410, ppc* 0x402c7413',
)
export const TCSETS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCSETS',
  0x5402,
  'mips* 0x540e, parisc* 0x80245411, ppc* 0x802c7414',
)
export const TCSETSW: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCSETSW',
  0x5403,
  'mips* 0x540f, parisc* 0x80245412, ppc* 0x802c7415',
)
export const TCSETSF: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCSETSF',
  0x5404,
  'mips* 0x5410, parisc* 0x80245413, ppc* 0x802c7416',
)
export const TCGETA: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCGETA',
  0x5405,
  'mips* 0x5401, parisc* 0x40125401, ppc* 0x40147417, sh* 0x80127417',
)
export const TCSETA: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCSETA',
  0x5406,
  'mips* 0x5402, parisc* 0x80125402, ppc* 0x80147418, sh* 0x40127418',
)
export const TCSETAW: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCSETAW',
  0x5407,
  'mips* 0x5403, parisc* 0x80125403, ppc* 0x80147419, sh* 0x40127419',
)
export const TCSETAF: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCSETAF',
  0x5408,
  'mips* 0x5404, parisc* 0x80125404, ppc* 0x8014741c, sh* 0x4012741c',
)
export const TCSBRK: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCSBRK',
  0x5409,
  'mips* parisc* 0x5405, ppc* 0x2000741d, sh* 0x741d',
)
export const TCXONC: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCXONC',
  0x540a,
  'mips* parisc* 0x5406, ppc* 0x2000741e, sh* 0x741e',
)
export const TCFLSH: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCFLSH',
  0x540b,
  'mips* parisc* 0x5407, ppc* 0x2000741f, sh* 0x741f',
)
export const TIOCEXCL: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCEXCL',
  0x540c,
  'mips* 0x740d',
)
export const TIOCNXCL: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCNXCL',
  0x540d,
  'mips* 0x740e',
)
export const TIOCSCTTY: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSCTTY',
  0x540e,
  'mips* 0x5480',
)
export const TIOCGPGRP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCGPGRP',
  0x540f,
  'mips* ppc* 0x40047477, parisc* 0x4004541e, sh* 0x80047477',
)
export const TIOCSPGRP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSPGRP',
  0x5410,
  'mips* ppc* 0x80047476, parisc* 0x8004541d, sh* 0x40047476',
)
export const TIOCOUTQ: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCOUTQ',
  0x5411,
  'mips* 0x7472, ppc* 0x40047473, sh* 0x80047473',
)
export const SIOCOUTQ: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'SIOCOUTQ',
  0x5411,
  'mips* 0x7472, ppc* 0x40047473, sh* 0x80047473',
)
export const TIOCSTI: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSTI',
  0x5412,
  'mips* 0x5472, sh* 0x40015412',
)
export const TIOCGWINSZ: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCGWINSZ',
  0x5413,
  'mips* ppc* 0x40087468, sh* 0x80087468',
)
export const TIOCSWINSZ: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSWINSZ',
  0x5414,
  'mips* ppc* 0x80087467, sh* 0x40087467',
)
export const TIOCMGET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCMGET',
  0x5415,
  'mips* 0x741d, sh* 0x80045415',
)
export const TIOCMBIS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCMBIS',
  0x5416,
  'mips* 0x741b, sh* 0x40045416',
)
export const TIOCMBIC: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCMBIC',
  0x5417,
  'mips* 0x741c, sh* 0x40045417',
)
export const TIOCMSET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCMSET',
  0x5418,
  'mips* 0x741a, sh* 0x40045418',
)
export const TIOCGSOFTCAR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCGSOFTCAR',
  0x5419,
  'mips* 0x5481, sh* 0x80045419',
)
export const TIOCSSOFTCAR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSSOFTCAR',
  0x541a,
  'mips* 0x5482, sh* 0x4004541a',
)
export const FIONREAD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FIONREAD',
  0x541b,
  'mips* 0x467f, ppc* 0x4004667f, sh* 0x8004667f',
)
export const SIOCINQ: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'SIOCINQ',
  0x541b,
  'mips* 0x467f, ppc* 0x4004667f, sh* 0x8004667f',
)
export const TIOCINQ: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCINQ',
  0x541b,
  'mips* 0x467f, ppc* 0x4004667f, sh* 0x8004667f',
)
export const TIOCLINUX: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCLINUX',
  0x541c,
  'mips* 0x5483, sh* 0x4001541c',
)
export const TIOCCONS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCCONS',
  0x541d,
  'mips* 0x80047478',
)
export const TIOCGSERIAL: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCGSERIAL',
  0x541e,
  'mips* 0x5484, sh* 0x803c541e',
)
export const TIOCSSERIAL: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSSERIAL',
  0x541f,
  'mips* 0x5485, sh* 0x403c541f',
)
export const TIOCPKT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCPKT',
  0x5420,
  'mips* 0x5470, sh* 0x40045420',
)
export const FIONBIO: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FIONBIO',
  0x5421,
  'mips* 0x667e, ppc* 0x8004667e, sh* 0x4004667e',
)
export const TIOCNOTTY: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCNOTTY',
  0x5422,
  'mips* 0x5471',
)
export const TIOCSETD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSETD',
  0x5423,
  'mips* 0x7401, sh* 0x40045423',
)
export const TIOCGETD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCGETD',
  0x5424,
  'mips* 0x7400, sh* 0x80045424',
)
export const TCSBRKP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCSBRKP',
  0x5425,
  'mips* 0x5486, sh* 0x40045425',
)
export const TIOCSBRK: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'TIOCSBRK', 0x5427)
export const TIOCCBRK: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'TIOCCBRK', 0x5428)
export const TIOCGSID: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCGSID',
  0x5429,
  'mips* 0x7416, parisc* 0x40045414, sh* 0x80045429',
)
export const TIOCGRS485: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCGRS485',
  0x542e,
  'mips* parisc* 0x4020542e, sh* 0x8020542e',
)
export const TIOCSRS485: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSRS485',
  0x542f,
  'mips* parisc* sh* 0xc020542f',
)
export const TCGETX: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCGETX',
  undefined,
  'x86* x32 aarch64 arm loongarch64 m68k riscv64 s390* 0x5432',
)
export const TCSETX: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCSETX',
  undefined,
  'x86* x32 aarch64 arm loongarch64 m68k riscv64 s390* 0x5433',
)
export const TCSETXF: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCSETXF',
  undefined,
  'x86* x32 aarch64 arm loongarch64 m68k riscv64 s390* 0x5434',
)
export const TCSETXW: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCSETXW',
  undefined,
  'x86* x32 aarch64 arm loongarch64 m68k riscv64 s390* 0x5435',
)
export const TIOCVHANGUP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'TIOCVHANGUP', 0x5437)
export const TIOCGPTPEER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCGPTPEER',
  0x5441,
  'mips* ppc* 0x20005441',
)
export const FIONCLEX: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FIONCLEX',
  0x5450,
  'mips* sh* 0x6602, ppc* 0x20006602',
)
export const FIOCLEX: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FIOCLEX',
  0x5451,
  'mips* sh* 0x6601, ppc* 0x20006601',
)
export const FIOASYNC: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FIOASYNC',
  0x5452,
  'mips* 0x667d, ppc* 0x8004667d, sh* 0x4004667d',
)
export const TIOCSERCONFIG: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSERCONFIG',
  0x5453,
  'mips* 0x5488',
)
export const TIOCSERGWILD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSERGWILD',
  0x5454,
  'mips* 0x5489, sh* 0x80045454',
)
export const TIOCSERSWILD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSERSWILD',
  0x5455,
  'mips* 0x548a, sh* 0x40045455',
)
export const TIOCGLCKTRMIOS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCGLCKTRMIOS',
  0x5456,
  'mips* 0x548b',
)
export const TIOCSLCKTRMIOS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSLCKTRMIOS',
  0x5457,
  'mips* 0x548c',
)
export const TIOCSERGSTRUCT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSERGSTRUCT',
  0x5458,
  'mips* 0x548d, sh* 0x80d85458',
)
export const TIOCSERGETLSR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSERGETLSR',
  0x5459,
  'mips* 0x548e, sh* 0x80045459',
)
export const TIOCSERGETMULTI: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSERGETMULTI',
  0x545a,
  'mips* 0x548f, sh* 0x80a8545a',
)
export const TIOCSERSETMULTI: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSERSETMULTI',
  0x545b,
  'mips* 0x5490, sh* 0x40a8545b',
)
export const TIOCMIWAIT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCMIWAIT',
  0x545c,
  'mips* 0x5491',
)
export const TIOCGICOUNT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCGICOUNT',
  0x545d,
  'mips* 0x5492',
)
export const FIOQSIZE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FIOQSIZE',
  0x5460,
  'arm m68k s390* 0x545e, mips* 0x667f, ppc* 0x40086680, sh* 0x80086680',
)
export const TIOCSTART: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSTART',
  undefined,
  'parisc* 0x5461, ppc* 0x2000746e, sh* 0x746e',
)
export const TIOCSTOP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSTOP',
  undefined,
  'parisc* 0x5462, ppc* 0x2000746f, sh* 0x746f',
)
export const TUNGETDEVNETNS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNGETDEVNETNS',
  0x54e3,
  'mips* ppc* 0x200054e3',
)
export const VT_OPENQRY: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'VT_OPENQRY', 0x5600)
export const VT_GETMODE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'VT_GETMODE', 0x5601)
export const VT_SETMODE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'VT_SETMODE', 0x5602)
export const VT_GETSTATE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'VT_GETSTATE', 0x5603)
export const VT_SENDSIG: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'VT_SENDSIG', 0x5604)
export const VT_RELDISP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'VT_RELDISP', 0x5605)
export const VT_ACTIVATE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'VT_ACTIVATE', 0x5606)
export const VT_WAITACTIVE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'VT_WAITACTIVE', 0x5607)
export const VT_DISALLOCATE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'VT_DISALLOCATE', 0x5608)
export const VT_RESIZE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'VT_RESIZE', 0x5609)
export const VT_RESIZEX: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'VT_RESIZEX', 0x560a)
export const VT_LOCKSWITCH: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'VT_LOCKSWITCH', 0x560b)
export const VT_UNLOCKSWITCH: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'VT_UNLOCKSWITCH', 0x560c)
export const VT_GETHIFONTMASK: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VT_GETHIFONTMASK',
  0x560d,
)
export const VT_WAITEVENT: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'VT_WAITEVENT', 0x560e)
export const VT_SETACTIVATE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'VT_SETACTIVATE', 0x560f)
export const TIOCGETP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCGETP',
  undefined,
  'mips* 0x7408, ppc* 0x40067408',
)
export const TIOCSETP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSETP',
  undefined,
  'mips* 0x7409, ppc* 0x80067409',
)
export const TIOCSETN: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSETN',
  undefined,
  'mips* 0x740a, ppc* 0x8006740a',
)
export const TIOCGLTC: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCGLTC',
  undefined,
  'mips* 0x7474, ppc* 0x40067474',
)
export const TIOCSLTC: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSLTC',
  undefined,
  'mips* 0x7475, parisc* 0x5462, ppc* 0x80067475',
)
export const FIOSETOWN: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FIOSETOWN',
  0x8901,
  'mips* 0x8004667c, sh* 0x4004667c',
)
export const SIOCSPGRP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'SIOCSPGRP',
  0x8902,
  'mips* 0x80047308, sh* 0x40047308',
)
export const FIOGETOWN: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FIOGETOWN',
  0x8903,
  'mips* 0x4004667b, sh* 0x8004667b',
)
export const SIOCGPGRP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'SIOCGPGRP',
  0x8904,
  'mips* 0x40047309, sh* 0x80047309',
)
export const SIOCATMARK: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'SIOCATMARK',
  0x8905,
  'mips* 0x40047307, sh* 0x80047307',
)
export const SIOCGSTAMP_OLD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'SIOCGSTAMP_OLD',
  0x8906,
  'sh* 0x80087364',
)
export const SIOCGSTAMPNS_OLD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'SIOCGSTAMPNS_OLD',
  0x8907,
  'sh* 0x80087365',
)
export const SIOCADDRT: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCADDRT', 0x890b)
export const SIOCDELRT: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCDELRT', 0x890c)
export const SIOCRTMSG: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCRTMSG', 0x890d)
export const SIOCGIFNAME: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFNAME', 0x8910)
export const SIOCSIFLINK: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSIFLINK', 0x8911)
export const SIOCGIFCONF: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFCONF', 0x8912)
export const SIOCGIFFLAGS: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFFLAGS', 0x8913)
export const SIOCSIFFLAGS: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSIFFLAGS', 0x8914)
export const SIOCGIFADDR: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFADDR', 0x8915)
export const SIOCSIFADDR: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSIFADDR', 0x8916)
export const SIOCGIFDSTADDR: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFDSTADDR', 0x8917)
export const SIOCSIFDSTADDR: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSIFDSTADDR', 0x8918)
export const SIOCGIFBRDADDR: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFBRDADDR', 0x8919)
export const SIOCSIFBRDADDR: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSIFBRDADDR', 0x891a)
export const SIOCGIFNETMASK: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFNETMASK', 0x891b)
export const SIOCSIFNETMASK: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSIFNETMASK', 0x891c)
export const SIOCGIFMETRIC: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFMETRIC', 0x891d)
export const SIOCSIFMETRIC: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSIFMETRIC', 0x891e)
export const SIOCGIFMEM: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFMEM', 0x891f)
export const SIOCSIFMEM: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSIFMEM', 0x8920)
export const SIOCGIFMTU: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFMTU', 0x8921)
export const SIOCSIFMTU: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSIFMTU', 0x8922)
export const SIOCSIFNAME: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSIFNAME', 0x8923)
export const SIOCSIFHWADDR: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSIFHWADDR', 0x8924)
export const SIOCGIFENCAP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFENCAP', 0x8925)
export const SIOCSIFENCAP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSIFENCAP', 0x8926)
export const SIOCGIFHWADDR: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFHWADDR', 0x8927)
export const SIOCGIFSLAVE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFSLAVE', 0x8929)
export const SIOCSIFSLAVE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSIFSLAVE', 0x8930)
export const SIOCADDMULTI: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCADDMULTI', 0x8931)
export const SIOCDELMULTI: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCDELMULTI', 0x8932)
export const SIOCGIFINDEX: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFINDEX', 0x8933)
export const SIOCSIFPFLAGS: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSIFPFLAGS', 0x8934)
export const SIOCGIFPFLAGS: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFPFLAGS', 0x8935)
export const SIOCDIFADDR: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCDIFADDR', 0x8936)
export const SIOCSIFHWBROADCAST: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'SIOCSIFHWBROADCAST',
  0x8937,
)
export const SIOCGIFCOUNT: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFCOUNT', 0x8938)
export const SIOCGIFBR: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFBR', 0x8940)
export const SIOCSIFBR: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSIFBR', 0x8941)
export const SIOCGIFTXQLEN: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFTXQLEN', 0x8942)
export const SIOCSIFTXQLEN: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSIFTXQLEN', 0x8943)
export const SIOCETHTOOL: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCETHTOOL', 0x8946)
export const SIOCGMIIPHY: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGMIIPHY', 0x8947)
export const SIOCGMIIREG: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGMIIREG', 0x8948)
export const SIOCSMIIREG: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSMIIREG', 0x8949)
export const SIOCWANDEV: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCWANDEV', 0x894a)
export const SIOCOUTQNSD: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCOUTQNSD', 0x894b)
export const SIOCGSKNS: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGSKNS', 0x894c)
export const SIOCDARP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCDARP', 0x8953)
export const SIOCGARP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGARP', 0x8954)
export const SIOCSARP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSARP', 0x8955)
export const SIOCDRARP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCDRARP', 0x8960)
export const SIOCGRARP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGRARP', 0x8961)
export const SIOCSRARP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSRARP', 0x8962)
export const SIOCGIFMAP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFMAP', 0x8970)
export const SIOCSIFMAP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSIFMAP', 0x8971)
export const SIOCADDDLCI: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCADDDLCI', 0x8980)
export const SIOCDELDLCI: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCDELDLCI', 0x8981)
export const SIOCGIFVLAN: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGIFVLAN', 0x8982)
export const SIOCSIFVLAN: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSIFVLAN', 0x8983)
export const SIOCBONDENSLAVE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCBONDENSLAVE', 0x8990)
export const SIOCBONDRELEASE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCBONDRELEASE', 0x8991)
export const SIOCBONDSETHWADDR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'SIOCBONDSETHWADDR',
  0x8992,
)
export const SIOCBONDSLAVEINFOQUERY: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'SIOCBONDSLAVEINFOQUERY',
  0x8993,
)
export const SIOCBONDINFOQUERY: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'SIOCBONDINFOQUERY',
  0x8994,
)
export const SIOCBONDCHANGEACTIVE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'SIOCBONDCHANGEACTIVE',
  0x8995,
)
export const SIOCBRADDBR: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCBRADDBR', 0x89a0)
export const SIOCBRDELBR: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCBRDELBR', 0x89a1)
export const SIOCBRADDIF: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCBRADDIF', 0x89a2)
export const SIOCBRDELIF: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCBRDELIF', 0x89a3)
export const SIOCSHWTSTAMP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCSHWTSTAMP', 0x89b0)
export const SIOCGHWTSTAMP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'SIOCGHWTSTAMP', 0x89b1)
export const USERFAULTFD_IOC_NEW: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'USERFAULTFD_IOC_NEW',
  0xaa00,
  'mips* ppc* 0x2000aa00',
)
export const VHOST_SET_OWNER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SET_OWNER',
  0xaf01,
  'mips* ppc* 0x2000af01',
)
export const VHOST_RESET_OWNER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_RESET_OWNER',
  0xaf02,
  'mips* ppc* 0x2000af02',
)
export const VHOST_VDPA_SUSPEND: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VDPA_SUSPEND',
  0xaf7d,
  'mips* ppc* 0x2000af7d',
)
export const VHOST_VDPA_RESUME: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VDPA_RESUME',
  0xaf7e,
  'mips* ppc* 0x2000af7e',
)
export const NS_GET_USERNS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'NS_GET_USERNS',
  0xb701,
  'mips* ppc* 0x2000b701',
)
export const NS_GET_PARENT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'NS_GET_PARENT',
  0xb702,
  'mips* ppc* 0x2000b702',
)
export const NS_GET_NSTYPE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'NS_GET_NSTYPE',
  0xb703,
  'mips* ppc* 0x2000b703',
)
export const NS_GET_OWNER_UID: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'NS_GET_OWNER_UID',
  0xb704,
  'mips* ppc* 0x2000b704',
)
export const FUSE_DEV_IOC_SYNC_INIT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FUSE_DEV_IOC_SYNC_INIT',
  0xe503,
  'mips* ppc* 0x2000e503',
)
export const PIDFD_GET_CGROUP_NAMESPACE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PIDFD_GET_CGROUP_NAMESPACE',
  0xff01,
  'mips* ppc* 0x2000ff01',
)
export const PIDFD_GET_IPC_NAMESPACE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PIDFD_GET_IPC_NAMESPACE',
  0xff02,
  'mips* ppc* 0x2000ff02',
)
export const PIDFD_GET_MNT_NAMESPACE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PIDFD_GET_MNT_NAMESPACE',
  0xff03,
  'mips* ppc* 0x2000ff03',
)
export const PIDFD_GET_NET_NAMESPACE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PIDFD_GET_NET_NAMESPACE',
  0xff04,
  'mips* ppc* 0x2000ff04',
)
export const PIDFD_GET_PID_NAMESPACE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PIDFD_GET_PID_NAMESPACE',
  0xff05,
  'mips* ppc* 0x2000ff05',
)
export const PIDFD_GET_PID_FOR_CHILDREN_NAMESPACE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PIDFD_GET_PID_FOR_CHILDREN_NAMESPACE',
  0xff06,
  'mips* ppc* 0x2000ff06',
)
export const PIDFD_GET_TIME_NAMESPACE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PIDFD_GET_TIME_NAMESPACE',
  0xff07,
  'mips* ppc* 0x2000ff07',
)
export const PIDFD_GET_TIME_FOR_CHILDREN_NAMESPACE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PIDFD_GET_TIME_FOR_CHILDREN_NAMESPACE',
  0xff08,
  'mips* ppc* 0x2000ff08',
)
export const PIDFD_GET_USER_NAMESPACE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PIDFD_GET_USER_NAMESPACE',
  0xff09,
  'mips* ppc* 0x2000ff09',
)
export const PIDFD_GET_UTS_NAMESPACE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PIDFD_GET_UTS_NAMESPACE',
  0xff0a,
  'mips* ppc* 0x2000ff0a',
)
export const KVM_GET_API_VERSION: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_API_VERSION',
  0x2000ae00,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xae00, arm m68k parisc* sh* null',
)
export const KVM_CREATE_VM: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_CREATE_VM',
  0x2000ae01,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xae01, arm m68k parisc* sh* null',
)
export const KVM_CHECK_EXTENSION: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_CHECK_EXTENSION',
  0x2000ae03,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xae03, arm m68k parisc* sh* null',
)
export const KVM_GET_VCPU_MMAP_SIZE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_VCPU_MMAP_SIZE',
  0x2000ae04,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xae04, arm m68k parisc* sh* null',
)
export const KVM_S390_ENABLE_SIE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_ENABLE_SIE',
  0x2000ae06,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xae06, arm m68k parisc* sh* null',
)
export const KVM_CREATE_VCPU: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_CREATE_VCPU',
  0x2000ae41,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xae41, arm m68k parisc* sh* null',
)
export const KVM_SET_NR_MMU_PAGES: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_NR_MMU_PAGES',
  0x2000ae44,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xae44, arm m68k parisc* sh* null',
)
export const KVM_GET_NR_MMU_PAGES: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_NR_MMU_PAGES',
  0x2000ae45,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xae45, arm m68k parisc* sh* null',
)
export const KVM_SET_TSS_ADDR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_TSS_ADDR',
  0x2000ae47,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xae47, arm m68k parisc* sh* null',
)
export const KVM_CREATE_IRQCHIP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_CREATE_IRQCHIP',
  0x2000ae60,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xae60, arm m68k parisc* sh* null',
)
export const KVM_CREATE_PIT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_CREATE_PIT',
  0x2000ae64,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xae64, arm m68k parisc* sh* null',
)
export const KVM_REINJECT_CONTROL: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_REINJECT_CONTROL',
  0x2000ae71,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xae71, arm m68k parisc* sh* null',
)
export const KVM_SET_BOOT_CPU_ID: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_BOOT_CPU_ID',
  0x2000ae78,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xae78, arm m68k parisc* sh* null',
)
export const KVM_RUN: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_RUN',
  0x2000ae80,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xae80, arm m68k parisc* sh* null',
)
export const KVM_S390_INITIAL_RESET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_INITIAL_RESET',
  0x2000ae97,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xae97, arm m68k parisc* sh* null',
)
export const KVM_NMI: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_NMI',
  0x2000ae9a,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xae9a, arm m68k parisc* sh* null',
)
export const KVM_SET_TSC_KHZ: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_TSC_KHZ',
  0x2000aea2,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xaea2, arm m68k parisc* sh* null',
)
export const KVM_GET_TSC_KHZ: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_TSC_KHZ',
  0x2000aea3,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xaea3, arm m68k parisc* sh* null',
)
export const KVM_KVMCLOCK_CTRL: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_KVMCLOCK_CTRL',
  0x2000aead,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xaead, arm m68k parisc* sh* null',
)
export const KVM_PPC_SVM_OFF: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_PPC_SVM_OFF',
  0x2000aeb3,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xaeb3, arm m68k parisc* sh* null',
)
export const KVM_SMI: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SMI',
  0x2000aeb7,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xaeb7, arm m68k parisc* sh* null',
)
export const KVM_S390_NORMAL_RESET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_NORMAL_RESET',
  0x2000aec3,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xaec3, arm m68k parisc* sh* null',
)
export const KVM_S390_CLEAR_RESET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_CLEAR_RESET',
  0x2000aec4,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xaec4, arm m68k parisc* sh* null',
)
export const KVM_RESET_DIRTY_RINGS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_RESET_DIRTY_RINGS',
  0x2000aec7,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xaec7, arm m68k parisc* sh* null',
)
export const KVM_GET_STATS_FD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_STATS_FD',
  0x2000aece,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0xaece, arm m68k parisc* sh* null',
)
export const VHOST_VDPA_SET_STATUS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VDPA_SET_STATUS',
  0x4001af72,
  'mips* parisc* ppc* 0x8001af72',
)
export const VHOST_SET_FORK_FROM_OWNER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SET_FORK_FROM_OWNER',
  0x4001af84,
  'mips* parisc* ppc* 0x8001af84',
)
export const BLKBSZSET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKBSZSET',
  0x40041271,
  'x86_64 aarch64 loongarch64 riscv64 s390x 0x40081271, mips mipsel mips64n32 mipsel64n32 parisc ppc 0x80041271, mips64 mipsel64 parisc64 ppc64 ppc64le 0x80081271',
)
export const PERF_EVENT_IOC_SET_FILTER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PERF_EVENT_IOC_SET_FILTER',
  0x40042406,
  'x86_64 aarch64 loongarch64 riscv64 s390x 0x40082406, mips mipsel mips64n32 mipsel64n32 parisc ppc 0x80042406, mips64 mipsel64 parisc64 ppc64 ppc64le 0x80082406',
)
export const PERF_EVENT_IOC_SET_BPF: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PERF_EVENT_IOC_SET_BPF',
  0x40042408,
  'mips* parisc* ppc* 0x80042408',
)
export const PERF_EVENT_IOC_PAUSE_OUTPUT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PERF_EVENT_IOC_PAUSE_OUTPUT',
  0x40042409,
  'mips* parisc* ppc* 0x80042409',
)
export const PERF_EVENT_IOC_MODIFY_ATTRIBUTES: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PERF_EVENT_IOC_MODIFY_ATTRIBUTES',
  0x4004240b,
  'x86_64 aarch64 loongarch64 riscv64 s390x 0x4008240b, mips mipsel mips64n32 mipsel64n32 parisc ppc 0x8004240b, mips64 mipsel64 parisc64 ppc64 ppc64le 0x8008240b',
)
export const INOTIFY_IOC_SETNEXTWD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'INOTIFY_IOC_SETNEXTWD',
  0x40044900,
  'mips* parisc* ppc* 0x80044900',
)
export const RNDADDTOENTCNT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'RNDADDTOENTCNT',
  0x40045201,
  'mips* parisc* ppc* 0x80045201',
)
export const TIOCSPTLCK: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSPTLCK',
  0x40045431,
  'mips* parisc* ppc* 0x80045431',
)
export const TIOCSIG: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSIG',
  0x40045436,
  'mips* parisc* ppc* 0x80045436',
)
export const TUNSETNOCSUM: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNSETNOCSUM',
  0x400454c8,
  'mips* parisc* ppc* 0x800454c8',
)
export const TUNSETDEBUG: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNSETDEBUG',
  0x400454c9,
  'mips* parisc* ppc* 0x800454c9',
)
export const TUNSETIFF: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNSETIFF',
  0x400454ca,
  'mips* parisc* ppc* 0x800454ca',
)
export const TUNSETPERSIST: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNSETPERSIST',
  0x400454cb,
  'mips* parisc* ppc* 0x800454cb',
)
export const TUNSETOWNER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNSETOWNER',
  0x400454cc,
  'mips* parisc* ppc* 0x800454cc',
)
export const TUNSETLINK: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNSETLINK',
  0x400454cd,
  'mips* parisc* ppc* 0x800454cd',
)
export const TUNSETGROUP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNSETGROUP',
  0x400454ce,
  'mips* parisc* ppc* 0x800454ce',
)
export const TUNSETOFFLOAD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNSETOFFLOAD',
  0x400454d0,
  'mips* parisc* ppc* 0x800454d0',
)
export const TUNSETTXFILTER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNSETTXFILTER',
  0x400454d1,
  'mips* parisc* ppc* 0x800454d1',
)
export const TUNSETSNDBUF: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNSETSNDBUF',
  0x400454d4,
  'mips* parisc* ppc* 0x800454d4',
)
export const TUNSETVNETHDRSZ: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNSETVNETHDRSZ',
  0x400454d8,
  'mips* parisc* ppc* 0x800454d8',
)
export const TUNSETQUEUE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNSETQUEUE',
  0x400454d9,
  'mips* parisc* ppc* 0x800454d9',
)
export const TUNSETIFINDEX: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNSETIFINDEX',
  0x400454da,
  'mips* parisc* ppc* 0x800454da',
)
export const TUNSETVNETLE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNSETVNETLE',
  0x400454dc,
  'mips* parisc* ppc* 0x800454dc',
)
export const TUNSETVNETBE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNSETVNETBE',
  0x400454de,
  'mips* parisc* ppc* 0x800454de',
)
export const TUNSETCARRIER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNSETCARRIER',
  0x400454e2,
  'mips* parisc* ppc* 0x800454e2',
)
export const DMA_BUF_SET_NAME_A: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'DMA_BUF_SET_NAME_A',
  0x40046201,
  'mips* parisc* ppc* 0x80046201',
)
export const DMA_BUF_SET_NAME: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'DMA_BUF_SET_NAME',
  0x40046201,
  'x86_64 aarch64 loongarch64 riscv64 s390x 0x40086201, mips mipsel mips64n32 mipsel64n32 parisc ppc 0x80046201, mips64 mipsel64 parisc64 ppc64 ppc64le 0x80086201',
)
export const FS_IOC_SETFLAGS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_SETFLAGS',
  0x40046602,
  'x86_64 aarch64 loongarch64 riscv64 s390x 0x40086602, mips mipsel mips64n32 mipsel64n32 parisc ppc 0x80046602, mips64 mipsel64 parisc64 ppc64 ppc64le 0x80086602',
)
export const FS_IOC32_SETFLAGS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC32_SETFLAGS',
  0x40046602,
  'mips* parisc* ppc* 0x80046602',
)
export const FS_IOC_SETVERSION: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_SETVERSION',
  0x40047602,
  'x86_64 aarch64 loongarch64 riscv64 s390x 0x40087602, mips mipsel mips64n32 mipsel64n32 parisc ppc 0x80047602, mips64 mipsel64 parisc64 ppc64 ppc64le 0x80087602',
)
export const FS_IOC32_SETVERSION: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC32_SETVERSION',
  0x40047602,
  'mips* parisc* ppc* 0x80047602',
)
export const FICLONE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FICLONE',
  0x40049409,
  'mips* parisc* ppc* 0x80049409',
)
export const KVM_GET_MP_STATE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_MP_STATE',
  0x4004ae98,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x8004ae98, arm m68k parisc* sh* null',
)
export const VHOST_SET_LOG_FD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SET_LOG_FD',
  0x4004af07,
  'mips* parisc* ppc* 0x8004af07',
)
export const VHOST_FREE_WORKER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_FREE_WORKER',
  0x4004af09,
  'mips* parisc* ppc* 0x8004af09',
)
export const VHOST_SCSI_GET_ABI_VERSION: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SCSI_GET_ABI_VERSION',
  0x4004af42,
  'mips* parisc* ppc* 0x8004af42',
)
export const VHOST_SCSI_SET_EVENTS_MISSED: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SCSI_SET_EVENTS_MISSED',
  0x4004af43,
  'mips* parisc* ppc* 0x8004af43',
)
export const VHOST_SCSI_GET_EVENTS_MISSED: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SCSI_GET_EVENTS_MISSED',
  0x4004af44,
  'mips* parisc* ppc* 0x8004af44',
)
export const VHOST_VSOCK_SET_RUNNING: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VSOCK_SET_RUNNING',
  0x4004af61,
  'mips* parisc* ppc* 0x8004af61',
)
export const VHOST_VDPA_SET_CONFIG_CALL: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VDPA_SET_CONFIG_CALL',
  0x4004af77,
  'mips* parisc* ppc* 0x8004af77',
)
export const FUSE_DEV_IOC_BACKING_CLOSE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FUSE_DEV_IOC_BACKING_CLOSE',
  0x4004e502,
  'mips* parisc* ppc* 0x8004e502',
)
export const TIOCGETC: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCGETC',
  undefined,
  'ppc* 0x40067412',
)
export const SECCOMP_IOCTL_NOTIF_ID_VALID: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'SECCOMP_IOCTL_NOTIF_ID_VALID',
  0x40082102,
  'mips* parisc* ppc* 0x80082102',
)
export const SECCOMP_IOCTL_NOTIF_SET_FLAGS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'SECCOMP_IOCTL_NOTIF_SET_FLAGS',
  0x40082104,
  'mips* parisc* ppc* 0x80082104',
)
export const PERF_EVENT_IOC_PERIOD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PERF_EVENT_IOC_PERIOD',
  0x40082404,
  'mips* parisc* ppc* 0x80082404',
)
export const RNDADDENTROPY: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'RNDADDENTROPY',
  0x40085203,
  'mips* parisc* ppc* 0x80085203',
)
export const TFD_IOC_SET_TICKS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TFD_IOC_SET_TICKS',
  0x40085400,
  'mips* parisc* ppc* 0x80085400',
)
export const TUNATTACHFILTER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNATTACHFILTER',
  0x400854d5,
  'x86_64 aarch64 loongarch64 riscv64 s390x 0x401054d5, m68k 0x400654d5, mips mipsel mips64n32 mipsel64n32 parisc ppc 0x800854d5, mips64 mipsel64 parisc64 ppc64 ppc64le 0x801054d5',
)
export const TUNDETACHFILTER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNDETACHFILTER',
  0x400854d6,
  'x86_64 aarch64 loongarch64 riscv64 s390x 0x401054d6, m68k 0x400654d6, mips mipsel mips64n32 mipsel64n32 parisc ppc 0x800854d6, mips64 mipsel64 parisc64 ppc64 ppc64le 0x801054d6',
)
export const DMA_BUF_IOCTL_SYNC: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'DMA_BUF_IOCTL_SYNC',
  0x40086200,
  'mips* parisc* ppc* 0x80086200',
)
export const DMA_BUF_SET_NAME_B: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'DMA_BUF_SET_NAME_B',
  0x40086201,
  'mips* parisc* ppc* 0x80086201',
)
export const DMA_BUF_IOCTL_IMPORT_SYNC_FILE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'DMA_BUF_IOCTL_IMPORT_SYNC_FILE',
  0x40086203,
  'mips* parisc* ppc* 0x80086203',
)
export const EPIOCSPARAMS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'EPIOCSPARAMS',
  0x40088a01,
  'mips* parisc* ppc* 0x80088a01',
)
export const KVM_S390_VCPU_FAULT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_VCPU_FAULT',
  undefined,
  'x86_64 aarch64 loongarch64 riscv64 s390x 0x4008ae52, x86 x32 s390 0x4004ae52, mips mipsel mips64n32 mipsel64n32 ppc 0x8004ae52, mips64 mipsel64 ppc64 ppc64le 0x8008ae52',
)
export const KVM_SET_MSRS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_MSRS',
  undefined,
  'x86* x32 0x4008ae89',
)
export const KVM_SET_CPUID: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_CPUID',
  undefined,
  'x86* x32 0x4008ae8a',
)
export const KVM_SET_CPUID2: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_CPUID2',
  undefined,
  'x86* x32 0x4008ae90',
)
export const KVM_S390_STORE_STATUS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_STORE_STATUS',
  undefined,
  'x86_64 aarch64 loongarch64 riscv64 s390x 0x4008ae95, x86 x32 s390 0x4004ae95, mips mipsel mips64n32 mipsel64n32 ppc 0x8004ae95, mips64 mipsel64 ppc64 ppc64le 0x8008ae95',
)
export const KVM_X86_GET_MCE_CAP_SUPPORTED: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_X86_GET_MCE_CAP_SUPPORTED',
  0x4008ae9d,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x8008ae9d, arm m68k parisc* sh* null',
)
export const KVM_ALLOCATE_RMA: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_ALLOCATE_RMA',
  undefined,
  'ppc* 0x4008aea9',
)
export const VHOST_SET_FEATURES: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SET_FEATURES',
  0x4008af00,
  'mips* parisc* ppc* 0x8008af00',
)
export const VHOST_SET_MEM_TABLE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SET_MEM_TABLE',
  0x4008af03,
  'mips* parisc* ppc* 0x8008af03',
)
export const VHOST_SET_LOG_BASE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SET_LOG_BASE',
  0x4008af04,
  'mips* parisc* ppc* 0x8008af04',
)
export const VHOST_SET_VRING_NUM: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SET_VRING_NUM',
  0x4008af10,
  'mips* parisc* ppc* 0x8008af10',
)
export const VHOST_SET_VRING_BASE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SET_VRING_BASE',
  0x4008af12,
  'mips* parisc* ppc* 0x8008af12',
)
export const VHOST_SET_VRING_ENDIAN: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SET_VRING_ENDIAN',
  0x4008af13,
  'mips* parisc* ppc* 0x8008af13',
)
export const VHOST_GET_VRING_ENDIAN: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_GET_VRING_ENDIAN',
  0x4008af14,
  'mips* parisc* ppc* 0x8008af14',
)
export const VHOST_ATTACH_VRING_WORKER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_ATTACH_VRING_WORKER',
  0x4008af15,
  'mips* parisc* ppc* 0x8008af15',
)
export const VHOST_SET_VRING_KICK: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SET_VRING_KICK',
  0x4008af20,
  'mips* parisc* ppc* 0x8008af20',
)
export const VHOST_SET_VRING_CALL: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SET_VRING_CALL',
  0x4008af21,
  'mips* parisc* ppc* 0x8008af21',
)
export const VHOST_SET_VRING_ERR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SET_VRING_ERR',
  0x4008af22,
  'mips* parisc* ppc* 0x8008af22',
)
export const VHOST_SET_VRING_BUSYLOOP_TIMEOUT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SET_VRING_BUSYLOOP_TIMEOUT',
  0x4008af23,
  'mips* parisc* ppc* 0x8008af23',
)
export const VHOST_GET_VRING_BUSYLOOP_TIMEOUT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_GET_VRING_BUSYLOOP_TIMEOUT',
  0x4008af24,
  'mips* parisc* ppc* 0x8008af24',
)
export const VHOST_SET_BACKEND_FEATURES: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SET_BACKEND_FEATURES',
  0x4008af25,
  'mips* parisc* ppc* 0x8008af25',
)
export const VHOST_NET_SET_BACKEND: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_NET_SET_BACKEND',
  0x4008af30,
  'mips* parisc* ppc* 0x8008af30',
)
export const VHOST_VSOCK_SET_GUEST_CID: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VSOCK_SET_GUEST_CID',
  0x4008af60,
  'mips* parisc* ppc* 0x8008af60',
)
export const VHOST_VDPA_SET_CONFIG: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VDPA_SET_CONFIG',
  0x4008af74,
  'mips* parisc* ppc* 0x8008af74',
)
export const VHOST_VDPA_SET_VRING_ENABLE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VDPA_SET_VRING_ENABLE',
  0x4008af75,
  'mips* parisc* ppc* 0x8008af75',
)
export const VHOST_VDPA_SET_GROUP_ASID: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VDPA_SET_GROUP_ASID',
  0x4008af7c,
  'mips* parisc* ppc* 0x8008af7c',
)
export const VHOST_SET_FEATURES_ARRAY: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SET_FEATURES_ARRAY',
  0x4008af83,
  'mips* parisc* ppc* 0x8008af83',
)
export const FS_IOC_GET_ENCRYPTION_POLICY: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_GET_ENCRYPTION_POLICY',
  0x400c6615,
  'mips* parisc* ppc* 0x800c6615',
)
export const BLKRESETZONE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKRESETZONE',
  0x40101283,
  'mips* parisc* ppc* 0x80101283',
)
export const BLKOPENZONE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKOPENZONE',
  0x40101286,
  'mips* parisc* ppc* 0x80101286',
)
export const BLKCLOSEZONE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKCLOSEZONE',
  0x40101287,
  'mips* parisc* ppc* 0x80101287',
)
export const BLKFINISHZONE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKFINISHZONE',
  0x40101288,
  'mips* parisc* ppc* 0x80101288',
)
export const FS_IOC_GET_ENCRYPTION_PWSALT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_GET_ENCRYPTION_PWSALT',
  0x40106614,
  'mips* parisc* ppc* 0x80106614',
)
export const KVM_S390_INTERRUPT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_INTERRUPT',
  undefined,
  's390* 0x4010ae94',
)
export const KVM_S390_SET_INITIAL_PSW: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_SET_INITIAL_PSW',
  undefined,
  's390* 0x4010ae96',
)
export const KVM_PPC_RESIZE_HPT_PREPARE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_PPC_RESIZE_HPT_PREPARE',
  undefined,
  'ppc* 0x4010aead',
)
export const KVM_PPC_RESIZE_HPT_COMMIT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_PPC_RESIZE_HPT_COMMIT',
  undefined,
  'ppc* 0x4010aeae',
)
export const KVM_ARM_SET_COUNTER_OFFSET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_ARM_SET_COUNTER_OFFSET',
  undefined,
  'aarch64 0x4010aeb5',
)
export const KVM_MEMORY_ENCRYPT_REG_REGION: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_MEMORY_ENCRYPT_REG_REGION',
  0x4010aebb,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x8010aebb, arm m68k parisc* sh* null',
)
export const KVM_MEMORY_ENCRYPT_UNREG_REGION: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_MEMORY_ENCRYPT_UNREG_REGION',
  0x4010aebc,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x8010aebc, arm m68k parisc* sh* null',
)
export const FUSE_DEV_IOC_BACKING_OPEN: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FUSE_DEV_IOC_BACKING_OPEN',
  0x4010e501,
  'mips* parisc* ppc* 0x8010e501',
)
export const SECCOMP_IOCTL_NOTIF_ADDFD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'SECCOMP_IOCTL_NOTIF_ADDFD',
  0x40182103,
  'mips* parisc* ppc* 0x80182103',
)
export const KVM_S390_UCAS_MAP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_UCAS_MAP',
  undefined,
  's390* 0x4018ae50',
)
export const KVM_S390_UCAS_UNMAP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_UCAS_UNMAP',
  undefined,
  's390* 0x4018ae51',
)
export const KVM_HYPERV_EVENTFD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_HYPERV_EVENTFD',
  undefined,
  'x86* x32 0x4018aebd',
)
export const FS_IOC_FSSETXATTR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_FSSETXATTR',
  0x401c5820,
  'mips* parisc* ppc* 0x801c5820',
)
export const FICLONERANGE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FICLONERANGE',
  0x4020940d,
  'mips* parisc* ppc* 0x8020940d',
)
export const KVM_ARM_VCPU_INIT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_ARM_VCPU_INIT',
  undefined,
  'aarch64 0x4020aeae',
)
export const KVM_PPC_GET_CPU_CHAR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_PPC_GET_CPU_CHAR',
  undefined,
  'ppc* 0x4020aeb1',
)
export const KVM_SET_PMU_EVENT_FILTER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_PMU_EVENT_FILTER',
  undefined,
  'x86* x32 0x4020aeb2, aarch64 0x4008aeb2',
)
export const KVM_S390_SET_IRQ_STATE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_SET_IRQ_STATE',
  undefined,
  's390* 0x4020aeb5',
)
export const KVM_S390_GET_IRQ_STATE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_GET_IRQ_STATE',
  undefined,
  's390* 0x4020aeb6',
)
export const KVM_S390_SET_CMMA_BITS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_SET_CMMA_BITS',
  undefined,
  's390* 0x4020aeb9',
)
export const VHOST_SET_VRING_ADDR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SET_VRING_ADDR',
  0x4028af11,
  'mips* parisc* ppc* 0x8028af11',
)
export const TCSETS2: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCSETS2',
  0x402c542b,
  'mips* 0x8030542b, parisc* 0x802c542b, ppc* null',
)
export const TCSETSW2: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCSETSW2',
  0x402c542c,
  'mips* 0x8030542c, parisc* 0x802c542c, ppc* null',
)
export const TCSETSF2: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCSETSF2',
  0x402c542d,
  'mips* 0x8030542d, parisc* 0x802c542d, ppc* null',
)
export const KVM_GET_CLOCK: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_CLOCK',
  0x4030ae7c,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x8030ae7c, arm m68k parisc* sh* null',
)
export const KVM_XEN_HVM_CONFIG: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_XEN_HVM_CONFIG',
  undefined,
  'x86* x32 0x4038ae7a',
)
export const KVM_X86_SET_MCE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_X86_SET_MCE',
  undefined,
  'x86* x32 0x4040ae9e',
)
export const KVM_SET_VCPU_EVENTS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_VCPU_EVENTS',
  undefined,
  'x86* x32 aarch64 0x4040aea0',
)
export const KVM_S390_MEM_OP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_MEM_OP',
  undefined,
  's390* 0x4040aeb1',
)
export const KVM_S390_GET_SKEYS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_GET_SKEYS',
  undefined,
  's390* 0x4040aeb2',
)
export const KVM_S390_SET_SKEYS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_SET_SKEYS',
  undefined,
  's390* 0x4040aeb3',
)
export const KVM_SET_GUEST_DEBUG: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_GUEST_DEBUG',
  undefined,
  'x86* x32 0x4048ae9b, aarch64 0x4208ae9b, loongarch64 riscv64 0x4008ae9b, mips* 0x8008ae9b, ppc* 0x8108ae9b, s390 0x4014ae9b, s390x 0x4018ae9b',
)
export const KVM_S390_IRQ: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_IRQ',
  undefined,
  's390* 0x4048aeb4',
)
export const KVM_XEN_HVM_SET_ATTR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_XEN_HVM_SET_ATTR',
  undefined,
  'x86* x32 0x4048aec9',
)
export const KVM_XEN_VCPU_SET_ATTR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_XEN_VCPU_SET_ATTR',
  undefined,
  'x86* x32 0x4048aecb',
)
export const KVM_S390_ZPCI_OP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_ZPCI_OP',
  undefined,
  's390* 0x4048aed1',
)
export const KVM_SET_PIT2: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_PIT2',
  undefined,
  'x86* x32 0x4070aea0',
)
export const FS_IOC_ENABLE_VERITY: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_ENABLE_VERITY',
  0x40806685,
  'mips* parisc* ppc* 0x80806685',
)
export const KVM_SET_DEBUGREGS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_DEBUGREGS',
  undefined,
  'x86* x32 0x4080aea2',
)
export const KVM_SET_NESTED_STATE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_NESTED_STATE',
  undefined,
  'x86* x32 0x4080aebf',
)
export const KVM_SET_REGS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_REGS',
  undefined,
  'x86* x32 0x4090ae82, aarch64 0x4360ae82, loongarch64 0x4108ae82, mips* 0x8118ae82, ppc* 0x8188ae82, riscv64 0x4000ae82, s390* 0x4080ae82',
)
export const VHOST_SCSI_SET_ENDPOINT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SCSI_SET_ENDPOINT',
  0x40e8af40,
  'mips* parisc* ppc* 0x80e8af40',
)
export const VHOST_SCSI_CLEAR_ENDPOINT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_SCSI_CLEAR_ENDPOINT',
  0x40e8af41,
  'mips* parisc* ppc* 0x80e8af41',
)
export const FS_IOC_SETFSLABEL: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_SETFSLABEL',
  0x41009432,
  'mips* parisc* ppc* 0x81009432',
)
export const KVM_SET_SREGS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_SREGS',
  undefined,
  'x86* x32 0x4138ae84, aarch64 loongarch64 riscv64 0x4000ae84, mips* 0x8000ae84, ppc* 0x84d0ae84, s390* 0x40c0ae84',
)
export const KVM_SET_SREGS2: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_SREGS2',
  undefined,
  'x86* x32 0x4140aecd',
)
export const KVM_SET_XCRS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_XCRS',
  undefined,
  'x86* x32 0x4188aea7',
)
export const KVM_X86_SET_MSR_FILTER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_X86_SET_MSR_FILTER',
  undefined,
  'x86_64 0x4188aec6, x86 x32 0x4104aec6',
)
export const KVM_SET_FPU: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_FPU',
  undefined,
  'x86* x32 0x41a0ae8d, aarch64 riscv64 0x4000ae8d, loongarch64 0x4410ae8d, mips* 0x8000ae8d, ppc* 0x8100ae8d, s390* 0x4088ae8d',
)
export const KVM_SET_IRQCHIP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_IRQCHIP',
  0x4208ae63,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x8208ae63, arm m68k parisc* sh* null',
)
export const KVM_PPC_GET_SMMU_INFO: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_PPC_GET_SMMU_INFO',
  undefined,
  'ppc* 0x4250aea6',
)
export const KVM_SET_LAPIC: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_LAPIC',
  undefined,
  'x86* x32 0x4400ae8f',
)
export const KVM_SET_XSAVE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_XSAVE',
  undefined,
  'x86* x32 0x5000aea5',
)
export const VHOST_VDPA_GET_STATUS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VDPA_GET_STATUS',
  0x8001af71,
  'mips* parisc* ppc* 0x4001af71',
)
export const VHOST_GET_FORK_FROM_OWNER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_GET_FORK_FROM_OWNER',
  0x8001af85,
  'mips* parisc* ppc* 0x4001af85',
)
export const VHOST_VDPA_GET_VRING_NUM: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VDPA_GET_VRING_NUM',
  0x8002af76,
  'mips* parisc* ppc* 0x4002af76',
)
export const BLKBSZGET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKBSZGET',
  0x80041270,
  'x86_64 aarch64 loongarch64 riscv64 s390x 0x80081270, mips mipsel mips64n32 mipsel64n32 parisc ppc 0x40041270, mips64 mipsel64 parisc64 ppc64 ppc64le 0x40081270',
)
export const BLKGETSIZE64: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKGETSIZE64',
  0x80041272,
  'x86_64 aarch64 loongarch64 riscv64 s390x 0x80081272, mips mipsel mips64n32 mipsel64n32 parisc ppc 0x40041272, mips64 mipsel64 parisc64 ppc64 ppc64le 0x40081272',
)
export const BLKGETZONESZ: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKGETZONESZ',
  0x80041284,
  'mips* parisc* ppc* 0x40041284',
)
export const BLKGETNRZONES: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKGETNRZONES',
  0x80041285,
  'mips* parisc* ppc* 0x40041285',
)
export const PERF_EVENT_IOC_ID: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PERF_EVENT_IOC_ID',
  0x80042407,
  'x86_64 aarch64 loongarch64 riscv64 s390x 0x80082407, mips mipsel mips64n32 mipsel64n32 parisc ppc 0x40042407, mips64 mipsel64 parisc64 ppc64 ppc64le 0x40082407',
)
export const RNDGETENTCNT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'RNDGETENTCNT',
  0x80045200,
  'mips* parisc* ppc* 0x40045200',
)
export const TIOCGPTN: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCGPTN',
  0x80045430,
  'mips* parisc* ppc* 0x40045430',
)
export const TIOCGDEV: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCGDEV',
  0x80045432,
  'mips* parisc* ppc* 0x40045432',
)
export const TIOCGPKT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCGPKT',
  0x80045438,
  'mips* parisc* ppc* 0x40045438',
)
export const TIOCGPTLCK: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCGPTLCK',
  0x80045439,
  'mips* parisc* ppc* 0x40045439',
)
export const TIOCGEXCL: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCGEXCL',
  0x80045440,
  'mips* parisc* ppc* 0x40045440',
)
export const TUNGETFEATURES: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNGETFEATURES',
  0x800454cf,
  'mips* parisc* ppc* 0x400454cf',
)
export const TUNGETIFF: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNGETIFF',
  0x800454d2,
  'mips* parisc* ppc* 0x400454d2',
)
export const TUNGETSNDBUF: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNGETSNDBUF',
  0x800454d3,
  'mips* parisc* ppc* 0x400454d3',
)
export const TUNGETVNETHDRSZ: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNGETVNETHDRSZ',
  0x800454d7,
  'mips* parisc* ppc* 0x400454d7',
)
export const TUNGETVNETLE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNGETVNETLE',
  0x800454dd,
  'mips* parisc* ppc* 0x400454dd',
)
export const TUNGETVNETBE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNGETVNETBE',
  0x800454df,
  'mips* parisc* ppc* 0x400454df',
)
export const TUNSETSTEERINGEBPF: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNSETSTEERINGEBPF',
  0x800454e0,
  'mips* parisc* ppc* 0x400454e0',
)
export const TUNSETFILTEREBPF: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNSETFILTEREBPF',
  0x800454e1,
  'mips* parisc* ppc* 0x400454e1',
)
export const FS_IOC_SHUTDOWN: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_SHUTDOWN',
  0x8004587d,
  'mips* parisc* ppc* 0x4004587d',
)
export const FS_IOC_GETFLAGS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_GETFLAGS',
  0x80046601,
  'x86_64 aarch64 loongarch64 riscv64 s390x 0x80086601, mips mipsel mips64n32 mipsel64n32 parisc ppc 0x40046601, mips64 mipsel64 parisc64 ppc64 ppc64le 0x40086601',
)
export const FS_IOC32_GETFLAGS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC32_GETFLAGS',
  0x80046601,
  'mips* parisc* ppc* 0x40046601',
)
export const FS_IOC_GETVERSION: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_GETVERSION',
  0x80047601,
  'x86_64 aarch64 loongarch64 riscv64 s390x 0x80087601, mips mipsel mips64n32 mipsel64n32 parisc ppc 0x40047601, mips64 mipsel64 parisc64 ppc64 ppc64le 0x40087601',
)
export const FS_IOC32_GETVERSION: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC32_GETVERSION',
  0x80047601,
  'mips* parisc* ppc* 0x40047601',
)
export const KVM_INTERRUPT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_INTERRUPT',
  0x8004ae86,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4004ae86, arm m68k parisc* sh* null',
)
export const KVM_SET_SIGNAL_MASK: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_SIGNAL_MASK',
  0x8004ae8b,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4004ae8b, arm m68k parisc* sh* null',
)
export const KVM_SET_MP_STATE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_MP_STATE',
  0x8004ae99,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4004ae99, arm m68k parisc* sh* null',
)
export const KVM_ARM_VCPU_FINALIZE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_ARM_VCPU_FINALIZE',
  0x8004aec2,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4004aec2, arm m68k parisc* sh* null',
)
export const VHOST_NEW_WORKER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_NEW_WORKER',
  0x8004af08,
  'mips* parisc* ppc* 0x4004af08',
)
export const VHOST_VDPA_GET_DEVICE_ID: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VDPA_GET_DEVICE_ID',
  0x8004af70,
  'mips* parisc* ppc* 0x4004af70',
)
export const VHOST_VDPA_GET_CONFIG_SIZE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VDPA_GET_CONFIG_SIZE',
  0x8004af79,
  'mips* parisc* ppc* 0x4004af79',
)
export const VHOST_VDPA_GET_AS_NUM: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VDPA_GET_AS_NUM',
  0x8004af7a,
  'mips* parisc* ppc* 0x4004af7a',
)
export const VHOST_VDPA_GET_VQS_COUNT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VDPA_GET_VQS_COUNT',
  0x8004af80,
  'mips* parisc* ppc* 0x4004af80',
)
export const VHOST_VDPA_GET_GROUP_NUM: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VDPA_GET_GROUP_NUM',
  0x8004af81,
  'mips* parisc* ppc* 0x4004af81',
)
export const NS_GET_PID_FROM_PIDNS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'NS_GET_PID_FROM_PIDNS',
  0x8004b706,
  'mips* parisc* ppc* 0x4004b706',
)
export const NS_GET_TGID_FROM_PIDNS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'NS_GET_TGID_FROM_PIDNS',
  0x8004b707,
  'mips* parisc* ppc* 0x4004b707',
)
export const NS_GET_PID_IN_PIDNS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'NS_GET_PID_IN_PIDNS',
  0x8004b708,
  'mips* parisc* ppc* 0x4004b708',
)
export const NS_GET_TGID_IN_PIDNS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'NS_GET_TGID_IN_PIDNS',
  0x8004b709,
  'mips* parisc* ppc* 0x4004b709',
)
export const FUSE_DEV_IOC_CLONE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FUSE_DEV_IOC_CLONE',
  0x8004e500,
  'mips* parisc* ppc* 0x4004e500',
)
export const TIOCSETC: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCSETC',
  undefined,
  'ppc* 0x80067411',
)
export const BLKGETDISKSEQ: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKGETDISKSEQ',
  0x80081280,
  'mips* parisc* ppc* 0x40081280',
)
export const RNDGETPOOL: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'RNDGETPOOL',
  0x80085202,
  'mips* parisc* ppc* 0x40085202',
)
export const TUNGETFILTER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TUNGETFILTER',
  0x800854db,
  'x86_64 aarch64 loongarch64 riscv64 s390x 0x801054db, m68k 0x800654db, mips mipsel mips64n32 mipsel64n32 parisc ppc 0x400854db, mips64 mipsel64 parisc64 ppc64 ppc64le 0x401054db',
)
export const VT_GETCONSIZECSRPOS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VT_GETCONSIZECSRPOS',
  0x80085610,
  'mips* parisc* ppc* 0x40085610',
)
export const EPIOCGPARAMS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'EPIOCGPARAMS',
  0x80088a02,
  'mips* parisc* ppc* 0x40088a02',
)
export const KVM_SET_IDENTITY_MAP_ADDR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_IDENTITY_MAP_ADDR',
  0x8008ae48,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4008ae48, arm m68k parisc* sh* null',
)
export const KVM_IRQ_LINE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_IRQ_LINE',
  0x8008ae61,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4008ae61, arm m68k parisc* sh* null',
)
export const KVM_SET_GSI_ROUTING: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_GSI_ROUTING',
  0x8008ae6a,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4008ae6a, arm m68k parisc* sh* null',
)
export const KVM_SET_VAPIC_ADDR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_VAPIC_ADDR',
  0x8008ae93,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4008ae93, arm m68k parisc* sh* null',
)
export const KVM_X86_SETUP_MCE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_X86_SETUP_MCE',
  0x8008ae9c,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4008ae9c, arm m68k parisc* sh* null',
)
export const VHOST_GET_FEATURES: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_GET_FEATURES',
  0x8008af00,
  'mips* parisc* ppc* 0x4008af00',
)
export const VHOST_GET_BACKEND_FEATURES: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_GET_BACKEND_FEATURES',
  0x8008af26,
  'mips* parisc* ppc* 0x4008af26',
)
export const VHOST_VDPA_GET_CONFIG: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VDPA_GET_CONFIG',
  0x8008af73,
  'mips* parisc* ppc* 0x4008af73',
)
export const VHOST_GET_FEATURES_ARRAY: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_GET_FEATURES_ARRAY',
  0x8008af83,
  'mips* parisc* ppc* 0x4008af83',
)
export const NS_GET_MNTNS_ID: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'NS_GET_MNTNS_ID',
  0x8008b705,
  'mips* parisc* ppc* 0x4008b705',
)
export const NS_GET_ID: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'NS_GET_ID',
  0x8008b70d,
  'mips* parisc* ppc* 0x4008b70d',
)
export const FS_IOC_SET_ENCRYPTION_POLICY: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_SET_ENCRYPTION_POLICY',
  0x800c6613,
  'mips* parisc* ppc* 0x400c6613',
)
export const KVM_XEN_HVM_EVTCHN_SEND: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_XEN_HVM_EVTCHN_SEND',
  0x800caed0,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x400caed0, arm m68k parisc* sh* null',
)
export const FS_IOC_GET_ENCRYPTION_NONCE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_GET_ENCRYPTION_NONCE',
  0x8010661b,
  'mips* parisc* ppc* 0x4010661b',
)
export const SIOCGSTAMP_NEW: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'SIOCGSTAMP_NEW',
  0x80108906,
  'mips* parisc* ppc* 0x40108906',
)
export const SIOCGSTAMPNS_NEW: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'SIOCGSTAMPNS_NEW',
  0x80108907,
  'mips* parisc* ppc* 0x40108907',
)
export const UFFDIO_UNREGISTER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'UFFDIO_UNREGISTER',
  0x8010aa01,
  'mips* parisc* ppc* 0x4010aa01',
)
export const UFFDIO_WAKE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'UFFDIO_WAKE',
  0x8010aa02,
  'mips* parisc* ppc* 0x4010aa02',
)
export const KVM_GET_DIRTY_LOG: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_DIRTY_LOG',
  0x8010ae42,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4010ae42, arm m68k parisc* sh* null',
)
export const KVM_REGISTER_COALESCED_MMIO: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_REGISTER_COALESCED_MMIO',
  0x8010ae67,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4010ae67, arm m68k parisc* sh* null',
)
export const KVM_UNREGISTER_COALESCED_MMIO: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_UNREGISTER_COALESCED_MMIO',
  0x8010ae68,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4010ae68, arm m68k parisc* sh* null',
)
export const KVM_CREATE_SPAPR_TCE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_CREATE_SPAPR_TCE',
  undefined,
  'ppc* 0x8010aea8',
)
export const KVM_DIRTY_TLB: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_DIRTY_TLB',
  0x8010aeaa,
  'x86_64 x32 aarch64 loongarch64 riscv64 s390* 0x4010aeaa, x86 0x400caeaa, arm m68k parisc* sh* null',
)
export const KVM_GET_ONE_REG: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_ONE_REG',
  0x8010aeab,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4010aeab, arm m68k parisc* sh* null',
)
export const KVM_ARM_SET_DEVICE_ADDR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_ARM_SET_DEVICE_ADDR',
  0x8010aeab,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4010aeab, arm m68k parisc* sh* null',
)
export const KVM_SET_ONE_REG: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_ONE_REG',
  0x8010aeac,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4010aeac, arm m68k parisc* sh* null',
)
export const KVM_PPC_CONFIGURE_V3_MMU: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_PPC_CONFIGURE_V3_MMU',
  undefined,
  'ppc* 0x8010aeaf',
)
export const VHOST_VDPA_GET_IOVA_RANGE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VDPA_GET_IOVA_RANGE',
  0x8010af78,
  'mips* parisc* ppc* 0x4010af78',
)
export const NS_MNT_GET_INFO: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'NS_MNT_GET_INFO',
  0x8010b70a,
  'mips* parisc* ppc* 0x4010b70a',
)
export const NS_MNT_GET_NEXT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'NS_MNT_GET_NEXT',
  0x8010b70b,
  'mips* parisc* ppc* 0x4010b70b',
)
export const NS_MNT_GET_PREV: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'NS_MNT_GET_PREV',
  0x8010b70c,
  'mips* parisc* ppc* 0x4010b70c',
)
export const FS_IOC_GETFSUUID: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_GETFSUUID',
  0x80111500,
  'mips* parisc* ppc* 0x40111500',
)
export const KVM_SET_DEVICE_ATTR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_DEVICE_ATTR',
  0x8018aee1,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4018aee1, arm m68k parisc* sh* null',
)
export const KVM_GET_DEVICE_ATTR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_DEVICE_ATTR',
  0x8018aee2,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4018aee2, arm m68k parisc* sh* null',
)
export const KVM_HAS_DEVICE_ATTR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_HAS_DEVICE_ATTR',
  0x8018aee3,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4018aee3, arm m68k parisc* sh* null',
)
export const FS_IOC_FSGETXATTR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_FSGETXATTR',
  0x801c581f,
  'mips* parisc* ppc* 0x401c581f',
)
export const KVM_SET_USER_MEMORY_REGION: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_USER_MEMORY_REGION',
  0x8020ae46,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4020ae46, arm m68k parisc* sh* null',
)
export const KVM_IRQFD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_IRQFD',
  0x8020ae76,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4020ae76, arm m68k parisc* sh* null',
)
export const KVM_SIGNAL_MSI: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SIGNAL_MSI',
  0x8020aea5,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4020aea5, arm m68k parisc* sh* null',
)
export const KVM_CREATE_SPAPR_TCE_64: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_CREATE_SPAPR_TCE_64',
  undefined,
  'ppc* 0x8020aea8',
)
export const KVM_PPC_GET_HTAB_FD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_PPC_GET_HTAB_FD',
  undefined,
  'ppc* 0x8020aeaa',
)
export const KVM_ARM_PREFERRED_TARGET: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_ARM_PREFERRED_TARGET',
  undefined,
  'aarch64 0x8020aeaf',
)
export const KVM_SET_MEMORY_ATTRIBUTES: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_MEMORY_ATTRIBUTES',
  0x8020aed2,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4020aed2, arm m68k parisc* sh* null',
)
export const TIOCGISO7816: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TIOCGISO7816',
  0x80285442,
  'mips* parisc* ppc* 0x40285442',
)
export const TCGETS2: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'TCGETS2',
  0x802c542a,
  'mips* 0x4030542a, parisc* 0x402c542a, ppc* null',
)
export const KVM_SET_CLOCK: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_CLOCK',
  0x8030ae7b,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4030ae7b, arm m68k parisc* sh* null',
)
export const KVM_ARM_MTE_COPY_TAGS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_ARM_MTE_COPY_TAGS',
  undefined,
  'aarch64 0x8030aeb4',
)
export const KVM_CREATE_PIT2: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_CREATE_PIT2',
  0x8040ae77,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4040ae77, arm m68k parisc* sh* null',
)
export const KVM_IOEVENTFD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_IOEVENTFD',
  0x8040ae79,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4040ae79, arm m68k parisc* sh* null',
)
export const KVM_GET_VCPU_EVENTS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_VCPU_EVENTS',
  undefined,
  'x86* x32 aarch64 0x8040ae9f',
)
export const KVM_ARM_GET_REG_WRITABLE_MASKS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_ARM_GET_REG_WRITABLE_MASKS',
  undefined,
  'aarch64 0x8040aeb6',
)
export const KVM_SET_PIT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_PIT',
  undefined,
  'x86* x32 0x8048ae66',
)
export const KVM_PPC_GET_RMMU_INFO: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_PPC_GET_RMMU_INFO',
  undefined,
  'ppc* 0x8060aeb0',
)
export const KVM_ENABLE_CAP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_ENABLE_CAP',
  0x8068aea3,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x4068aea3, arm m68k parisc* sh* null',
)
export const KVM_GET_PIT2: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_PIT2',
  undefined,
  'x86* x32 0x8070ae9f',
)
export const KVM_GET_DEBUGREGS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_DEBUGREGS',
  undefined,
  'x86* x32 0x8080aea1',
)
export const KVM_PPC_GET_PVINFO: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_PPC_GET_PVINFO',
  undefined,
  'ppc* 0x8080aea1',
)
export const KVM_PPC_RTAS_DEFINE_TOKEN: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_PPC_RTAS_DEFINE_TOKEN',
  undefined,
  'ppc* 0x8080aeac',
)
export const FS_IOC_GETFSSYSFSPATH: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_GETFSSYSFSPATH',
  0x80811501,
  'mips* parisc* ppc* 0x40811501',
)
export const KVM_GET_REGS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_REGS',
  undefined,
  'x86* x32 0x8090ae81, aarch64 0x8360ae81, loongarch64 0x8108ae81, mips* 0x4118ae81, ppc* 0x4188ae81, riscv64 0x8000ae81, s390* 0x8080ae81',
)
export const KVM_SET_USER_MEMORY_REGION2: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_SET_USER_MEMORY_REGION2',
  0x80a0ae49,
  'x86* x32 aarch64 loongarch64 riscv64 s390* 0x40a0ae49, arm m68k parisc* sh* null',
)
export const FS_IOC_GETFSLABEL: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_GETFSLABEL',
  0x81009431,
  'mips* parisc* ppc* 0x41009431',
)
export const KVM_GET_SREGS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_SREGS',
  undefined,
  'x86* x32 0x8138ae83, aarch64 loongarch64 riscv64 0x8000ae83, mips* 0x4000ae83, ppc* 0x44d0ae83, s390* 0x80c0ae83',
)
export const KVM_GET_SREGS2: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_SREGS2',
  undefined,
  'x86* x32 0x8140aecc',
)
export const KVM_GET_XCRS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_XCRS',
  undefined,
  'x86* x32 0x8188aea6',
)
export const KVM_GET_FPU: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_FPU',
  undefined,
  'x86* x32 0x81a0ae8c, aarch64 riscv64 0x8000ae8c, loongarch64 0x8410ae8c, mips* 0x4000ae8c, ppc* 0x4100ae8c, s390* 0x8088ae8c',
)
export const KVM_GET_LAPIC: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_LAPIC',
  undefined,
  'x86* x32 0x8400ae8e',
)
export const KVM_GET_XSAVE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_XSAVE',
  undefined,
  'x86* x32 0x9000aea4',
)
export const KVM_GET_XSAVE2: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_XSAVE2',
  undefined,
  'x86* x32 0x9000aecf',
)
export const PERF_EVENT_IOC_QUERY_BPF: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PERF_EVENT_IOC_QUERY_BPF',
  0xc004240a,
  'x86_64 aarch64 loongarch64 mips64 mipsel64 parisc64 ppc64 ppc64le riscv64 s390x 0xc008240a',
)
export const FIFREEZE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'FIFREEZE', 0xc0045877)
export const FITHAW: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'FITHAW', 0xc0045878)
export const FS_IOC_MEASURE_VERITY: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_MEASURE_VERITY',
  0xc0046686,
)
export const KVM_GET_MSR_INDEX_LIST: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_MSR_INDEX_LIST',
  undefined,
  'x86* x32 0xc004ae02',
)
export const KVM_GET_MSR_FEATURE_INDEX_LIST: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_MSR_FEATURE_INDEX_LIST',
  undefined,
  'x86* x32 0xc004ae0a',
)
export const KVM_PPC_ALLOCATE_HTAB: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_PPC_ALLOCATE_HTAB',
  0xc004aea7,
  'arm m68k parisc* sh* null',
)
export const DMA_BUF_IOCTL_EXPORT_SYNC_FILE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'DMA_BUF_IOCTL_EXPORT_SYNC_FILE',
  0xc0086202,
)
export const KVM_GET_SUPPORTED_CPUID: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_SUPPORTED_CPUID',
  undefined,
  'x86* x32 0xc008ae05',
)
export const KVM_GET_EMULATED_CPUID: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_EMULATED_CPUID',
  undefined,
  'x86* x32 0xc008ae09',
)
export const KVM_IRQ_LINE_STATUS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_IRQ_LINE_STATUS',
  0xc008ae67,
  'arm m68k parisc* sh* null',
)
export const KVM_GET_MSRS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_MSRS',
  undefined,
  'x86* x32 0xc008ae88',
)
export const KVM_GET_CPUID2: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_CPUID2',
  undefined,
  'x86* x32 0xc008ae91',
)
export const KVM_GET_REG_LIST: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_REG_LIST',
  0xc008aeb0,
  'arm m68k parisc* sh* null',
)
export const KVM_MEMORY_ENCRYPT_OP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_MEMORY_ENCRYPT_OP',
  0xc008aeba,
  'x86 x32 mips mipsel mips64n32 mipsel64n32 ppc s390 0xc004aeba, arm m68k parisc* sh* null',
)
export const KVM_GET_SUPPORTED_HV_CPUID: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_SUPPORTED_HV_CPUID',
  undefined,
  'x86* x32 0xc008aec1',
)
export const VHOST_GET_VRING_BASE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_GET_VRING_BASE',
  0xc008af12,
)
export const VHOST_GET_VRING_WORKER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_GET_VRING_WORKER',
  0xc008af16,
)
export const VHOST_VDPA_GET_VRING_GROUP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VDPA_GET_VRING_GROUP',
  0xc008af7b,
)
export const VHOST_VDPA_GET_VRING_DESC_GROUP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VDPA_GET_VRING_DESC_GROUP',
  0xc008af7f,
)
export const VHOST_VDPA_GET_VRING_SIZE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'VHOST_VDPA_GET_VRING_SIZE',
  0xc008af82,
)
export const FS_IOC_GET_ENCRYPTION_POLICY_EX: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_GET_ENCRYPTION_POLICY_EX',
  0xc0096616,
)
export const KVM_CREATE_DEVICE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_CREATE_DEVICE',
  0xc00caee0,
  'arm m68k parisc* sh* null',
)
export const BLKREPORTZONE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'BLKREPORTZONE', 0xc0101282)
export const BLKREPORTZONEV2: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKREPORTZONEV2',
  0xc010128e,
)
export const FS_IOC_GETLBMD_CAP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_GETLBMD_CAP',
  0xc0101502,
)
export const KVM_S390_KEYOP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_KEYOP',
  0xc010ae53,
  'arm m68k parisc* sh* null',
)
export const SECCOMP_IOCTL_NOTIF_SEND: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'SECCOMP_IOCTL_NOTIF_SEND',
  0xc0182101,
)
export const FITRIM: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'FITRIM', 0xc0185879)
export const FIDEDUPERANGE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'FIDEDUPERANGE', 0xc0189436)
export const UFFDIO_WRITEPROTECT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'UFFDIO_WRITEPROTECT',
  0xc018aa06,
)
export const UFFDIO_API: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'UFFDIO_API', 0xc018aa3f)
export const KVM_TRANSLATE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_TRANSLATE',
  0xc018ae85,
  'arm m68k parisc* sh* null',
)
export const KVM_CLEAR_DIRTY_LOG: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_CLEAR_DIRTY_LOG',
  0xc018aec0,
  'arm m68k parisc* sh* null',
)
export const FS_IOC_FIEMAP: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'FS_IOC_FIEMAP', 0xc020660b)
export const UFFDIO_REGISTER: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'UFFDIO_REGISTER',
  0xc020aa00,
)
export const UFFDIO_ZEROPAGE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'UFFDIO_ZEROPAGE',
  0xc020aa04,
)
export const UFFDIO_CONTINUE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'UFFDIO_CONTINUE',
  0xc020aa07,
)
export const UFFDIO_POISON: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'UFFDIO_POISON', 0xc020aa08)
export const KVM_S390_GET_CMMA_BITS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_GET_CMMA_BITS',
  undefined,
  's390* 0xc020aeb8',
)
export const KVM_S390_PV_COMMAND: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_PV_COMMAND',
  undefined,
  's390* 0xc020aec5',
)
export const KVM_S390_PV_CPU_COMMAND: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_S390_PV_CPU_COMMAND',
  undefined,
  's390* 0xc020aed0',
)
export const TIOCSISO7816: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'TIOCSISO7816', 0xc0285443)
export const FS_IOC_READ_VERITY_METADATA: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_READ_VERITY_METADATA',
  0xc0286687,
)
export const UFFDIO_COPY: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'UFFDIO_COPY', 0xc028aa03)
export const UFFDIO_MOVE: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'UFFDIO_MOVE', 0xc028aa05)
export const KVM_TPR_ACCESS_REPORTING: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_TPR_ACCESS_REPORTING',
  0xc028ae92,
  'arm m68k parisc* sh* null',
)
export const FS_IOC_REMOVE_ENCRYPTION_KEY: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_REMOVE_ENCRYPTION_KEY',
  0xc0406618,
)
export const FS_IOC_REMOVE_ENCRYPTION_KEY_ALL_USERS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_REMOVE_ENCRYPTION_KEY_ALL_USERS',
  0xc0406619,
)
export const KVM_CREATE_GUEST_MEMFD: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_CREATE_GUEST_MEMFD',
  0xc040aed4,
  'arm m68k parisc* sh* null',
)
export const KVM_PRE_FAULT_MEMORY: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_PRE_FAULT_MEMORY',
  0xc040aed5,
  'arm m68k parisc* sh* null',
)
export const BLKTRACESETUP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKTRACESETUP',
  0xc0481273,
  'x86 sh* 0xc0401273, m68k 0xc03e1273',
)
export const KVM_GET_PIT: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_PIT',
  undefined,
  'x86* x32 0xc048ae65',
)
export const KVM_XEN_HVM_GET_ATTR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_XEN_HVM_GET_ATTR',
  undefined,
  'x86* x32 0xc048aec8',
)
export const KVM_XEN_VCPU_GET_ATTR: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_XEN_VCPU_GET_ATTR',
  undefined,
  'x86* x32 0xc048aeca',
)
export const SECCOMP_IOCTL_NOTIF_RECV: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'SECCOMP_IOCTL_NOTIF_RECV',
  0xc0502100,
)
export const FS_IOC_ADD_ENCRYPTION_KEY: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_ADD_ENCRYPTION_KEY',
  0xc0506617,
)
export const PIDFD_GET_INFO: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'PIDFD_GET_INFO',
  0xc058ff0b,
)
export const PAGEMAP_SCAN: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'PAGEMAP_SCAN', 0xc0606610)
export const PROCMAP_QUERY: Constant<'ioctl'> = /* @__PURE__ */ constant('ioctl', 'PROCMAP_QUERY', 0xc0686611)
export const FS_IOC_GET_ENCRYPTION_KEY_STATUS: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'FS_IOC_GET_ENCRYPTION_KEY_STATUS',
  0xc080661a,
)
export const KVM_GET_NESTED_STATE: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_NESTED_STATE',
  undefined,
  'x86* x32 0xc080aebe',
)
export const BLKTRACESETUP2: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'BLKTRACESETUP2',
  0xc0c0128e,
)
export const KVM_GET_IRQCHIP: Constant<'ioctl'> = /* @__PURE__ */ constant(
  'ioctl',
  'KVM_GET_IRQCHIP',
  0xc208ae62,
  'arm m68k parisc* sh* null',
)
