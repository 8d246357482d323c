/* The names of architectures in minijail, for `[arch=…]`. */
import { didYouMean, quote } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'
import { fail } from './cursor.ts'
import type { PolicyToken } from './tokens.ts'

/** For each name, the ABIs that minijail is built for. @see minijail arch.h: MINIJAIL_ARCH_NAME */
const ARCHES: ReadonlyMap<string, readonly AbiToken[]> = new Map<string, readonly AbiToken[]>([
  ['x86_64', ['x86_64', 'x32']],
  ['x86', ['x86']],
  ['arm64', ['aarch64']],
  ['arm', ['arm']],
  ['riscv64', ['riscv64']],
  ['loong64', ['loongarch64']],
  ['mips', ['mips']],
  ['mipsel', ['mipsel']],
  ['mips64', ['mips64', 'mips64n32']],
  ['mipsel64', ['mipsel64', 'mipsel64n32']],
  ['parisc', ['parisc', 'parisc64']],
  ['ppc', ['ppc']],
  ['ppc64', ['ppc64', 'ppc64le']],
  ['s390', ['s390']],
  ['s390x', ['s390x']],
  // This project has no tables of these architectures, so a rule for one of them is for no ABI.
  ['ia64', []],
  ['sparc', []],
  ['sparc64', []],
])

/** The ABIs of the architecture that `token` names. @throws PolicyError E_NAME */
export function archTokens({ text, source }: PolicyToken): readonly AbiToken[] {
  const found = ARCHES.get(text)
  if (found !== undefined) return found
  return fail('E_NAME', `unknown architecture ${quote(text)}${didYouMean(text, ARCHES.keys())}`, source)
}

/** The name of the architecture of an ABI; `undefined` where minijail is not built for that ABI. */
export function archName(abi: AbiToken): string | undefined {
  return [...ARCHES].find(([, tokens]) => tokens.includes(abi))?.[0]
}
