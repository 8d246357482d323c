import type { AbiToken } from '@seccompile/syscalls'

/**
 * The tokens of `abis` in `@seccompile/syscalls`. The facts of the ABIs are left out, because they would be in every
 * bundle.
 */
export const TOKENS: readonly AbiToken[] = [
  'x86_64',
  'x86',
  'x32',
  'aarch64',
  'arm',
  'loongarch64',
  'm68k',
  'mips',
  'mipsel',
  'mips64',
  'mipsel64',
  'mips64n32',
  'mipsel64n32',
  'parisc',
  'parisc64',
  'ppc',
  'ppc64',
  'ppc64le',
  'riscv64',
  's390',
  's390x',
  'sh',
  'sheb',
]

/** A value on some ABIs; `null` on ABIs that lack the constant. */
export type ValueOn = Partial<Record<AbiToken, number | null>>

/**
 * Reads the exceptions of a generated constant: `'arm mips* 0x80, sh* null'` is 0x80 on arm and the six ABIs of mips, and
 * no constant on the two of sh. A word that ends with `*` stands for every token that begins with it.
 */
export function valuesOn(exceptions: string): ValueOn {
  const on: ValueOn = {}
  for (const exception of exceptions.split(', ')) {
    const words = exception.split(' ')
    const last = words.pop()
    const value = last === 'null' ? null : Number(last)
    for (const word of words)
      for (const token of TOKENS)
        if (word.endsWith('*') ? token.startsWith(word.slice(0, -1)) : token === word) on[token] = value
  }
  return on
}
