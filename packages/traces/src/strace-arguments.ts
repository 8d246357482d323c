/*
 * The arguments of a call in a line of strace.
 *
 *   0xffffff9c, 0x7faea92b2, 0x80000, 0)                                  -e raw=all: the registers
 *   AT_FDCWD</tmp>, "/etc/ld.so.cache", O_RDONLY|O_CLOEXEC) = 3           by name; what a call does not use is left out
 *   -100 [comment: AT_FDCWD], "/etc/ld.so.cache", 0x80000)                 -X verbose, with comments of C
 *   child_stack=NULL, flags=CLONE_CHILD_CLEARTID|SIGCHLD)                 clone, in an order of its own
 *
 * A value is read only where it is a number, or a constant that the argument takes. Everything else is not known.
 */
import { SECCOMP_DATA_ARGS } from '@seccompile/abi'
import { valueOn } from '@seccompile/constants'
import type { Constant } from '@seccompile/constants'
import { countedArguments } from '@seccompile/recording'
import { argumentsInC, signedAbiTable } from '@seccompile/signatures'
import type { CallArgument } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'

/** How the arguments of a call end: with its parenthesis, or before it. */
export interface ArgumentTexts {
  /** The texts of arguments that are whole. */
  readonly texts: readonly string[]
  /** The offset after the closing parenthesis; `undefined` where there is none. */
  readonly end: number | undefined
  /** Whether strace says that the line continues later: `<unfinished ...>`, `<detached ...>`. */
  readonly isUnfinished: boolean
}

/** What strace writes where a line stops before the call has returned. The message of another process may follow at once. */
const STOPS = [' <unfinished ...>', ' <detached ...>', ' <pid changed to ', 'strace: Process ']

/** The most arguments that are looked at. */
const MOST = 8

/** The offset behind the text in double quotes at `at`. */
function behindQuotes(line: string, at: number): number {
  let end = at + 1
  while (end < line.length && line[end] !== '"') end += line[end] === '\\' ? 2 : 1
  return Math.min(end + 1, line.length)
}

