// Written by tools/gen-syscalls from its list of ABIs, src/abis.mjs.
// Make it again: node tools/gen-syscalls/gen-syscalls.mjs --csv syscalls.csv

/** The ABIs that Linux and libseccomp name, by libseccomp's names. */
export type AbiToken =
  | 'x86_64'
  | 'x86'
  | 'x32'
  | 'aarch64'
  | 'arm'
  | 'loongarch64'
  | 'm68k'
  | 'mips'
  | 'mipsel'
  | 'mips64'
  | 'mipsel64'
  | 'mips64n32'
  | 'mipsel64n32'
  | 'parisc'
  | 'parisc64'
  | 'ppc'
  | 'ppc64'
  | 'ppc64le'
  | 'riscv64'
  | 's390'
  | 's390x'
  | 'sh'
  | 'sheb'
