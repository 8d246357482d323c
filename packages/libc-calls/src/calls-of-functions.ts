/*
 * The calls that functions of a C library make on an ABI.
 *
 * The table has what was measured. A library chooses a call by what the ABI has: musl's open() makes `open` where the ABI has that
 * call, and `openat` elsewhere. So on an ABI on which nothing was measured, a function makes the calls that it makes on a measured ABI
 * with times of the same size and the same of these calls: on the ABI that differs in its byte order alone, where that was measured. Where
 * no measured ABI is like that, nothing is known.
 */
import { expectText } from '@seccompile/shape'
import { abiByName, abiTable } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import type { LibcName } from './libcs.ts'
import { callsNotMade, portsOf } from './libcs.ts'
import { readCalls } from './read-calls.ts'
import type { MeasuredCall } from './read-calls.ts'
import { MEASURED_ABIS, ROWS } from './table.ts'

/** What a function of a library calls on an ABI. */
export interface FunctionCalls {
  /** The name of the function in C, in brackets what it is called with: `open`, `open(O_CREAT)`. */
  readonly function: string
  /**
   * The calls, a list for each form in which a program makes the function: a 32-bit program has times of 32 or of 64 bits. No list
   * where nothing is known.
   */
  readonly lists: readonly (readonly MeasuredCall[])[]
  /** The ABI on which that was measured: another one where the ABI itself was not; absent where nothing is known. */
  readonly measuredOn?: AbiToken
}

/** The calls of one row of the table, and the ABIs that have them. */
interface CallsRow {
  readonly abis: readonly AbiToken[]
  readonly calls: string
}

/** A line of the table, for one function and library. */
type TableRow = Readonly<Record<'abis' | 'calls', string>>

const tokensIn = (text: string): readonly AbiToken[] =>
  text.split(' ').flatMap((word) => abiByName(word)?.token ?? [])

/** The rows of each function of `libc`, in the order of the table. */
function rowsOf(libc: LibcName): ReadonlyMap<string, readonly CallsRow[]> {
  const found = new Map<string, TableRow[]>()
  let name = ''
  for (const line of ROWS.trim().split('\n')) {
    const [own, of, abis, text] = line.split(':') as [string, string, string, string] // as the generator writes them
    name = own === '' ? name : own
    if (of !== libc) continue
    const calls = text === '=' ? name : text
    const known = found.get(name)
    if (known === undefined) found.set(name, [{ abis, calls }])
    else known.push({ abis, calls })
  }
  const measured = tokensIn(MEASURED_ABIS[libc])
  return new Map(
    [...found].map(([name, rows]) => {
      const named = rows.flatMap(({ abis }) => tokensIn(abis))
      const others = measured.filter((token) => !named.includes(token))
      return [name, rows.map(({ abis, calls }) => ({ abis: abis === '*' ? others : tokensIn(abis), calls }))]
    }),
  )
}

/** The names of calls in the text of a row. */
const namesIn = ({ calls }: CallsRow): readonly string[] => calls.replaceAll(/\([^)]*\)/g, '').split(/[ ?;]/)

/**
 * Whether calls of the ABI have times of 32 bits, of which calls of their own have 64. Libraries choose by that, and not by the size of a
 * word: x32 has words of 32 bits, and the times and file offsets of x86_64.
 */
const hasShortTimes = ({ numbers }: AbiTable): boolean => numbers.has('clock_gettime64')

const haveSameNumbers = (one: AbiTable, other: AbiTable): boolean =>
  one.numbers.size === other.numbers.size &&
  [...one.numbers].every(([name, nr]) => other.numbers.get(name) === nr)

/**
 * The measured ABI that is like `abi` as far as `rows` of `libc` go; the one of the other byte order before all. None where the library
 * does not make one of these calls on `abi`.
 */
function likeAbi(libc: LibcName, rows: readonly CallsRow[], abi: AbiToken): AbiToken | undefined {
  const measured = rows.flatMap(({ abis }) => abis)
  if (measured.includes(abi)) return abi
  const own = abiTable(abi)
  const names = [...new Set(rows.flatMap(namesIn))]
  if (names.some((name) => callsNotMade(libc, abi).includes(name))) return undefined
  const alike = measured.map(abiTable).filter((other) => {
    if (hasShortTimes(other) !== hasShortTimes(own)) return false
    return names.every((name) => other.numbers.has(name) === own.numbers.has(name))
  })
  return (alike.find((other) => haveSameNumbers(other, own)) ?? alike[0])?.token
}

function callsOf(libc: LibcName, name: string, rows: readonly CallsRow[], abi: AbiToken): FunctionCalls {
  const like = likeAbi(libc, rows, abi)
  if (like === undefined) return { function: name, lists: [] }
  const texts = rows.filter(({ abis }) => abis.includes(like)).map(({ calls }) => calls)
  const lists = texts.flatMap((text) => {
    const calls = readCalls(text, abi)
    return calls === undefined ? [] : [calls]
  })
  return lists.length === 0 ? { function: name, lists } : { function: name, lists, measuredOn: like }
}

/**
 * What each function of `libc` calls on `abi`, by the name of the function; no function where the library has no port for the ABI.
 * Functions that make the same calls everywhere are not in the table.
 */
export function callsOfFunctions(libc: LibcName, abi: AbiToken): readonly FunctionCalls[] {
  expectText(abi, 'abi')
  if (!portsOf(libc).includes(abi)) return []
  return [...rowsOf(libc)].map(([name, rows]) => callsOf(libc, name, rows, abi))
}
