/**
 * Facts about each column of the tables that the generator needs and @seccompile/syscalls does not have.
 *
 * `arch`     the folders below arch/ whose definitions count
 * `bits`     the width of the argument registers as the entry code of the kernel hands them on: 64 on x32 and mips n32
 * `compat`   whether only a 64-bit kernel serves the ABI, through the last column of its table
 * `pairs`    how a parameter of 64 bits lies in registers of 32 where the kernel leaves that to the C compiler: `aligned`
 *            to an even index, or `packed`. An ABI without it names both halves in C wherever it has such a call.
 * `first`    the index in seccomp_data.args of the first argument, where that is not 0
 * `like`     a column with mostly the same signatures, of which the text of the column says only what differs
 * `defined`  the configuration that a definition may depend on
 *
 * @see arch/ARCH/Kconfig (CLONE_BACKWARDS, OLD_SIGSUSPEND, ARCH_SPLIT_ARG64)
 */
const NATIVE_64 = { bits: 64, defined: ['CONFIG_64BIT'] }
const NATIVE_32 = { bits: 32, defined: [] }
const AS_X86_64 = { ...NATIVE_64, like: 'x86_64' }
const AS_X86 = { ...NATIVE_32, like: 'x86' }

const column = (arch, base, more = {}, ...defined) => ({
  arch,
  compat: false,
  ...base,
  ...more,
  defined: new Map([
    ...[...base.defined, ...defined, 'CONFIG_MMU', '__ARCH_WANT_SYS_CLONE'].map((name) => [name, 1]),
    ['BITS_PER_LONG', base.bits],
  ]),
})

/*
 * m68k: arch/m68k/include/asm/syscall.h, syscall_get_arguments(), copies orig_d0 and d1 to d5. orig_d0 is the number of the call,
 * and the arguments are in d1 to d5 and a0 (arch/m68k/kernel/entry.S). So a filter sees the number as args[0], the first
 * argument as args[1], and the sixth not at all. Linux 6.12 does so, and so does 7.2, which has syscall_set_nr().
 */
const BACKWARDS = 'CONFIG_CLONE_BACKWARDS'
const BACKWARDS2 = 'CONFIG_CLONE_BACKWARDS2'
const SUSPEND1 = 'CONFIG_OLD_SIGSUSPEND'
const SUSPEND3 = 'CONFIG_OLD_SIGSUSPEND3'
const OLD_SIGACTION = 'CONFIG_OLD_SIGACTION'
const SPLIT = 'CONFIG_ARCH_SPLIT_ARG64'

export const COLUMNS = {
  x86_64: column('x86', NATIVE_64),
  x86: column('x86', NATIVE_32, {}, BACKWARDS, OLD_SIGACTION, SUSPEND3, SPLIT, 'CONFIG_X86_32'),
  x32: column('x86', AS_X86_64),
  aarch64: column('arm64', AS_X86_64, {}, BACKWARDS),
  arm: column('arm', AS_X86, { pairs: 'aligned' }, BACKWARDS, OLD_SIGACTION, SUSPEND3),
  loongarch64: column('loongarch', AS_X86_64),
  m68k: column('m68k', NATIVE_32, { pairs: 'packed', first: 1 }, OLD_SIGACTION, SUSPEND3),
  mips: column('mips', AS_X86, { pairs: 'aligned' }, BACKWARDS, 'CONFIG_TRAD_SIGNALS'),
  mips64: column('mips', AS_X86_64, {}, BACKWARDS),
  mips64n32: column('mips', AS_X86_64, {}, BACKWARDS),
  parisc: column('parisc', AS_X86, {}, BACKWARDS, SPLIT),
  parisc64: column('parisc', AS_X86_64, {}, BACKWARDS),
  ppc: column('powerpc', AS_X86, {}, BACKWARDS, OLD_SIGACTION, SUSPEND1, SPLIT, 'CONFIG_PPC32'),
  ppc64: column('powerpc', AS_X86_64, {}, BACKWARDS, SUSPEND1, 'CONFIG_PPC64'),
  riscv64: column('riscv', AS_X86_64, {}, BACKWARDS),
  s390: column('s390', NATIVE_32, { compat: true }, BACKWARDS2, OLD_SIGACTION, SUSPEND3),
  s390x: column('s390', AS_X86_64, {}, BACKWARDS2, OLD_SIGACTION, SUSPEND3),
  sh: column('sh', AS_X86, { pairs: 'packed' }, OLD_SIGACTION, SUSPEND1),
}
