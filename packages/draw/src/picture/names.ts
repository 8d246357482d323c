/* Names that a picture shows. The caller has the tables; without a name a picture shows the number. */
import {
  auditArchName,
  NO_CALL,
  verdictName,
  WHOLE_WORD,
  WORD_ARCH,
  WORD_NR,
  wordName,
} from '@seccompile/abi'
import type { TestOp, Verdict, Word } from '@seccompile/abi'
import type { CallsOfArch, PrintProgramOptions, WordNames } from '@seccompile/cbpf'
import type { Test } from '@seccompile/decision'
import type { VerdictPlace } from '@seccompile/describe'

/** Names for the words and values that a filter tests. */
export interface Names {
  /** The name of call `nr` under the `AUDIT_ARCH_*` value `arch`: `openat`. */
  readonly call?: ((arch: number, nr: number) => string | undefined) | undefined
  /** The name of an `AUDIT_ARCH_*` value: `x86_64`; the kernel's name if left out. */
  readonly arch?: ((arch: number) => string | undefined) | undefined
  /**
   * The names of a word of an argument and of its values, if only `calls` reach the test; as a listing takes them.
   */
  readonly argument?: ((word: Word, calls: readonly CallsOfArch[]) => WordNames | undefined) | undefined
  /** A verdict on calls of a place, or without one of the filter: `ERRNO(EPERM)`; with a number as data if left out. */
  readonly verdict?: ((verdict: Verdict, place?: VerdictPlace) => string) | undefined
}

/** A verdict on calls of a place, or without one of the filter. */
export function verdictIn({ verdict: text }: Names, verdict: Verdict, place?: VerdictPlace): string {
  return text?.(verdict, place) ?? verdictName(verdict)
}

/** A number as people know it: large numbers in hexadecimal. */
export const numberText = (value: number): string =>
  value > 0xffff ? `0x${value.toString(16)}` : String(value)

/** The name of call `nr` under `arch`, or its number. */
export function callText(names: Names, arch: number | undefined, nr: number): string {
  const known = arch === undefined ? undefined : names.call?.(arch, nr)
  return known ?? (nr === NO_CALL ? '-1' : numberText(nr))
}

/** The name of an architecture. */
export function archText(names: Names, arch: number): string {
  return names.arch?.(arch) ?? auditArchName(arch)
}

/** The options of a listing with `names`. */
export function printOptions(names: Names): PrintProgramOptions {
  const { call, argument, verdict } = names
  return {
    nameOf: (word, value, arch) => {
      if (word === WORD_ARCH) return archText(names, value)
      return word === WORD_NR && arch !== undefined ? call?.(arch, value) : undefined
    },
    ...(argument === undefined ? {} : { argumentNames: argument }),
    ...(verdict === undefined ? {} : { verdictText: verdict }),
  }
}

const OPERATORS: Readonly<Record<TestOp, string>> = { eq: '==', gt: '>', ge: '>=', set: '&' }

/** `text`, in parentheses if it has several names. */
const joined = (text: string): string => (text.includes('|') ? `(${text})` : text)

/** The constant of a test of an argument, by name if it has one. */
function argumentConstant({ op, k, mask }: Test, known: WordNames | undefined): string {
  const name = op === 'eq' ? known?.valueName(k, mask) : op === 'set' ? known?.bitsName(k) : undefined
  return name === undefined ? (k < 10 ? String(k) : `0x${k.toString(16)}`) : joined(name)
}

/**
 * `test` as text with names: `nr >= 57 "fork"`, `arch == x86_64`, `(flags & CLONE_NEWUSER) == 0`.
 * @param calls - the calls that reach the test, if they are known
 */
export function testText(test: Test, names: Names, calls: readonly CallsOfArch[] | undefined): string {
  const { word, mask, op, k } = test
  const sign = OPERATORS[op]
  const isWhole = mask === WHOLE_WORD
  if (word === WORD_ARCH && isWhole && op === 'eq') return `arch == ${archText(names, k)}`
  if (word === WORD_NR) {
    const subject = isWhole ? 'nr' : `(nr & ${numberText(mask)})`
    const arch = calls?.length === 1 ? calls[0]!.arch : undefined
    const name = !isWhole || op === 'set' || arch === undefined ? undefined : names.call?.(arch, k)
    const number = k === NO_CALL ? '-1' : numberText(k)
    return `${subject} ${sign} ${number}${name === undefined ? '' : ` "${name}"`}`
  }
  const known = word < 4 || calls === undefined ? undefined : names.argument?.(word, calls)
  const name = known?.name ?? wordName(word)
  const bits = isWhole ? undefined : joined(known?.bitsName(mask) ?? `0x${mask.toString(16)}`)
  const subject = bits === undefined ? name : `(${name} & ${bits})`
  return `${subject} ${sign} ${argumentConstant(test, known)}`
}
