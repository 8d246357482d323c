// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Errors. */

import { constant } from '../constant/constant.ts'
import type { Constant } from '../constant/constant.ts'

export const EPERM: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EPERM', 1)
export const ENOENT: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ENOENT', 2)
export const ESRCH: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ESRCH', 3)
export const EINTR: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EINTR', 4)
export const EIO: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EIO', 5)
export const ENXIO: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ENXIO', 6)
export const E2BIG: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'E2BIG', 7)
export const ENOEXEC: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ENOEXEC', 8)
export const EBADF: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EBADF', 9)
export const ECHILD: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ECHILD', 10)
export const EAGAIN: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EAGAIN', 11)
export const EWOULDBLOCK: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EWOULDBLOCK', 11)
export const ENOMEM: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ENOMEM', 12)
export const EACCES: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EACCES', 13)
export const EFAULT: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EFAULT', 14)
export const ENOTBLK: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ENOTBLK', 15)
export const EBUSY: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EBUSY', 16)
export const EEXIST: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EEXIST', 17)
export const EXDEV: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EXDEV', 18)
export const ENODEV: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ENODEV', 19)
export const ENOTDIR: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ENOTDIR', 20)
export const EISDIR: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EISDIR', 21)
export const EINVAL: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EINVAL', 22)
export const ENFILE: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ENFILE', 23)
export const EMFILE: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EMFILE', 24)
export const ENOTTY: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ENOTTY', 25)
export const ETXTBSY: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ETXTBSY', 26)
export const EFBIG: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EFBIG', 27)
export const ENOSPC: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ENOSPC', 28)
export const ESPIPE: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ESPIPE', 29)
export const EROFS: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EROFS', 30)
export const EMLINK: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EMLINK', 31)
export const EPIPE: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EPIPE', 32)
export const EDOM: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EDOM', 33)
export const ERANGE: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ERANGE', 34)
export const EDEADLK: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EDEADLK', 35, 'mips* parisc* 45')
export const EDEADLOCK: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EDEADLOCK',
  35,
  'mips* 56, parisc* 45, ppc* 58',
)
export const ENAMETOOLONG: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ENAMETOOLONG',
  36,
  'mips* 78, parisc* 248',
)
export const ENOLCK: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ENOLCK', 37, 'mips* parisc* 46')
export const ENOSYS: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ENOSYS',
  38,
  'mips* 89, parisc* 251',
)
export const ENOTEMPTY: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ENOTEMPTY',
  39,
  'mips* 93, parisc* 247',
)
export const ELOOP: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ELOOP',
  40,
  'mips* 90, parisc* 249',
)
export const ENOMSG: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ENOMSG', 42, 'mips* parisc* 35')
export const EIDRM: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EIDRM', 43, 'mips* parisc* 36')
export const ECHRNG: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ECHRNG', 44, 'mips* parisc* 37')
export const EL2NSYNC: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EL2NSYNC',
  45,
  'mips* parisc* 38',
)
export const EL3HLT: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EL3HLT', 46, 'mips* parisc* 39')
export const EL3RST: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EL3RST', 47, 'mips* parisc* 40')
export const ELNRNG: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ELNRNG', 48, 'mips* parisc* 41')
export const EUNATCH: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EUNATCH', 49, 'mips* parisc* 42')
export const ENOCSI: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ENOCSI', 50, 'mips* parisc* 43')
export const EL2HLT: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EL2HLT', 51, 'mips* parisc* 44')
export const EBADE: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EBADE',
  52,
  'mips* 50, parisc* 160',
)
export const EBADR: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EBADR',
  53,
  'mips* 51, parisc* 161',
)
export const EXFULL: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EXFULL',
  54,
  'mips* 52, parisc* 162',
)
export const ENOANO: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ENOANO',
  55,
  'mips* 53, parisc* 163',
)
export const EBADRQC: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EBADRQC',
  56,
  'mips* 54, parisc* 164',
)
export const EBADSLT: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EBADSLT',
  57,
  'mips* 55, parisc* 165',
)
export const EBFONT: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EBFONT', 59, 'parisc* 166')
export const ENOSTR: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ENOSTR', 60, 'parisc* 54')
export const ENODATA: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ENODATA', 61, 'parisc* 51')
export const ETIME: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ETIME', 62, 'parisc* 52')
export const ENOSR: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ENOSR', 63, 'parisc* 53')
export const ENONET: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ENONET', 64, 'parisc* 50')
export const ENOPKG: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ENOPKG', 65, 'parisc* 55')
export const EREMOTE: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EREMOTE', 66, 'parisc* 71')
export const ENOLINK: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ENOLINK', 67, 'parisc* 57')
export const EADV: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EADV', 68, 'parisc* 58')
export const ESRMNT: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ESRMNT', 69, 'parisc* 59')
export const ECOMM: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'ECOMM', 70, 'parisc* 60')
export const EPROTO: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EPROTO', 71, 'parisc* 61')
export const EMULTIHOP: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EMULTIHOP',
  72,
  'mips* 74, parisc* 64',
)
export const EDOTDOT: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EDOTDOT', 73, 'parisc* 66')
export const EBADMSG: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EBADMSG',
  74,
  'mips* 77, parisc* 67',
)
export const EFSBADCRC: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EFSBADCRC',
  74,
  'mips* 77, parisc* 67',
)
export const EOVERFLOW: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EOVERFLOW',
  75,
  'mips* 79, parisc* 72',
)
export const ENOTUNIQ: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ENOTUNIQ',
  76,
  'mips* 80, parisc* 167',
)
export const EBADFD: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EBADFD',
  77,
  'mips* 81, parisc* 168',
)
export const EREMCHG: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EREMCHG',
  78,
  'mips* 82, parisc* 169',
)
export const ELIBACC: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ELIBACC',
  79,
  'mips* 83, parisc* 170',
)
export const ELIBBAD: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ELIBBAD',
  80,
  'mips* 84, parisc* 171',
)
export const ELIBSCN: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ELIBSCN',
  81,
  'mips* 85, parisc* 172',
)
export const ELIBMAX: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ELIBMAX',
  82,
  'mips* 86, parisc* 173',
)
export const ELIBEXEC: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ELIBEXEC',
  83,
  'mips* 87, parisc* 174',
)
export const EILSEQ: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EILSEQ',
  84,
  'mips* 88, parisc* 47',
)
export const ERESTART: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ERESTART',
  85,
  'mips* 91, parisc* 175',
)
export const ESTRPIPE: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ESTRPIPE',
  86,
  'mips* 92, parisc* 176',
)
export const EUSERS: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EUSERS',
  87,
  'mips* 94, parisc* 68',
)
export const ENOTSOCK: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ENOTSOCK',
  88,
  'mips* 95, parisc* 216',
)
export const EDESTADDRREQ: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EDESTADDRREQ',
  89,
  'mips* 96, parisc* 217',
)
export const EMSGSIZE: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EMSGSIZE',
  90,
  'mips* 97, parisc* 218',
)
export const EPROTOTYPE: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EPROTOTYPE',
  91,
  'mips* 98, parisc* 219',
)
export const ENOPROTOOPT: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ENOPROTOOPT',
  92,
  'mips* 99, parisc* 220',
)
export const EPROTONOSUPPORT: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EPROTONOSUPPORT',
  93,
  'mips* 120, parisc* 221',
)
export const ESOCKTNOSUPPORT: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ESOCKTNOSUPPORT',
  94,
  'mips* 121, parisc* 222',
)
export const EOPNOTSUPP: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EOPNOTSUPP',
  95,
  'mips* 122, parisc* 223',
)
export const ENOTSUP: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ENOTSUP',
  95,
  'mips* 122, parisc* 223',
)
export const EPFNOSUPPORT: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EPFNOSUPPORT',
  96,
  'mips* 123, parisc* 224',
)
export const EAFNOSUPPORT: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EAFNOSUPPORT',
  97,
  'mips* 124, parisc* 225',
)
export const EADDRINUSE: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EADDRINUSE',
  98,
  'mips* 125, parisc* 226',
)
export const EADDRNOTAVAIL: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EADDRNOTAVAIL',
  99,
  'mips* 126, parisc* 227',
)
export const ENETDOWN: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ENETDOWN',
  100,
  'mips* 127, parisc* 228',
)
export const ENETUNREACH: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ENETUNREACH',
  101,
  'mips* 128, parisc* 229',
)
export const ENETRESET: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ENETRESET',
  102,
  'mips* 129, parisc* 230',
)
export const ECONNABORTED: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ECONNABORTED',
  103,
  'mips* 130, parisc* 231',
)
export const ECONNRESET: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ECONNRESET',
  104,
  'mips* 131, parisc* 232',
)
export const ENOBUFS: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ENOBUFS',
  105,
  'mips* 132, parisc* 233',
)
export const EISCONN: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EISCONN',
  106,
  'mips* 133, parisc* 234',
)
export const ENOTCONN: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ENOTCONN',
  107,
  'mips* 134, parisc* 235',
)
export const ESHUTDOWN: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ESHUTDOWN',
  108,
  'mips* 143, parisc* 236',
)
export const ETOOMANYREFS: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ETOOMANYREFS',
  109,
  'mips* 144, parisc* 237',
)
export const ETIMEDOUT: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ETIMEDOUT',
  110,
  'mips* 145, parisc* 238',
)
export const ECONNREFUSED: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ECONNREFUSED',
  111,
  'mips* 146, parisc* 239',
)
export const EHOSTDOWN: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EHOSTDOWN',
  112,
  'mips* 147, parisc* 241',
)
export const EHOSTUNREACH: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EHOSTUNREACH',
  113,
  'mips* 148, parisc* 242',
)
export const EALREADY: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EALREADY',
  114,
  'mips* 149, parisc* 244',
)
export const EINPROGRESS: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EINPROGRESS',
  115,
  'mips* 150, parisc* 245',
)
export const ESTALE: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ESTALE',
  116,
  'mips* 151, parisc* 70',
)
export const EUCLEAN: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EUCLEAN',
  117,
  'mips* 135, parisc* 177',
)
export const EFSCORRUPTED: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EFSCORRUPTED',
  117,
  'mips* 135, parisc* 177',
)
export const ENOTNAM: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ENOTNAM',
  118,
  'mips* 137, parisc* 178',
)
export const ENAVAIL: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ENAVAIL',
  119,
  'mips* 138, parisc* 179',
)
export const EISNAM: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EISNAM',
  120,
  'mips* 139, parisc* 180',
)
export const EREMOTEIO: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EREMOTEIO',
  121,
  'mips* 140, parisc* 181',
)
export const EDQUOT: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EDQUOT',
  122,
  'mips* 1133, parisc* 69',
)
export const ENOMEDIUM: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ENOMEDIUM',
  123,
  'mips* 159, parisc* 182',
)
export const EMEDIUMTYPE: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EMEDIUMTYPE',
  124,
  'mips* 160, parisc* 183',
)
export const ECANCELED: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ECANCELED',
  125,
  'mips* 158, parisc* 253',
)
export const ENOKEY: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ENOKEY',
  126,
  'mips* 161, parisc* 184',
)
export const EKEYEXPIRED: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EKEYEXPIRED',
  127,
  'mips* 162, parisc* 185',
)
export const EKEYREVOKED: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EKEYREVOKED',
  128,
  'mips* 163, parisc* 186',
)
export const EKEYREJECTED: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EKEYREJECTED',
  129,
  'mips* 164, parisc* 187',
)
export const EOWNERDEAD: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EOWNERDEAD',
  130,
  'mips* 165, parisc* 254',
)
export const ENOTRECOVERABLE: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ENOTRECOVERABLE',
  131,
  'mips* 166, parisc* 255',
)
export const ERFKILL: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ERFKILL',
  132,
  'mips* 167, parisc* 256',
)
export const EHWPOISON: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EHWPOISON',
  133,
  'mips* 168, parisc* 257',
)
export const EFTYPE: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EFTYPE',
  134,
  'mips* 169, parisc* 258',
)
export const EINIT: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EINIT', undefined, 'mips* 141')
export const EREMDEV: Constant<'errno'> = /* @__PURE__ */ constant('errno', 'EREMDEV', undefined, 'mips* 142')
export const EREFUSED: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'EREFUSED',
  undefined,
  'parisc* 239',
)
export const ECANCELLED: Constant<'errno'> = /* @__PURE__ */ constant(
  'errno',
  'ECANCELLED',
  undefined,
  'parisc* 253',
)

