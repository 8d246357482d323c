/* The names of architectures in systemd. */
import type { AbiToken } from '@seccompile/syscalls'

/** @see systemd src/shared/seccomp-util.c: seccomp_arch_to_string() */
const NAMES: ReadonlyMap<string, AbiToken> = new Map<string, AbiToken>([
  ['x86-64', 'x86_64'],
  ['x86', 'x86'],
  ['x32', 'x32'],
  ['arm64', 'aarch64'],
  ['arm', 'arm'],
  ['loongarch64', 'loongarch64'],
  ['mips', 'mips'],
  ['mips-le', 'mipsel'],
  ['mips64', 'mips64'],
  ['mips64-le', 'mipsel64'],
  ['mips64-n32', 'mips64n32'],
  ['mips64-le-n32', 'mipsel64n32'],
  ['parisc', 'parisc'],
  ['parisc64', 'parisc64'],
  ['ppc', 'ppc'],
  ['ppc64', 'ppc64'],
  ['ppc64-le', 'ppc64le'],
  ['riscv64', 'riscv64'],
  ['s390', 's390'],
  ['s390x', 's390x'],
])

/**
 * For a systemd built for `main`, the other ABIs that it filters as well: `sub`, with the byte order of `main`, and
 * `others`, which its kernel does not run.
 * @see systemd src/shared/seccomp-util.c: seccomp_local_archs
 */
export const LOCAL: readonly {
  readonly main: AbiToken
  readonly sub: readonly AbiToken[]
  readonly others: readonly AbiToken[]
}[] = [
  { main: 'x86_64', sub: ['x86', 'x32'], others: [] },
  { main: 'x32', sub: ['x86', 'x86_64'], others: [] },
  { main: 'aarch64', sub: ['arm'], others: [] },
  { main: 'mips', sub: [], others: ['mipsel'] },
  { main: 'mipsel', sub: [], others: ['mips'] },
  { main: 'mips64', sub: ['mips', 'mips64n32'], others: ['mipsel', 'mipsel64n32', 'mipsel64'] },
  { main: 'mipsel64', sub: ['mipsel', 'mipsel64n32'], others: ['mips', 'mips64n32', 'mips64'] },
  { main: 'mips64n32', sub: ['mips', 'mips64'], others: ['mipsel', 'mipsel64', 'mipsel64n32'] },
  { main: 'mipsel64n32', sub: ['mipsel', 'mipsel64'], others: ['mips', 'mips64', 'mips64n32'] },
  { main: 'parisc64', sub: ['parisc'], others: [] },
  { main: 'ppc64', sub: ['ppc'], others: ['ppc64le'] },
  { main: 'ppc64le', sub: [], others: ['ppc', 'ppc64'] },
  { main: 's390x', sub: ['s390'], others: [] },
]

/** The names, for messages. */
export const ARCH_NAMES: readonly string[] = ['native', ...NAMES.keys()]

/** The ABI of a name; `'native'` for the ABI that systemd is built for; `undefined` for an unknown name. */
export function archToken(name: string): AbiToken | 'native' | undefined {
  return name === 'native' ? name : NAMES.get(name)
}

/** The name of an ABI; `undefined` where systemd has none. */
export function archName(token: AbiToken): string | undefined {
  return [...NAMES].find(([, each]) => each === token)?.[0]
}
