/*
 * The least word that makes a list of tests come out as wanted.
 *
 * We decide bit by bit from the top, trying 0 first, and turn back as soon as one test can no longer come out right.
 * That alone may take exponential time: tests that contradict each other in low bits fail again below every choice
 * of the high ones. But what the bits chosen so far mean to a test is one of three things: it is won, it is lost, or
 * it is open, and open means one thing only: a comparison is undecided because all bits so far equal the constant's,
 * a `set` because none hit. So two prefixes of one length that leave the same tests open continue alike, and a set
 * of tests that failed once at a length need not be tried there again. Won tests are not looked at any more.
 */
import { assertNever } from '@seccompile/abi'
import type { WordTest } from '@seccompile/abi'

/** A test and what is to come out. */
export interface WantedTest {
  readonly test: WordTest
  readonly wanted: boolean
}

/** How many looks at a test are still allowed; shared by all that one search asks. */
export interface Fuel {
  left: number
}

/** Takes `looks` from the tank; false where it has not so much left. */
export function burn(fuel: Fuel, looks: number): boolean {
  if (fuel.left < looks) return false
  fuel.left -= looks
  return true
}

/** The least word for which all `tests` come out as wanted; `undefined` where there is none, or no fuel to find it. */
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
    // The bits that are left do not matter; 0 is the least.
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

/** What comes out of `test` when all but the lowest `bits` bits are those of `prefix`; `undefined` where it depends. */
function certainOutcome({ mask, op, k }: WordTest, prefix: number, bits: number): boolean | undefined {
  const open = bits === 32 ? mask : (mask & ((1 << bits) - 1)) >>> 0
  // The least and the greatest that the masked word can become.
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
