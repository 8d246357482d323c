// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Socket options at SOL_SOCKET. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const SO_DEBUG: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_DEBUG', 1)
export const SO_REUSEADDR: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_REUSEADDR',
  2,
  'mips* parisc* 4',
)
export const SO_TYPE: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_TYPE', 3, 'mips* parisc* 4104')
export const SO_ERROR: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_ERROR', 4, 'mips* parisc* 4103')
export const SO_DONTROUTE: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_DONTROUTE',
  5,
  'mips* parisc* 16',
)
export const SO_BROADCAST: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_BROADCAST',
  6,
  'mips* parisc* 32',
)
export const SO_SNDBUF: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_SNDBUF', 7, 'mips* parisc* 4097')
export const SO_RCVBUF: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_RCVBUF', 8, 'mips* parisc* 4098')
export const SO_KEEPALIVE: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_KEEPALIVE',
  9,
  'mips* parisc* 8',
)
export const SO_OOBINLINE: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_OOBINLINE',
  10,
  'mips* parisc* 256',
)
export const SO_NO_CHECK: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_NO_CHECK', 11, 'parisc* 16395')
export const SO_PRIORITY: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_PRIORITY', 12, 'parisc* 16396')
export const SO_LINGER: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_LINGER', 13, 'mips* parisc* 128')
export const SO_BSDCOMPAT: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_BSDCOMPAT',
  14,
  'parisc* 16398',
)
export const SO_REUSEPORT: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_REUSEPORT',
  15,
  'mips* parisc* 512',
)
export const SO_PASSCRED: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_PASSCRED',
  16,
  'mips* 17, parisc* 16400, ppc* 20',
)
export const SO_PEERCRED: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_PEERCRED',
  17,
  'mips* 18, parisc* 16401, ppc* 21',
)
export const SO_RCVLOWAT: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_RCVLOWAT',
  18,
  'mips* parisc* 4100, ppc* 16',
)
export const SO_SNDLOWAT: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_SNDLOWAT',
  19,
  'mips* parisc* 4099, ppc* 17',
)
export const SO_RCVTIMEO_OLD: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_RCVTIMEO_OLD',
  20,
  'mips* parisc* 4102, ppc* 18',
)
export const SO_RCVTIMEO: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_RCVTIMEO',
  undefined,
  'x86_64 x32 aarch64 loongarch64 riscv64 s390x 20, mips64 mipsel64 parisc64 4102, ppc64 ppc64le 18',
)
export const SO_SNDTIMEO_OLD: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_SNDTIMEO_OLD',
  21,
  'mips* parisc* 4101, ppc* 19',
)
export const SO_SNDTIMEO: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_SNDTIMEO',
  undefined,
  'x86_64 x32 aarch64 loongarch64 riscv64 s390x 21, mips64 mipsel64 parisc64 4101, ppc64 ppc64le 19',
)
export const SO_SECURITY_AUTHENTICATION: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_SECURITY_AUTHENTICATION',
  22,
  'parisc* 16406',
)
export const SO_SECURITY_ENCRYPTION_TRANSPORT: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_SECURITY_ENCRYPTION_TRANSPORT',
  23,
  'parisc* 16407',
)
export const SO_SECURITY_ENCRYPTION_NETWORK: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_SECURITY_ENCRYPTION_NETWORK',
  24,
  'parisc* 16408',
)
export const SO_BINDTODEVICE: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_BINDTODEVICE',
  25,
  'parisc* 16409',
)
export const SO_ATTACH_FILTER: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_ATTACH_FILTER',
  26,
  'parisc* 16410',
)
export const SO_GET_FILTER: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_GET_FILTER',
  26,
  'parisc* 16410',
)
export const SO_DETACH_FILTER: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_DETACH_FILTER',
  27,
  'parisc* 16411',
)
export const SO_DETACH_BPF: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_DETACH_BPF',
  27,
  'parisc* 16411',
)
export const SO_PEERNAME: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_PEERNAME', 28, 'parisc* 8192')
export const SO_TIMESTAMP_OLD: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_TIMESTAMP_OLD',
  29,
  'parisc* 16402',
)
export const SO_TIMESTAMP: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_TIMESTAMP',
  undefined,
  'x86_64 x32 aarch64 loongarch64 mips64 mipsel64 ppc64 ppc64le riscv64 s390x 29, parisc64 16402',
)
export const SO_ACCEPTCONN: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_ACCEPTCONN',
  30,
  'mips* 4105, parisc* 16412',
)
export const SO_PEERSEC: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_PEERSEC',
  31,
  'mips* 30, parisc* 16413',
)
export const SO_SNDBUFFORCE: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_SNDBUFFORCE',
  32,
  'mips* 31, parisc* 4106',
)
export const SO_RCVBUFFORCE: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_RCVBUFFORCE',
  33,
  'parisc* 4107',
)
export const SO_PASSSEC: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_PASSSEC', 34, 'parisc* 16414')
export const SO_TIMESTAMPNS_OLD: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_TIMESTAMPNS_OLD',
  35,
  'parisc* 16403',
)
export const SO_TIMESTAMPNS: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_TIMESTAMPNS',
  undefined,
  'x86_64 x32 aarch64 loongarch64 mips64 mipsel64 ppc64 ppc64le riscv64 s390x 35, parisc64 16403',
)
export const SO_MARK: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_MARK', 36, 'parisc* 16415')
export const SO_TIMESTAMPING_OLD: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_TIMESTAMPING_OLD',
  37,
  'parisc* 16416',
)
export const SO_TIMESTAMPING: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_TIMESTAMPING',
  undefined,
  'x86_64 x32 aarch64 loongarch64 mips64 mipsel64 ppc64 ppc64le riscv64 s390x 37, parisc64 16416',
)
export const SO_PROTOCOL: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_PROTOCOL',
  38,
  'mips* parisc* 4136',
)
export const SO_DOMAIN: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_DOMAIN', 39, 'mips* parisc* 4137')
export const SO_RXQ_OVFL: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_RXQ_OVFL', 40, 'parisc* 16417')
export const SO_WIFI_STATUS: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_WIFI_STATUS',
  41,
  'parisc* 16418',
)
export const SO_PEEK_OFF: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_PEEK_OFF', 42, 'parisc* 16419')
export const SO_NOFCS: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_NOFCS', 43, 'parisc* 16420')
export const SO_LOCK_FILTER: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_LOCK_FILTER',
  44,
  'parisc* 16421',
)
export const SO_SELECT_ERR_QUEUE: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_SELECT_ERR_QUEUE',
  45,
  'parisc* 16422',
)
export const SO_BUSY_POLL: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_BUSY_POLL',
  46,
  'parisc* 16423',
)
export const SO_MAX_PACING_RATE: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_MAX_PACING_RATE',
  47,
  'parisc* 16424',
)
export const SO_BPF_EXTENSIONS: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_BPF_EXTENSIONS',
  48,
  'parisc* 16425',
)
export const SO_INCOMING_CPU: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_INCOMING_CPU',
  49,
  'parisc* 16426',
)
export const SO_ATTACH_BPF: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_ATTACH_BPF',
  50,
  'parisc* 16427',
)
export const SO_ATTACH_REUSEPORT_CBPF: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_ATTACH_REUSEPORT_CBPF',
  51,
  'parisc* 16428',
)
export const SO_ATTACH_REUSEPORT_EBPF: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_ATTACH_REUSEPORT_EBPF',
  52,
  'parisc* 16429',
)
export const SO_CNX_ADVICE: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_CNX_ADVICE',
  53,
  'parisc* 16430',
)
export const SO_MEMINFO: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_MEMINFO', 55, 'parisc* 16432')
export const SO_INCOMING_NAPI_ID: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_INCOMING_NAPI_ID',
  56,
  'parisc* 16433',
)
export const SO_COOKIE: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_COOKIE', 57, 'parisc* 16434')
export const SO_PEERGROUPS: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_PEERGROUPS',
  59,
  'parisc* 16436',
)
export const SO_ZEROCOPY: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_ZEROCOPY', 60, 'parisc* 16437')
export const SO_TXTIME: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_TXTIME', 61, 'parisc* 16438')
export const SO_BINDTOIFINDEX: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_BINDTOIFINDEX',
  62,
  'parisc* 16439',
)
export const SO_TIMESTAMP_NEW: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_TIMESTAMP_NEW',
  63,
  'parisc* 16440',
)
export const SO_TIMESTAMPNS_NEW: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_TIMESTAMPNS_NEW',
  64,
  'parisc* 16441',
)
export const SO_TIMESTAMPING_NEW: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_TIMESTAMPING_NEW',
  65,
  'parisc* 16442',
)
export const SO_RCVTIMEO_NEW: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_RCVTIMEO_NEW',
  66,
  'parisc* 16448',
)
export const SO_SNDTIMEO_NEW: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_SNDTIMEO_NEW',
  67,
  'parisc* 16449',
)
export const SO_DETACH_REUSEPORT_BPF: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_DETACH_REUSEPORT_BPF',
  68,
  'parisc* 16450',
)
export const SO_PREFER_BUSY_POLL: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_PREFER_BUSY_POLL',
  69,
  'parisc* 16451',
)
export const SO_BUSY_POLL_BUDGET: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_BUSY_POLL_BUDGET',
  70,
  'parisc* 16452',
)
export const SO_NETNS_COOKIE: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_NETNS_COOKIE',
  71,
  'parisc* 16453',
)
export const SO_BUF_LOCK: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_BUF_LOCK', 72, 'parisc* 16454')
export const SO_RESERVE_MEM: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_RESERVE_MEM',
  73,
  'parisc* 16455',
)
export const SO_TXREHASH: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_TXREHASH', 74, 'parisc* 16456')
export const SO_RCVMARK: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_RCVMARK', 75, 'parisc* 16457')
export const SO_PASSPIDFD: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_PASSPIDFD',
  76,
  'parisc* 16458',
)
export const SO_PEERPIDFD: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_PEERPIDFD',
  77,
  'parisc* 16459',
)
export const SO_DEVMEM_LINEAR: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_DEVMEM_LINEAR',
  78,
  'parisc* 16462',
)
export const SO_DEVMEM_DMABUF: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_DEVMEM_DMABUF',
  79,
  'parisc* 16463',
)
export const SO_DEVMEM_DONTNEED: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_DEVMEM_DONTNEED',
  80,
  'parisc* 16464',
)
export const SO_RCVPRIORITY: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_RCVPRIORITY',
  82,
  'parisc* 16461',
)
export const SO_PASSRIGHTS: Constant<'so'> = /* @__PURE__ */ constant(
  'so',
  'SO_PASSRIGHTS',
  83,
  'parisc* 16465',
)
export const SO_INQ: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_INQ', 84, 'parisc* 16466')
export const SO_STYLE: Constant<'so'> = /* @__PURE__ */ constant('so', 'SO_STYLE', undefined, 'mips* 4104')
