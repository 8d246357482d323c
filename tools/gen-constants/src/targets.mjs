/**
 * How a C compiler for x86 is made to read the headers of each ABI, in the order in which people list the ABIs.
 *
 * A constant depends on an ABI through three things: the headers of its architecture, the macros by which a header tells
 * ABIs apart, and the sizes of the structs that an ioctl request encodes. `layout` has the options under which the
 * compiler lays structs out as the ABI does:
 *
 *  - `lp64`: `long` and pointers are of 64 bits;
 *  - `ilp32`: they are of 32 bits, and `long long` is aligned to 8 bytes;
 *  - `ilp32x`: the same, but `long long` is aligned to 4 bytes (i386, sh);
 *  - `m68k`: the same, but nothing is aligned to more than 2 bytes;
 *  - `x32`: the compiler's own.
 *
 * `arch` is the folder below `arch`, `defines` are the macros. The headers of an ABI that has `ended` are those of an older
 * kernel: for s390, arch/s390/include/uapi/asm/bitsperlong.h of Linux 7.2 has 64 bits only.
 *
 * @see gcc's config/ARCH/ARCH.h: BIGGEST_ALIGNMENT; the `predefined macros` of each target
 */
const LAYOUTS = {
  lp64: ['-m64'],
  ilp32: ['-m32', '-malign-double'],
  ilp32x: ['-m32'],
  m68k: ['-m32', '-fpack-struct=2'],
  x32: ['-mx32'],
}

/** The macros by which headers would recognise the compiler for x86. */
const HOST = ['__x86_64__', '__x86_64', '__amd64__', '__amd64', '__i386__', '__i386', 'i386', '__ILP32__']

const little = ['__BYTE_ORDER__=__ORDER_LITTLE_ENDIAN__']
const big = ['__BYTE_ORDER__=__ORDER_BIG_ENDIAN__']

// arch/mips/include/uapi/asm/sgidefs.h: _MIPS_SIM_ABI32, _MIPS_SIM_NABI32, _MIPS_SIM_ABI64
const mips = (sim, bits, order) => [
  '__mips__',
  // N32 has 64-bit registers too.
  ...(sim === 1 ? [] : ['__mips64']),
  `_MIPS_SIM=${sim}`,
  `_MIPS_SZLONG=${bits}`,
  ...(order === big ? ['__MIPSEB__', '_MIPSEB'] : ['__MIPSEL__', '_MIPSEL']),
  ...order,
]

const target = (token, arch, layout, defines) => ({ token, arch, options: LAYOUTS[layout], defines })

export const TARGETS = [
  target('x86_64', 'x86', 'lp64', ['__x86_64__', ...little]),
  target('x86', 'x86', 'ilp32x', ['__i386__', ...little]),
  target('x32', 'x86', 'x32', ['__x86_64__', '__ILP32__', ...little]),
  target('aarch64', 'arm64', 'lp64', ['__aarch64__', ...little]),
  target('arm', 'arm', 'ilp32', ['__arm__', '__ARM_EABI__', ...little]),
  target('loongarch64', 'loongarch', 'lp64', [
    '__loongarch__',
    '__loongarch64',
    '__loongarch_lp64',
    ...little,
  ]),
  target('m68k', 'm68k', 'm68k', ['__m68k__', '__mc68000__', ...big]),
  target('mips', 'mips', 'ilp32', mips(1, 32, big)),
  target('mipsel', 'mips', 'ilp32', mips(1, 32, little)),
  target('mips64', 'mips', 'lp64', mips(3, 64, big)),
  target('mipsel64', 'mips', 'lp64', mips(3, 64, little)),
  target('mips64n32', 'mips', 'ilp32', mips(2, 32, big)),
  target('mipsel64n32', 'mips', 'ilp32', mips(2, 32, little)),
  target('parisc', 'parisc', 'ilp32', ['__hppa__', ...big]),
  target('parisc64', 'parisc', 'lp64', ['__hppa__', '__LP64__', ...big]),
  target('ppc', 'powerpc', 'ilp32', ['__powerpc__', '__BIG_ENDIAN__', ...big]),
  target('ppc64', 'powerpc', 'lp64', ['__powerpc__', '__powerpc64__', '__BIG_ENDIAN__', ...big]),
  target('ppc64le', 'powerpc', 'lp64', ['__powerpc__', '__powerpc64__', '__LITTLE_ENDIAN__', ...little]),
  target('riscv64', 'riscv', 'lp64', ['__riscv', '__riscv_xlen=64', ...little]),
  { ...target('s390', 's390', 'ilp32', ['__s390__', ...big]), ended: true },
  target('s390x', 's390', 'lp64', ['__s390__', '__s390x__', ...big]),
  target('sh', 'sh', 'ilp32x', ['__sh__', '__LITTLE_ENDIAN__', ...little]),
  target('sheb', 'sh', 'ilp32x', ['__sh__', '__BIG_ENDIAN__', ...big]),
]

/** The options for the compiler: the layout, and the macros of the target in place of the compiler's own. */
export function compilerOptions({ options, defines }) {
  return [
    ...options,
    ...HOST.map((name) => `-U${name}`),
    '-U__BYTE_ORDER__',
    ...defines.map((macro) => `-D${macro}`),
  ]
}