/** A note on a socket. Its brackets may hold "->", and paths in quotes; in other notes strace escapes ">". */
const SOCKET_NOTE = /^<[\w-]{1,32}:\[/

/** The offset behind the note on a descriptor at `at`: `</etc/passwd>`, `<UNIX-STREAM:[1->2,"/run/a"]>`. */
function behindNote(line: string, at: number): number {
  const isSocket = SOCKET_NOTE.test(line.slice(at, at + 40))
  for (let end = at + 1; end < line.length; end += 1) {
    if (isSocket && line[end] === '"') end = behindQuotes(line, end) - 1
    else if (line[end] === '>' && (!isSocket || line[end - 1] === ']')) return end + 1
  }
  return line.length
}

/** The offset behind the text, the comment or the note at `at`; `at` where none is there. */
function behind(line: string, at: number): number {
  switch (line[at]) {
    case '"':
      return behindQuotes(line, at)
    case '/': {
      if (line[at + 1] !== '*') return at
      const found = line.indexOf('*/', at + 2)
      return found === -1 ? line.length : found + 2
    }
    case '<':
      return /\w/.test(line[at - 1] ?? '') && line[at + 1] !== '<' ? behindNote(line, at) : at
    default:
      return at
  }
}

/** The arguments that begin at `from`, behind the parenthesis. */
export function argumentTexts(line: string, from: number): ArgumentTexts {
  // All characters that mean something, and what may begin a stop.
  const special = /["/<()[\]{},]| (?=<)|s(?=trace: )/g
  const texts: string[] = []
  let depth = 0
  let begin = from
  const push = (to: number): void => {
    const text = line.slice(begin, to).trim()
    if (text !== '' && texts.length < MOST) texts.push(text)
    begin = to + 1
  }
  special.lastIndex = from
  while (special.test(line)) {
    const at = special.lastIndex - 1
    const character = line[at]!
    const next = behind(line, at)
    if (next > at) special.lastIndex = next
    else if (character === '(' || character === '[' || character === '{') depth += 1
    else if (depth > 0) depth -= character === ')' || character === ']' || character === '}' ? 1 : 0
    else if (character === ')') {
      push(at)
      return { texts, end: at + 1, isUnfinished: false }
    } else if (character === ',') push(at)
    else if (STOPS.some((stop) => line.startsWith(stop, at))) {
      push(at)
      return { texts, end: undefined, isUnfinished: true }
    }
  }
  return { texts, end: undefined, isUnfinished: false } // the last text may be cut
}

/** The constant with a C name, as `constantNamed` of `@seccompile/constants/all` yields it. */
export type ConstantNamed = (name: string) => Constant | undefined

const NUMBER = /^-?(?:0x[0-9a-f]{1,16}|\d{1,20})$/
const U64 = 2n ** 64n

/** A number as C writes it; `undefined` for another text, and for a number of more than 64 bits. */
function numberIn(text: string): bigint | undefined {
  if (!NUMBER.test(text)) return undefined
  const isNegative = text.startsWith('-')
  const digits = isNegative ? text.slice(1) : text
  const isOctal = /^0\d/.test(digits)
  if (isOctal && /[89]/.test(digits)) return undefined
  const value = BigInt(isOctal ? `0o${digits}` : digits)
  if (value >= U64) return undefined
  return BigInt.asUintN(64, isNegative ? -value : value)
}

/** Finds the values of constants, and remembers them. */
type ValueOf = (name: string, abi: AbiToken, families: readonly string[]) => bigint | undefined

function constantValues(named: ConstantNamed): ValueOf {
  const found = new Map<string, Constant>()
  return (name, abi, families) => {
    if (!/^[A-Z][A-Za-z0-9_]{1,63}$/.test(name)) return undefined
    const constant = found.get(name) ?? named(name)
    if (constant === undefined) return undefined
    found.set(name, constant)
    if (!families.includes(constant.family)) return undefined
    const value = valueOn(constant, abi)
    return value === undefined ? undefined : BigInt.asUintN(64, BigInt(value))
  }
}

/** How the counted arguments of a call stand in a line. */
interface ArgumentPlan {
  readonly counted: readonly { readonly argument: CallArgument; readonly position: number }[]
  /** Whether position and register are the same for all arguments. */
  readonly isPlain: boolean
  /** The number of arguments in C. */
  readonly positions: number
  /** The number of registers. */
  readonly registers: number
}

function planOf(abi: AbiToken, call: string): ArgumentPlan {
  const args = argumentsInC(signedAbiTable(abi), call) ?? []
  const indices = countedArguments(abi, call).map(({ index }) => index)
  return {
    counted: args.flatMap((argument, position) =>
      indices.includes(argument.index) ? [{ argument, position }] : [],
    ),
    positions: args.length,
    isPlain: args.every(({ index, high }, position) => index === position && high === undefined),
    registers: Math.max(0, ...args.map(({ index, high }) => 1 + Math.max(index, high ?? 0))),
  }
}

const RAW = /^(?:0|0x[0-9a-f]{1,16})$/
/** A name before a value. */
const NAMED = /^([a-z]\w{0,31})=(.*)$/s

/** The most flags of a value. */
const MOST_FLAGS = 65

/** `text` without a note on a descriptor, and without comments behind its values. */
function withoutNotes(text: string): string {
  if (text.endsWith('>')) return text.slice(0, text.indexOf('<'))
  let plain = ''
  let begin = 0
  for (let at = text.indexOf(' /*'); at !== -1; at = text.indexOf(' /*', begin)) {
    plain += text.slice(begin, at)
    begin = behind(text, at + 1)
  }
  return plain + text.slice(begin)
}

/** Reads the values of the arguments of `call`, by register. */
export type ArgumentReader = (
  abi: AbiToken,
  call: string,
  texts: readonly string[],
) => readonly (bigint | undefined)[]

/** A reader of values. Without `named`, the names of constants are not known. */
export function argumentReader(named: ConstantNamed = () => undefined): ArgumentReader {
  const plans = new Map<string, ArgumentPlan>()
  const valueOf = constantValues(named)

  /** A value, or several with "|" between them. */
  function value(text: string, abi: AbiToken, { families = [] }: CallArgument): bigint | undefined {
    let all = 0n
    for (const part of withoutNotes(text).split('|', MOST_FLAGS)) {
      const one = numberIn(part) ?? valueOf(part, abi, families)
      if (one === undefined) return undefined
      all |= one
    }
    return all
  }

  return (abi, call, texts) => {
    const key = `${abi} ${call}`
    const plan = plans.get(key) ?? planOf(abi, call)
    plans.set(key, plan)
    const values: (bigint | undefined)[] = Array.from({ length: SECCOMP_DATA_ARGS })
    if (texts.length > 0 && texts.every((text) => RAW.test(text))) {
      // As registers, unless positions differ from registers and the number of texts is not that of the registers.
      if (plan.isPlain || texts.length === plan.registers)
        texts.slice(0, SECCOMP_DATA_ARGS).forEach((text, index) => (values[index] = BigInt(text)))
      return values
    }
    // Registers, within whose print the program has printed.
    if (!plan.isPlain && texts.length > plan.positions) return values
    const hasNames = texts.some((text) => NAMED.test(text))
    for (const { argument, position } of plan.counted) {
      const text = hasNames ? textNamed(texts, argument.name) : texts[position]
      const whole = text === undefined ? undefined : value(text, abi, argument)
      if (whole === undefined) continue
      if (argument.high === undefined) values[argument.index] = whole
      else {
        values[argument.index] = whole & 0xffff_ffffn
        values[argument.high] = whole >> 32n
      }
    }
    return values
  }
}

/** The value in `flags=VALUE`, for an argument such as `clone_flags`. */
function textNamed(texts: readonly string[], argument: string): string | undefined {
  for (const text of texts) {
    const [, name, value] = NAMED.exec(text) ?? []
    if (name === argument || (name !== undefined && argument.endsWith(`_${name}`))) return value
  }
  return undefined
}
