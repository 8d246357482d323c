import { auditArchName, NO_CALL, WORD_ARCH, WORD_NR, wordName } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'

/** Names that a picture shows. The caller has the tables; without a name the picture shows the number. */
export interface Names {
  /** The name of call `nr` under the `AUDIT_ARCH_*` value `arch`: `openat`. */
  readonly call?: ((arch: number, nr: number) => string | undefined) | undefined
  /** The name of an `AUDIT_ARCH_*` value: `x86_64`; the kernel's name if left out. */
  readonly arch?: ((arch: number) => string | undefined) | undefined
  /** The name of a word of an argument of call `nr`: `family`. */
  readonly argument?: ((arch: number, nr: number, word: Word) => string | undefined) | undefined
  /** The name of the value `k` of a word of an argument of call `nr`: `AF_UNIX`. */
  readonly value?: ((arch: number, nr: number, word: Word, k: number) => string | undefined) | undefined
}

/** A number as people know it: large ones in hexadecimal. */
export const numberText = (value: number): string =>
  value > 0xffff ? `0x${value.toString(16)}` : String(value)

/** The name of call `nr` under `arch`, or its number. */
export function callText(names: Names, arch: number | undefined, nr: number): string {
  if (nr === NO_CALL) return '-1'
  return (arch === undefined ? undefined : names.call?.(arch, nr)) ?? numberText(nr)
}

/** The name of an architecture. */
export function archText(names: Names, arch: number): string {
  return names.arch?.(arch) ?? auditArchName(arch)
}

/** The name of the value `k` of `word`, where it is known; `arch` is the architecture and `nr` the call, if known. */
export function valueText(
  names: Names,
  word: Word,
  k: number,
  arch: number | undefined,
  nr?: number,
): string | undefined {
  if (word === WORD_ARCH) return archText(names, k)
  if (word === WORD_NR) return arch === undefined ? undefined : names.call?.(arch, k)
  return arch === undefined || nr === undefined ? undefined : names.value?.(arch, nr, word, k)
}

/** The name of `word`, in the words of the call where it is known. */
export function wordText(names: Names, word: Word, arch: number | undefined, nr: number | undefined): string {
  const known = arch === undefined || nr === undefined ? undefined : names.argument?.(arch, nr, word)
  return known ?? wordName(word)
}
