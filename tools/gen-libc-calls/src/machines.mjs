/**
 * The pairs of a C library and an ABI for which probes are built and run. An ABI that this machine cannot run is run by
 * qemu-user, which prints the calls of the guest. The musl of other ABIs is the packages musl and musl-dev of Debian, unpacked into
 * `DIR/ABI` (`--musl DIR`).
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The compiler, the emulator (none: runs here), and the directory of musl. ENTRY: the entry point hides the vDSO. */
const MACHINES = [
  { abi: 'x86_64', gcc: 'gcc', musl: 'x86_64-linux-musl', entry: true },
  { abi: 'x86', gcc: 'i686-linux-gnu-gcc', musl: 'i386-linux-musl', entry: true },
  {
    abi: 'aarch64',
    gcc: 'aarch64-linux-gnu-gcc',
    qemu: 'qemu-aarch64',
    musl: 'aarch64-linux-musl',
    entry: true,
  },
  { abi: 'arm', gcc: 'arm-linux-gnueabihf-gcc', qemu: 'qemu-arm', musl: 'arm-linux-musleabihf', entry: true },
  {
    abi: 'riscv64',
    gcc: 'riscv64-linux-gnu-gcc',
    qemu: 'qemu-riscv64',
    musl: 'riscv64-linux-musl',
    entry: true,
  },
  { abi: 'loongarch64', gcc: 'loongarch64-linux-gnu-gcc', qemu: 'qemu-loongarch64' },
  { abi: 'ppc64le', gcc: 'powerpc64le-linux-gnu-gcc', qemu: 'qemu-ppc64le', musl: 'powerpc64le-linux-musl' },
  { abi: 's390x', gcc: 's390x-linux-gnu-gcc', qemu: 'qemu-s390x', musl: 's390x-linux-musl' },
  { abi: 'mipsel64', gcc: 'mips64el-linux-gnuabi64-gcc', qemu: 'qemu-mips64el' },
  { abi: 'mipsel', gcc: 'mipsel-linux-gnu-gcc', qemu: 'qemu-mipsel' },
  { abi: 'ppc', gcc: 'powerpc-linux-gnu-gcc', qemu: 'qemu-ppc' },
  { abi: 'm68k', gcc: 'm68k-linux-gnu-gcc', qemu: 'qemu-m68k' },
]

/** The two ways in which a program for a 32-bit ABI is built. */
const WIDTHS = { 32: [['-U_TIME_BITS', '-U_FILE_OFFSET_BITS'], ['-U_TIME_BITS', '-U_FILE_OFFSET_BITS', '-D_FILE_OFFSET_BITS=64', '-D_TIME_BITS=64']], 64: [[]] } // prettier-ignore

/** How `gcc` links with the musl in `root`, of which `triple` is the directory. */
const muslWords = (root, triple) => ({
  before: ['-nostdinc', '-isystem', join(root, 'usr/include', triple), '-nostdlib', join(root, 'usr/lib', triple, 'crt1.o')],
  after: ['-L', join(root, 'usr/lib', triple), '-lc', '-lgcc', '-lgcc_eh', '-lc'],
  loader: join(root, 'usr/lib', triple, 'libc.so'),
}) // prettier-ignore

/**
 * Every pair that can be probed here, each as `{ libc, abi, gcc, before, after, qemu, hidesVdso }`; of musl also `loader`, the library that
 * loads dynamic programs.
 * @param {{ musl?: string, wordSize: (abi: string) => number, has: (command: string) => boolean }} here
 */
export function machines({ musl, wordSize, has }) {
  const runnable = MACHINES.filter(({ gcc, qemu }) => has(gcc) && (qemu === undefined || has(qemu)))
  return runnable.flatMap(({ abi, gcc, qemu, musl: triple, entry = false }) => {
    const common = { abi, gcc, qemu, hidesVdso: entry }
    const glibc = WIDTHS[wordSize(abi)].map((flags) => ({
      ...common,
      libc: 'glibc',
      before: flags,
      after: [],
    }))
    if (triple === undefined) return glibc
    const root = abi === 'x86_64' ? '/' : musl === undefined ? undefined : join(musl, abi)
    if (root === undefined || !existsSync(join(root, 'usr/lib', triple, 'libc.a'))) return glibc
    return [...glibc, { ...common, libc: 'musl', ...muslWords(root, triple) }]
  })
}
