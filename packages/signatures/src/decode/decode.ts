/**
 * Reads the generated text of a column into signatures.
 *
 * The text has one call on each line: name, version or `-`, and each argument as `NAME:TYPE[:FAMILY][@INDEX]`. TYPE
 * is an index, in base 36, into the list of C types. The first character of an entry of that list encodes the bits
 * that the kernel reads. Most columns are like another column, and their text has only the calls that differ.
 */
import type { AbiTable, AbiToken, CallArgument, Signature } from '@seccompile/syscalls'
import { signatureMap } from './signature-map.ts'

/** The table of an ABI, with signatures. It can be used wherever an `AbiTable` can. */
export interface SignedAbiTable<Token extends AbiToken = AbiToken> extends AbiTable<Token> {
  readonly signatures: ReadonlyMap<string, Signature>
}

/** The text of a column. */
export interface ColumnText {
  /** The column with the signatures of all calls that have no line here. */
  readonly like?: ColumnText
  /** The first version of Linux with the ABI: no call of `like` is older here. */
  readonly since?: string
  /** The calls, separated by spaces, that have no signature on the ABI, although `like` has one. */
  readonly without?: string
  /**
   * C types, one on each line, each after the character for the bits that the kernel reads. The list continues that
   * of `like`.
   */
  readonly types?: string
  readonly calls: string
}

/** The part of an argument's signature that does not depend on its place. */
type Reads = Pick<CallArgument, 'type' | 'width' | 'signed' | 'pointer'> & { readonly pair: boolean }

/**
 * By the character before a type: width, sign, and whether the value has two halves. Addresses are `p` where they are
 * as wide as the registers, `c` for 32 bits in a 64-bit register, and `s` for 31 bits.
 */
const CHARACTERS: Readonly<Record<string, readonly [width: 16 | 32 | 64, signed: boolean, pair: boolean]>> = {
  h: [16, false, false],
  i: [32, true, false],
  u: [32, false, false],
  l: [64, true, false],
  q: [64, false, false],
  L: [64, true, true],
  Q: [64, false, true],
}

/** By their character, the width of addresses that are narrower than the registers. */
const ADDRESSES: Readonly<Record<string, 31 | 32>> = { c: 32, s: 31 }

/**
 * The table of an ABI with the signatures of a generated text.
 *
 * @param word the bits of the register of an argument: 64 on x32, whose `wordSize` is 32
 */
export function signedTable<Token extends AbiToken>(
  table: AbiTable<Token>,
  word: 32 | 64,
  text: ColumnText,
): SignedAbiTable<Token> {
  const { token, scmpName, goArch, aliases, auditArch, endianness, wordSize, base, newest } = table
  let known: ReadonlyMap<string, Signature> | undefined
  // A spread of `table` would read the calls, and so build them. A copy of the descriptors would take much longer at
  // each start.
  return {
    token,
    scmpName,
    goArch,
    aliases,
    auditArch,
    endianness,
    wordSize,
    base,
    newest,
    get numbers() {
      return table.numbers
    },
    get names() {
      return table.names
    },
    get oldNumbers() {
      return table.oldNumbers
    },
    get signatures() {
      return (known ??= signaturesOf(table, word, text))
    },
  }
}

function signaturesOf(table: AbiTable, word: 32 | 64, text: ColumnText): ReadonlyMap<string, Signature> {
  const reads = typesOf(text).map((type) => readsOf(type, word))
  const bigEndian = table.endianness === 'big'
  return signatureMap(
    () => table.numbers.keys(),
    (call) => {
      if (!table.numbers.has(call)) return undefined
      const own = lineOf(text.calls, call)
      if (own !== undefined) return signatureIn(own, reads, bigEndian)
      const { like, since = '0.0', without = '' } = text
      if (like === undefined || without.split(' ').includes(call)) return undefined
      const line = lineOf(like.calls, call)
      return line === undefined ? undefined : atLeast(since, signatureIn(line, reads, bigEndian))
    },
  )
}

const typesOf = ({ like, types }: ColumnText): readonly string[] => [
  ...(like === undefined ? [] : typesOf(like)),
  ...(types === undefined ? [] : types.split('\n')),
]

/** The line of `call`, which is a name of a table; undefined where there is none. */
function lineOf(calls: string, call: string): string | undefined {
  const start = calls.indexOf(`\n${call} `) + 1
  return start === 0 ? undefined : calls.slice(start, calls.indexOf('\n', start))
}

/** The signature on an ABI that is younger than the call: the call is as old as the ABI there. */
function atLeast(first: string, { args, since }: Signature): Signature {
  if (since === undefined) return { args }
  const [major, minor] = versionOf(first)
  return {
    args,
    since: major > since[0] || (major === since[0] && minor > since[1]) ? [major, minor] : since,
  }
}

function signatureIn(line: string, reads: readonly Reads[], bigEndian: boolean): Signature {
  const words = line.split(' ')
  const args: CallArgument[] = []
  let next = 0
  for (const text of words.slice(2)) {
    const mark = text.indexOf('@')
    const fields = (mark < 0 ? text : text.slice(0, mark)).split(':')
    const takes = fields[2]
    const { type, width, signed, pointer, pair } = reads[Number.parseInt(fields[1]!, 36)]! // the generator wrote both fields
    const first = mark < 0 ? next : Number(text.slice(mark + 1))
    next = first + (pair ? 2 : 1)
    args.push({
      name: fields[0]!,
      type,
      width,
      signed,
      pointer,
      index: pair && bigEndian ? first + 1 : first,
      ...(pair ? { high: bigEndian ? first : first + 1 } : undefined),
      ...(takes === undefined ? undefined : familiesOf(takes)),
    })
  }
  const version = words[1] ?? '-'
  return version === '-' ? { args } : { args, since: versionOf(version) }
}

function versionOf(text: string): readonly [major: number, minor: number] {
  const dot = text.indexOf('.')
  return [Number(text.slice(0, dot)), Number(text.slice(dot + 1))]
}

/** The families in a text: first the one that names values, which may be empty, then all others, each after a `+`. */
function familiesOf(text: string): Pick<CallArgument, 'family' | 'families'> {
  const [naming = '', ...others] = text.split('+')
  return naming === '' ? { families: others } : { family: naming, families: [naming, ...others] }
}

function readsOf(line: string, word: 32 | 64): Reads {
  const type = line.slice(1)
  const character = line.charAt(0)
  const known = CHARACTERS[character]
  if (known === undefined)
    return { type, width: ADDRESSES[character] ?? word, signed: false, pointer: true, pair: false }
  const [width, signed, pair] = known
  return { type, width, signed, pointer: false, pair }
}
