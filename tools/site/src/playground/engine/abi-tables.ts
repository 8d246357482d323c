/* The tables of ABIs, each with its signatures and each loaded when it is first needed. */
import { didYouMean } from '@seccompile/shape'
import { abiByName, abis } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { loaded } from './loaded-tables.ts'
import { TextError } from './read-text.ts'

const LOADERS: Readonly<Record<AbiToken, () => Promise<AbiTable>>> = {
  x86_64: async () => (await import('./x86-tables.ts')).x86_64,
  x86: async () => (await import('./x86-tables.ts')).x86,
  x32: async () => (await import('./x86-tables.ts')).x32,
  aarch64: async () => (await import('@seccompile/signatures/aarch64')).aarch64,
  arm: async () => (await import('@seccompile/signatures/arm')).arm,
  loongarch64: async () => (await import('@seccompile/signatures/loongarch64')).loongarch64,
  m68k: async () => (await import('@seccompile/signatures/m68k')).m68k,
  mips: async () => (await import('@seccompile/signatures/mips')).mips,
  mipsel: async () => (await import('@seccompile/signatures/mipsel')).mipsel,
  mips64: async () => (await import('@seccompile/signatures/mips64')).mips64,
  mipsel64: async () => (await import('@seccompile/signatures/mipsel64')).mipsel64,
  mips64n32: async () => (await import('@seccompile/signatures/mips64n32')).mips64n32,
  mipsel64n32: async () => (await import('@seccompile/signatures/mipsel64n32')).mipsel64n32,
  parisc: async () => (await import('@seccompile/signatures/parisc')).parisc,
  parisc64: async () => (await import('@seccompile/signatures/parisc64')).parisc64,
  ppc: async () => (await import('@seccompile/signatures/ppc')).ppc,
  ppc64: async () => (await import('@seccompile/signatures/ppc64')).ppc64,
  ppc64le: async () => (await import('@seccompile/signatures/ppc64le')).ppc64le,
  riscv64: async () => (await import('@seccompile/signatures/riscv64')).riscv64,
  s390: async () => (await import('@seccompile/signatures/s390')).s390,
  s390x: async () => (await import('@seccompile/signatures/s390x')).s390x,
  sh: async () => (await import('@seccompile/signatures/sh')).sh,
  sheb: async () => (await import('@seccompile/signatures/sheb')).sheb,
}

/** The table of `token`. */
export const tableOf = async (token: AbiToken): Promise<AbiTable> => loaded(await LOADERS[token]())

/** The tables of `tokens`. */
export async function tablesOf(tokens: readonly AbiToken[]): Promise<readonly AbiTable[]> {
  return Promise.all(tokens.map(tableOf))
}

/** The tables of the ABIs of a filter. @throws TextError where it has none */
export async function tablesFor(tokens: readonly AbiToken[]): Promise<readonly [AbiTable, ...AbiTable[]]> {
  const [first, ...others] = await tablesOf(tokens)
  if (first === undefined) throw new TextError('the policy is for no ABI')
  return [first, ...others]
}

/** The ABIs in a list such as `x86_64, arm64`; none for an empty text. @throws TextError for an unknown name */
export function namedAbis(list: string): readonly AbiToken[] {
  const words = list.split(/[\s,]+/).filter((word) => word !== '')
  const tokens = words.map((word) => {
    const known = abiByName(word)
    if (known !== undefined) return known
    const tokenNames = abis.map(({ token }) => token)
    throw new TextError(
      `unknown ABI "${word}"${didYouMean(word, tokenNames, `; known: ${tokenNames.join(', ')}`)}`,
    )
  })
  const [first] = tokens
  const other = tokens.find(({ endianness }) => endianness !== first?.endianness)
  if (first !== undefined && other !== undefined)
    throw new TextError(
      `${first.token} is ${first.endianness} endian and ${other.token} is ${other.endianness} endian; a filter has one byte order`,
    )
  return [...new Set(tokens.map(({ token }) => token))]
}
