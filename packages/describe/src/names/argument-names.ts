/*
 * Arguments by name: `family != AF_UNIX` for `(args[0] & 0xffffffff) != 1`.
 *
 * The meaning of `args[0]` depends on the call and the ABI. Several calls share a name for it only if they agree on
 * the name, the bits that the kernel reads, and the constants. A test of more bits than the kernel reads says so:
 * `(u64)family == AF_UNIX` is false for 0x100000001, which socket takes for AF_UNIX. A test of only bits that the
 * kernel does not read keeps its raw form.
 *
 * This module reads all constants, which takes tens of milliseconds. So commands import it only when they show an
 * argument.
 */
import type { SeccompData, Word } from '@seccompile/abi'
import type { CallsOfArch, WordNames } from '@seccompile/cbpf'
import { firstArgument } from '@seccompile/syscalls'
import { isAlways, LOW_WORD, printPredicate, WHOLE_ARGUMENT } from '@seccompile/rules'
import type { ConditionOptions, Predicate, RangeSet, TestedNames } from '@seccompile/rules'
import { signatureOf } from '@seccompile/signatures'
import type { AbiTable, AbiToken, CallArgument } from '@seccompile/syscalls'
import { callTables } from './call-tables.ts'
import type { CallTables } from './call-tables.ts'
import { familyOf, isOfFlags, maskText, numberText, valueText } from './constant-text.ts'
import { narrowedTest } from './relevant-bits.ts'

/** An argument of a call with its value as text. */
export interface NamedValue {
  readonly name: string
  readonly text: string
}

/** Names of arguments and their values. */
export interface ArgumentNames {
  /** A condition on the calls `numbers` of `arch` as text. */
  readonly condition: (
    when: Predicate,
    arch: number,
    numbers: RangeSet<number>,
    options?: ConditionOptions,
  ) => string
  /** The names in a listing, see `PrintProgramOptions` of cbpf. */
  readonly word: (word: Word, calls: readonly CallsOfArch[]) => WordNames | undefined
  /** The names in a test of the bits `mask` of `args[index]` of `calls`, see `printTest` of rules. */
  readonly tested: (index: number, mask: bigint, calls: readonly CallsOfArch[]) => TestedNames | undefined
  /**
   * The arguments of a call up to the last one that is not 0, or `all`; `undefined` where they have no names.
   */
  readonly values: (
    call: Pick<SeccompData, 'arch' | 'nr' | 'args'>,
    options?: { readonly all?: boolean },
  ) => readonly NamedValue[] | undefined
}

/** Most calls whose common argument is searched for. */
const MAX_CALLS = 512

/** An argument that some calls have in common. */
interface CommonArgument {
  readonly argument: CallArgument
  /** The ABIs of the calls, on which a constant must have one value. */
  readonly abis: readonly AbiToken[]
}

const isSame = (a: CallArgument, b: CallArgument): boolean =>
  a.name === b.name &&
  a.width === b.width &&
  a.signed === b.signed &&
  a.index === b.index &&
  a.high === b.high &&
  a.family === b.family

/** An argument of `call` with the family that names its values here. */
function withFamily(call: string, argument: CallArgument): CallArgument {
  const family = familyOf(call, argument)
  return family === undefined || family === argument.family ? argument : { ...argument, family }
}

/** The argument that `calls` share as `args[index]`; `undefined` if they differ, or an argument is unknown. */
function commonArgument(
  tables: CallTables,
  calls: readonly CallsOfArch[],
  index: number,
): CommonArgument | undefined {
  const ranges = calls.flatMap(({ numbers }) => numbers)
  const count = ranges.reduce((sum, { lo, hi }) => sum + (hi - lo + 1), 0)
  if (count === 0 || count > MAX_CALLS) return undefined
  let common: CallArgument | undefined
  const abis = new Set<AbiToken>()
  for (const { arch, numbers } of calls)
    for (const { lo, hi } of numbers)
      for (let nr = lo; nr <= hi; nr++) {
        const call = tables.find(arch, nr)
        const args = call && signatureOf(call.abi, call.name)?.args
        const found = args?.find((each) => each.index === index || each.high === index)
        if (call === undefined || found === undefined) return undefined
        const argument = withFamily(call.name, found)
        if (common !== undefined && !isSame(common, argument)) return undefined
        common = argument
        abis.add(call.abi.token)
      }
  return common && { argument: common, abis: [...abis] }
}

/** The bits of a field that `mask` selects, and the name for exactly these bits. */
function fieldOf(
  { name, width, signed, index, high }: CallArgument,
  at: number,
  mask: bigint,
): Pick<TestedNames, 'name' | 'whole' | 'signed'> | undefined {
  if (high !== undefined) {
    if (mask > LOW_WORD) return undefined
    return at === index
      ? { name: `(u32)${name}`, whole: LOW_WORD }
      : { name: `(${name} >> 32)`, whole: LOW_WORD }
  }
  const read = (1n << BigInt(width)) - 1n
  if ((mask & read) === 0n) return undefined
  if (mask <= read) return { name, whole: read, signed }
  return mask <= LOW_WORD
    ? { name: `(u32)${name}`, whole: LOW_WORD }
    : { name: `(u64)${name}`, whole: WHOLE_ARGUMENT }
}

