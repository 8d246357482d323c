/*
 * The least word for which each test of a list has the wanted outcome.
 *
 * The search chooses bit by bit from the top, 0 before 1. It goes back as soon as the outcome of one test is
 * certainly wrong. This alone could take exponential time: tests that contradict each other in low bits fail again
 * below every choice of the high bits. But the chosen bits, the prefix, leave each test in one of three states:
 * right, wrong or open. A comparison is open only if all masked bits so far equal those of the constant; a `set` is
 * open only if no bit so far hits. So two prefixes of one length with the same open tests have the same
 * continuations. The search never tries a set of open tests twice at one length, and never checks a right test again.
 */
import type { WordTest } from '@seccompile/abi'
import { assertNever } from '@seccompile/shape'

/** A test and its wanted outcome. */
export interface WantedTest {
  readonly test: WordTest
  readonly wanted: boolean
}

/** The number of evaluations of a test that are still allowed. All searches of one walk share it. */
export interface Fuel {
  left: number
}

/** Takes `looks` from `fuel`; `false`, and takes nothing, where less is left. */
export function burn(fuel: Fuel, looks: number): boolean {
  if (fuel.left < looks) return false
  fuel.left -= looks
  return true
}

/**
 * The least word for which all `tests` have their wanted outcome; `undefined` where none exists, or the fuel
 * ends.
 */
export function findWord(tests: readonly WantedTest[], fuel: Fuel): number | undefined {
  const numbers = new Map(tests.map((wanted, i) => [wanted, i]))
  const failed = new Set<string>()
  const find = (prefix: number, bits: number, open: readonly WantedTest[]): number | undefined => {
    if (!burn(fuel, open.length)) return undefined
    const stillOpen: WantedTest[] = []
    for (const wanted of open) {
      const outcome = certainOutcome(wanted.test, prefix, bits)
      if (outcome === undefined) stillOpen.push(wanted)
      else if (outcome !== wanted.wanted) return undefined
    }
    // The other bits do not matter, and 0 is the least choice for them.
    if (stillOpen.length === 0) return prefix
    const key = `${bits}:${stillOpen.map((wanted) => numbers.get(wanted)).join()}`
    if (failed.has(key)) return undefined
    const one = (prefix | (1 << (bits - 1))) >>> 0
    const found = find(prefix, bits - 1, stillOpen) ?? find(one, bits - 1, stillOpen)
    if (found === undefined) failed.add(key)
    return found
  }
  return find(0, 32, tests)
}

/**
 * The outcome of a test if all but the lowest `bits` bits are those of `prefix`; `undefined` if low bits decide
 * it.
 */
function certainOutcome({ mask, op, k }: WordTest, prefix: number, bits: number): boolean | undefined {
  const open = bits === 32 ? mask : (mask & ((1 << bits) - 1)) >>> 0
  // The least and the greatest value of the masked word.
  const least = (prefix & mask) >>> 0
  const greatest = (least | open) >>> 0
  switch (op) {
    case 'eq':
      if (((k ^ least) & ~open) !== 0) return false
      return open === 0 ? true : undefined
    case 'gt':
      if (least > k) return true
      return greatest <= k ? false : undefined
    case 'ge':
      if (least >= k) return true
      return greatest < k ? false : undefined
    case 'set':
      if ((least & k) !== 0) return true
      return (greatest & k) === 0 ? false : undefined
    default:
      return assertNever(op)
  }
}
