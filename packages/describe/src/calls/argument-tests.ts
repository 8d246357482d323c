/*
 * Conditions on arguments as a person types them: `0=AF_INET`, `family=AF_INET`, `0&0xffffffff=AF_INET`,
 * `flags&O_ACCMODE=O_RDONLY`.
 *
 * An index means the whole register, 64 bits. A name means the bits that the kernel reads: for `family` the low 32
 * bits, whatever the upper bits are. A mask narrows an index or a name. A value with bits outside the compared bits
 * can never be equal, so it is an error.
 */
import { PolicyError } from '@seccompile/policy'
import { all, argument, LOW_WORD, WHOLE_ARGUMENT } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { expectList, expectObject } from '@seccompile/shape'
import { targetAt, targetNamed, valueOf } from './call-arguments.ts'
import type { ArgumentPlace, TypedCall } from './call-arguments.ts'

/** The parts of `WHICH=VALUE` or `WHICH&MASK=VALUE`, as typed. */
interface TypedTest {
  readonly target: ArgumentPlace
  /** The bits that a test without a mask compares. */
  readonly whole: bigint
  readonly mask: string | undefined
  readonly value: string
}

/** @throws PolicyError for a text of another form, and for an argument that the call does not have */
function parseParts(text: string, call: TypedCall, option: string): TypedTest {
  const [, index, inArgs = index, name, mask, value = ''] =
    /^(?:([0-5])|args\[([0-5])\]|([A-Za-z_]\w*))\s*(?:&([^=]+))?=(.+)$/s.exec(text) ?? []
  if (inArgs !== undefined)
    return { target: targetAt(Number(inArgs), call), whole: WHOLE_ARGUMENT, mask, value }
  if (name === undefined)
    throw new PolicyError(
      'E_SYNTAX',
      `${option}expected INDEX=VALUE or NAME=VALUE, perhaps with &MASK before the =, with an index of 0 to 5; got "${text}"`,
    )
  const target = targetNamed(name, call, option)
  return { target, whole: (1n << BigInt(target.argument?.width ?? 64)) - 1n, mask, value }
}

const hex = (value: bigint): string => `0x${value.toString(16)}`

/** Bits of one register, and the value that these bits must have. */
interface RegisterTest {
  readonly index: number
  readonly mask: bigint
  readonly value: bigint
}

/** The tests of registers that `text` spells. @throws PolicyError */
async function registerTests(
  text: string,
  call: TypedCall,
  option: string,
): Promise<{ readonly label: string; readonly tests: readonly RegisterTest[] }> {
  const { target, whole, mask: typed, value: typedValue } = parseParts(text, call, option)
  const { label, index, high } = target
  const mask = typed === undefined ? whole : await valueOf(typed.trim(), target, call)
  const value = await valueOf(typedValue.trim(), target, call)
  if (mask === 0n)
    throw new PolicyError('E_NUMBER', `${option}${label}: the mask is 0, so nothing is compared`)
  if ((mask & ~whole) !== 0n)
    throw new PolicyError(
      'E_NUMBER',
      `${option}${label}: the kernel reads the bits ${hex(whole)}, and the mask is ${hex(mask)}; write the index to test the whole register`,
    )
  if ((value & ~mask) !== 0n)
    throw new PolicyError(
      'E_NUMBER',
      typed === undefined
        ? `${option}${label}: the kernel reads the bits ${hex(whole)}, and the value is ${hex(value)}; write the index to test the whole register`
        : `${option}${label}: ${hex(value)} has bits outside the mask ${hex(mask)}, so no argument is equal to it`,
    )
  if (high === undefined) return { label, tests: [{ index, mask, value }] }
  const halves = [
    { index, mask: mask & LOW_WORD, value: value & LOW_WORD },
    { index: high, mask: mask >> 32n, value: value >> 32n },
  ]
  return { label, tests: halves.filter((half) => half.mask !== 0n) }
}

/**
 * The condition that every text of `texts` holds for `call`; `undefined` for an empty list.
 * @param option - begins messages: `--arg: `
 * @throws PolicyError for a text that is no condition, for an argument that the call does not have, and for bits of
 * an argument that are given twice
 */
export async function parseTests(
  texts: readonly string[],
  call: TypedCall,
  option: string,
): Promise<Predicate | undefined> {
  expectList(texts, 'texts')
  expectObject(call, 'call', 'abi')
  const found: RegisterTest[] = []
  for (const text of texts) {
    const { label, tests } = await registerTests(text, call, option)
    const isTwice = tests.some(({ index, mask }) =>
      found.some((before) => before.index === index && (before.mask & mask) !== 0n),
    )
    if (isTwice) throw new PolicyError('E_CONFLICT', `${option}${label} is given twice`)
    found.push(...tests)
  }
  if (found.length === 0) return undefined
  return all(found.map(({ index, mask, value }) => argument(index, [{ lo: value, hi: value }], mask)))
}
