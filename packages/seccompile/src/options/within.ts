/*
 * The calls that `--within` selects.
 *
 * The name of an ABI stands for its numbers, see abiNumbers(): x86_64 and x32 have one arch and divide its numbers. A
 * number below the base of the ABI is counted from the base: `x32:0-5` and `mips:0-5` are the first calls. No call of
 * the ABI has a number below its base, so the text has no other meaning.
 */
import { plainNumber } from '@seccompile/describe'
import type { WithinPart } from '@seccompile/describe'
import { abiNumbers } from '@seccompile/syscalls'
import { intersection, sameSet } from '@seccompile/rules'
import type { Range } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'
import { CliError } from '../io/cli-error.ts'
import { valued } from '../syntax/option.ts'
import type { Option } from '../syntax/option.ts'
import { ONE_ABI, parseAbi } from './abi.ts'

/** The value of `--within`. */
export interface TypedPart extends WithinPart {
  /** The value as typed. */
  readonly text: string
}

const MAX_NUMBER = 0xffff_ffff

function parseBound(text: string): number {
  const value = /^(0x[0-9a-f]+|\d+)$/i.test(text) ? Number(text) : MAX_NUMBER + 1
  if (value > MAX_NUMBER)
    throw new CliError(`--within: expected a number of 32 bits, decimal or 0x hexadecimal; got "${text}"`)
  return value
}

/** The numbers from `low` to `high` in the form that a filter sees. @throws CliError where some are not the ABI's */
function numbersOf(abi: AbiTable, low: string, high: string): Range<number> {
  const typed = [parseBound(low), parseBound(high)] as const
  if (typed[0] > typed[1])
    throw new CliError(`--within: the range ${low}-${high} is empty; write the lower number first`)
  if (typed[0] < abi.base && typed[1] >= abi.base)
    throw new CliError(
      `--within: numbers of ${abi.token} begin at ${plainNumber(abi.base)}; ${low} is counted from there and ${high} is not; write both numbers from ${plainNumber(abi.base)}, or both counted from there`,
    )
  const [lo, hi] = typed.map((nr) => (nr < abi.base ? abi.base + nr : nr)) as [number, number]
  const own = abiNumbers(abi)
  if (!sameSet(intersection([{ lo, hi }], own), [{ lo, hi }])) {
    const ranges = own.map((range) =>
      range.lo === range.hi ? plainNumber(range.lo) : `${plainNumber(range.lo)}-${plainNumber(range.hi)}`,
    )
    throw new CliError(
      `--within: ${low}-${high} are not all numbers of ${abi.token}, which are ${ranges.join(' and ')}; ask about each ABI alone`,
    )
  }
  return { lo, hi }
}

/**
 * The calls that `--within ABI[:LO[-HI]]` names: all of the ABI, one number, or a range of numbers.
 * @throws CliError for a text of another form, or a number that is not the ABI's
 */
export function parseWithin(text: string): TypedPart {
  const match = /^([^:]+)(?::([^-:]+)(?:-([^-:]+))?)?$/.exec(text)
  if (match === null)
    throw new CliError(
      `--within: expected an ABI, perhaps with a range of numbers, such as x86_64:0-334; got "${text}"`,
    )
  const [, name = '', low, high = low] = match
  const abi = parseAbi(name, '--within')
  const numbers = low === undefined || high === undefined ? abiNumbers(abi) : [numbersOf(abi, low, high)]
  return { text, abi, within: { arch: abi.auditArch, numbers } }
}

/** The calls of a question; all calls, if left out. */
export const WITHIN: Option<TypedPart | undefined> = valued({
  placeholder: 'abi[:lo[-hi]]',
  brief:
    'ask only about the numbers of an ABI, or a range of them: x86_64:0-334; x32:0-5 is counted from 0x40000000',
  parse: parseWithin,
  complete: ONE_ABI,
})