function testedNames(
  { argument, abis }: CommonArgument,
  index: number,
  mask: bigint,
): TestedNames | undefined {
  const field = fieldOf(argument, index, mask)
  if (field === undefined || argument.family === undefined || index === argument.high) return field
  const { family, width } = argument
  return {
    ...field,
    valueName: (value, under, isEnd) =>
      valueText({ family, abis }, value, isEnd ? 'end' : under === field.whole ? 'whole' : under),
    maskName: (bits) => (bits === field.whole ? undefined : maskText({ family, abis }, bits, width)),
  }
}

/** `when` with each test of flags reduced to the bits that matter. */
function narrowed(when: Predicate, family: (index: number) => string | undefined): Predicate {
  if (when.kind !== 'argument') return { ...when, of: when.of.map((part) => narrowed(part, family)) }
  const taken = family(when.index)
  return taken !== undefined && isOfFlags(taken) ? narrowedTest(when) : when
}

function wordNames(
  { argument, abis }: CommonArgument,
  index: number,
  isHigh: boolean,
): WordNames | undefined {
  const { name, width, family, high } = argument
  if (isHigh && (width <= 32 || high !== undefined)) return undefined
  const isUpper = isHigh || index === high
  const bitsRead = (1n << BigInt(width)) - 1n
  const of = family === undefined || isUpper ? undefined : { family, abis }
  return {
    name: isUpper ? `${name} >> 32` : name,
    valueName: (value, mask) =>
      of && valueText(of, BigInt(value), BigInt(mask) === LOW_WORD ? 'whole' : BigInt(mask)),
    bitsName: (bits) =>
      of && (BigInt(bits) === bitsRead ? undefined : maskText(of, BigInt(bits), Math.min(width, 32))),
  }
}

/** The value of an argument in the registers of a call, on `abi`. */
function valueOf(
  argument: CallArgument,
  args: readonly bigint[],
  abi: AbiTable,
): NamedValue & { readonly isZero: boolean } {
  const { name, width, signed, index, high, family } = argument
  const value = (args[index] ?? 0n) | (high === undefined ? 0n : (args[high] ?? 0n) << 32n)
  const known = family === undefined ? undefined : valueText({ family, abis: [abi.token] }, value, 'call')
  // A value of flags stays in hexadecimal; numbers of processes and signals are decimal, as in C.
  const isDecimal = signed && width <= 32 && family === undefined && value < 1n << BigInt(width)
  const number = isDecimal
    ? BigInt.asIntN(width, value).toString()
    : numberText(value, signed ? width : undefined)
  return { name, text: known ?? number, isZero: value === 0n }
}

/** The names of arguments by the tables of `abis`, then by all tables. */
export function argumentNames(abis: readonly AbiTable[]): ArgumentNames {
  const tables = callTables(abis)
  return {
    condition: (when, arch, numbers, options = {}) => {
      const common = (index: number): CommonArgument | undefined =>
        commonArgument(tables, [{ arch, numbers }], index)
      const plain = isAlways(when) ? when : narrowed(when, (index) => common(index)?.argument.family)
      return printPredicate(plain, {
        ...options,
        namesOf: (index, mask) => {
          const found = common(index)
          return found && testedNames(found, index, mask)
        },
      })
    },
    word: (word, calls) => {
      const index = (word - 4) >> 1
      const found = commonArgument(tables, calls, index)
      return found && wordNames(found, index, word % 2 === 1)
    },
    tested: (index, mask, calls) => {
      const found = commonArgument(tables, calls, index)
      return found && testedNames(found, index, mask)
    },
    values: ({ arch, nr, args }, { all = false } = {}) => {
      const call = tables.find(arch, nr)
      const signature = call && signatureOf(call.abi, call.name)
      if (call === undefined || signature === undefined) return undefined
      const named = signature.args.map((argument) => valueOf(withFamily(call.name, argument), args, call.abi))
      const end = all ? named.length : named.findLastIndex(({ isZero }) => !isZero) + 1
      const taken = new Set(signature.args.flatMap(({ index, high = index }) => [index, high]))
      // On m68k the first argument is the number of the call. The name of the call shows it already.
      if (firstArgument(call.abi) === 1 && args[0] === BigInt(nr)) taken.add(0)
      const others = args.flatMap((value, index) =>
        taken.has(index) || value === 0n ? [] : [{ name: `args[${index}]`, text: numberText(value) }],
      )
      return [...named.slice(0, end).map(({ name, text }) => ({ name, text })), ...others]
    },
  }
}
