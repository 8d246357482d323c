/*
 * What the tests on the way to an instruction leave of one word, and a value that passes them all.
 *
 * Tests of the whole word leave an interval without some points, where a value is found by stepping. Tests under a
 * mask cut across intervals. With any of those we decide bit by bit from the top, trying 0 first, and turn back as
 * soon as one of the tests can no longer come out as wanted. That is exact; it may take long only for tests made to
 * contradict each other in their low bits, so it draws on a fuel tank that the whole search shares, and finding
 * nothing on an empty one counts as "no value".
 *
 * A word's path is a stack: the search goes down a way, narrows, comes back and undoes.
 */
import { assertNever } from '@seccompile/abi'
import { passes, WHOLE_WORD } from './word-test.ts'
import type { WordTest } from './word-test.ts'

/** Bits that may still be tried; shared by all words of one search. */
export interface Fuel {
  left: number
}

interface Masked {
  readonly test: WordTest
  readonly wanted: boolean
}

interface Saved {
  readonly low: number
  readonly high: number
  readonly value: number
  readonly excluded: number | undefined
  readonly masked: boolean
}

/** The tests passed on one way, for one word. */
export class WordPath {
  #low = 0
  #high = WHOLE_WORD
  /** For each point taken out, how often. */
  readonly #excluded = new Map<number, number>()
  readonly #masked: Masked[] = []
  readonly #saved: Saved[] = []
  #value = 0
  readonly #fuel: Fuel

  constructor(fuel: Fuel) {
    this.#fuel = fuel
  }

  /** A value that passes all tests so far. */
  get value(): number {
    return this.#value
  }

  /** Whether `value` passes all tests so far. */
  allows(value: number): boolean {
    return (
      value >= this.#low &&
      value <= this.#high &&
      !this.#excluded.has(value) &&
      this.#masked.every(({ test, wanted }) => passes(test, value) === wanted)
    )
  }

  /** Adds that `test` comes out as `wanted`. False, and nothing added, where no value is left. */
  narrow(test: WordTest, wanted: boolean): boolean {
    const saved: Saved = {
      low: this.#low,
      high: this.#high,
      value: this.#value,
      excluded: test.mask === WHOLE_WORD && test.op === 'eq' && !wanted ? test.k : undefined,
      masked: test.mask !== WHOLE_WORD || test.op === 'set',
    }
    this.#saved.push(saved)
    if (saved.masked) this.#masked.push({ test, wanted })
    else if (saved.excluded !== undefined)
      this.#excluded.set(saved.excluded, (this.#excluded.get(saved.excluded) ?? 0) + 1)
    else this.#bound(test, wanted)
    const value = this.allows(this.#value) ? this.#value : this.#find()
    if (value === undefined) {
      this.undo()
      return false
    }
    this.#value = value
    return true
  }

  /** Takes back the last {@link narrow} that returned true. */
  undo(): void {
    const saved = this.#saved.pop()
    if (saved === undefined) return
    this.#low = saved.low
    this.#high = saved.high
    this.#value = saved.value
    if (saved.masked) this.#masked.pop()
    if (saved.excluded === undefined) return
    const times = this.#excluded.get(saved.excluded)! - 1
    if (times === 0) this.#excluded.delete(saved.excluded)
    else this.#excluded.set(saved.excluded, times)
  }

  #bound({ op, k }: WordTest, wanted: boolean): void {
    if (op === 'eq') {
      this.#low = Math.max(this.#low, k)
      this.#high = Math.min(this.#high, k)
      return
    }
    const least = op === 'gt' ? k + 1 : k // the least value that passes
    if (wanted) this.#low = Math.max(this.#low, least)
    else this.#high = Math.min(this.#high, least - 1)
  }

  #find(): number | undefined {
    if (this.#masked.length > 0) return this.#findBits()
    // Upwards from where we are, so that a list of equality tests is walked once and not once a test.
    const start = Math.max(this.#low, this.#value)
    return (
      this.#findBetween(start, this.#high) ?? this.#findBetween(this.#low, Math.min(start - 1, this.#high))
    )
  }

  #findBetween(low: number, high: number): number | undefined {
    let value = low
    while (value <= high && this.#excluded.has(value)) value++
    return value <= high ? value : undefined
  }

  #findBits(): number | undefined {
    if (this.#low > this.#high) return undefined
    const tests: readonly Masked[] = [
      ...this.#masked,
      { test: { mask: WHOLE_WORD, op: 'ge', k: this.#low }, wanted: true },
      { test: { mask: WHOLE_WORD, op: 'gt', k: this.#high }, wanted: false },
    ]
    const find = (prefix: number, bits: number): number | undefined => {
      if (this.#fuel.left-- <= 0) return undefined
      if (!tests.every((masked) => canComeOut(masked, prefix, bits))) return undefined
      if (bits === 0) return this.#excluded.has(prefix) ? undefined : prefix
      return find(prefix, bits - 1) ?? find((prefix | (1 << (bits - 1))) >>> 0, bits - 1)
    }
    return find(0, 32)
  }
}

/** Whether `test` alone can come out as `wanted` when all but the lowest `bits` bits are those of `prefix`. */
function canComeOut({ test: { mask, op, k }, wanted }: Masked, prefix: number, bits: number): boolean {
  const open = bits === 32 ? mask : (mask & ((1 << bits) - 1)) >>> 0
  // The least and the greatest that the masked word can become.
  const least = (prefix & mask) >>> 0
  const greatest = (least | open) >>> 0
  switch (op) {
    case 'eq':
      if (wanted) return ((k ^ least) & ~open) === 0
      return open !== 0 || least !== k
    case 'gt':
      return wanted ? greatest > k : least <= k
    case 'ge':
      return wanted ? greatest >= k : least < k
    case 'set':
      return wanted ? (greatest & k) !== 0 : (least & k) === 0
    default:
      return assertNever(op)
  }
}