/** The names of the errors. */
export type ErrnoName =
  | 'EPERM'
  | 'ENOENT'
  | 'ESRCH'
  | 'EINTR'
  | 'EIO'
  | 'ENXIO'
  | 'E2BIG'
  | 'ENOEXEC'
  | 'EBADF'
  | 'ECHILD'
  | 'EAGAIN'
  | 'EWOULDBLOCK'
  | 'ENOMEM'
  | 'EACCES'
  | 'EFAULT'
  | 'ENOTBLK'
  | 'EBUSY'
  | 'EEXIST'
  | 'EXDEV'
  | 'ENODEV'
  | 'ENOTDIR'
  | 'EISDIR'
  | 'EINVAL'
  | 'ENFILE'
  | 'EMFILE'
  | 'ENOTTY'
  | 'ETXTBSY'
  | 'EFBIG'
  | 'ENOSPC'
  | 'ESPIPE'
  | 'EROFS'
  | 'EMLINK'
  | 'EPIPE'
  | 'EDOM'
  | 'ERANGE'
  | 'EDEADLK'
  | 'EDEADLOCK'
  | 'ENAMETOOLONG'
  | 'ENOLCK'
  | 'ENOSYS'
  | 'ENOTEMPTY'
  | 'ELOOP'
  | 'ENOMSG'
  | 'EIDRM'
  | 'ECHRNG'
  | 'EL2NSYNC'
  | 'EL3HLT'
  | 'EL3RST'
  | 'ELNRNG'
  | 'EUNATCH'
  | 'ENOCSI'
  | 'EL2HLT'
  | 'EBADE'
  | 'EBADR'
  | 'EXFULL'
  | 'ENOANO'
  | 'EBADRQC'
  | 'EBADSLT'
  | 'EBFONT'
  | 'ENOSTR'
  | 'ENODATA'
  | 'ETIME'
  | 'ENOSR'
  | 'ENONET'
  | 'ENOPKG'
  | 'EREMOTE'
  | 'ENOLINK'
  | 'EADV'
  | 'ESRMNT'
  | 'ECOMM'
  | 'EPROTO'
  | 'EMULTIHOP'
  | 'EDOTDOT'
  | 'EBADMSG'
  | 'EFSBADCRC'
  | 'EOVERFLOW'
  | 'ENOTUNIQ'
  | 'EBADFD'
  | 'EREMCHG'
  | 'ELIBACC'
  | 'ELIBBAD'
  | 'ELIBSCN'
  | 'ELIBMAX'
  | 'ELIBEXEC'
  | 'EILSEQ'
  | 'ERESTART'
  | 'ESTRPIPE'
  | 'EUSERS'
  | 'ENOTSOCK'
  | 'EDESTADDRREQ'
  | 'EMSGSIZE'
  | 'EPROTOTYPE'
  | 'ENOPROTOOPT'
  | 'EPROTONOSUPPORT'
  | 'ESOCKTNOSUPPORT'
  | 'EOPNOTSUPP'
  | 'ENOTSUP'
  | 'EPFNOSUPPORT'
  | 'EAFNOSUPPORT'
  | 'EADDRINUSE'
  | 'EADDRNOTAVAIL'
  | 'ENETDOWN'
  | 'ENETUNREACH'
  | 'ENETRESET'
  | 'ECONNABORTED'
  | 'ECONNRESET'
  | 'ENOBUFS'
  | 'EISCONN'
  | 'ENOTCONN'
  | 'ESHUTDOWN'
  | 'ETOOMANYREFS'
  | 'ETIMEDOUT'
  | 'ECONNREFUSED'
  | 'EHOSTDOWN'
  | 'EHOSTUNREACH'
  | 'EALREADY'
  | 'EINPROGRESS'
  | 'ESTALE'
  | 'EUCLEAN'
  | 'EFSCORRUPTED'
  | 'ENOTNAM'
  | 'ENAVAIL'
  | 'EISNAM'
  | 'EREMOTEIO'
  | 'EDQUOT'
  | 'ENOMEDIUM'
  | 'EMEDIUMTYPE'
  | 'ECANCELED'
  | 'ENOKEY'
  | 'EKEYEXPIRED'
  | 'EKEYREVOKED'
  | 'EKEYREJECTED'
  | 'EOWNERDEAD'
  | 'ENOTRECOVERABLE'
  | 'ERFKILL'
  | 'EHWPOISON'
  | 'EFTYPE'
  | 'EINIT'
  | 'EREMDEV'
  | 'EREFUSED'
  | 'ECANCELLED'
