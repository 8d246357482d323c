/**
 * The facts of every ABI that Linux and libseccomp name, in the order people list them.
 *
 * `token`      our name, which is libseccomp's (seccomp_arch_resolve_name)
 * `go`         the name in the `arches` of a Docker profile (libseccomp-golang's ArchName)
 * `aliases`    other names of this ABI alone: GOARCH, `uname -m`, Node's process.arch, Debian's port
 * `arch`       AUDIT_ARCH_*, include/uapi/linux/audit.h
 * `base`       added to the source's numbers: bit 30 of x32, and the first number of each mips ABI
 * `column`     the column of the source; ABIs that differ in byte order alone share one
 * `ownFrom`    the first of the ABI's own numbers, outside the numbering that new calls continue
 * `old`        the column whose numbers older kernels took too, and the calls of that column that the ABI lacks and these kernels
 *              had; `create_module` and others have a number there, and no code behind it
 *
 * To add an ABI, add it here, run the generator and name the token in the package's "seccompile.subpaths".
 *
 * @see libseccomp include/seccomp.h.in (SCMP_ARCH_*), src/arch-*.c (endian, size)
 */
const X32_BIT = 0x4000_0000
const little = 'little'
const big = 'big'

export const ABIS = [
  {
    token: 'x86_64',
    go: 'amd64',
    aliases: ['x64'],
    arch: 0xc000003e,
    endianness: little,
    wordSize: 64,
  },
  {
    token: 'x86',
    go: 'x86',
    aliases: ['386', 'i386', 'i486', 'i586', 'i686', 'ia32'],
    arch: 0x40000003,
    endianness: little,
    wordSize: 32,
  },
  {
    token: 'x32',
    go: 'x32',
    aliases: [],
    arch: 0xc000003e,
    endianness: little,
    wordSize: 32,
    base: X32_BIT,
    ownFrom: 512,
    old: { column: 'x86_64', further: ['uselib', '_sysctl'] },
  },
  {
    token: 'aarch64',
    go: 'arm64',
    aliases: [],
    arch: 0xc00000b7,
    endianness: little,
    wordSize: 64,
  },
  {
    token: 'arm',
    go: 'arm',
    aliases: ['armel', 'armhf', 'armv6l', 'armv7l', 'armv8l'],
    arch: 0x40000028,
    endianness: little,
    wordSize: 32,
    ownFrom: 0x0f_0000,
  },
  { token: 'loongarch64', go: 'loong64', aliases: [], arch: 0xc0000102, endianness: little, wordSize: 64 },
  { token: 'm68k', go: 'm68k', aliases: [], arch: 0x00000004, endianness: big, wordSize: 32 },
  { token: 'mips', go: 'mips', aliases: [], arch: 0x00000008, endianness: big, wordSize: 32, base: 4000 },
  {
    token: 'mipsel',
    go: 'mipsel',
    aliases: ['mipsle'],
    arch: 0x40000008,
    endianness: little,
    wordSize: 32,
    base: 4000,
    column: 'mips',
  },
  { token: 'mips64', go: 'mips64', aliases: [], arch: 0x80000008, endianness: big, wordSize: 64, base: 5000 },
  {
    token: 'mipsel64',
    go: 'mipsel64',
    aliases: ['mips64el', 'mips64le'],
    arch: 0xc0000008,
    endianness: little,
    wordSize: 64,
    base: 5000,
    column: 'mips64',
  },
  {
    token: 'mips64n32',
    go: 'mips64n32',
    aliases: ['mips64p32'],
    arch: 0xa0000008,
    endianness: big,
    wordSize: 32,
    base: 6000,
  },
  {
    token: 'mipsel64n32',
    go: 'mipsel64n32',
    aliases: ['mips64p32le'],
    arch: 0xe0000008,
    endianness: little,
    wordSize: 32,
    base: 6000,
    column: 'mips64n32',
  },
  { token: 'parisc', go: 'parisc', aliases: ['hppa'], arch: 0x0000000f, endianness: big, wordSize: 32 },
  { token: 'parisc64', go: 'parisc64', aliases: ['hppa64'], arch: 0x8000000f, endianness: big, wordSize: 64 },
  { token: 'ppc', go: 'ppc', aliases: ['powerpc'], arch: 0x00000014, endianness: big, wordSize: 32 },
  { token: 'ppc64', go: 'ppc64', aliases: [], arch: 0x80000015, endianness: big, wordSize: 64 },
  {
    token: 'ppc64le',
    go: 'ppc64le',
    aliases: ['ppc64el'],
    arch: 0xc0000015,
    endianness: little,
    wordSize: 64,
    column: 'ppc64',
  },
  { token: 'riscv64', go: 'riscv64', aliases: [], arch: 0xc00000f3, endianness: little, wordSize: 64 },
  { token: 's390', go: 's390', aliases: [], arch: 0x00000016, endianness: big, wordSize: 32 },
  { token: 's390x', go: 's390x', aliases: [], arch: 0x80000016, endianness: big, wordSize: 64 },
  // libseccomp's "sh" is the little-endian one (SCMP_ARCH_SH is AUDIT_ARCH_SHEL).
  { token: 'sh', go: 'sh', aliases: ['sh4'], arch: 0x4000002a, endianness: little, wordSize: 32 },
  {
    token: 'sheb',
    go: 'sheb',
    aliases: ['sh4eb'],
    arch: 0x0000002a,
    endianness: big,
    wordSize: 32,
    column: 'sh',
  },
].map((abi) => ({ base: 0, column: abi.token, ownFrom: 2 ** 32, ...abi }))
