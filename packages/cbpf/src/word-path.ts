/*
 * The values of one word that all tests on the current path allow, and one such value.
 *
 * Tests of the whole word allow an interval without some points, and stepping finds a value in it. Tests under a mask
 * allow sets of other shapes, where a search bit by bit finds a value (find-word.ts). The search uses fuel that the
 * whole walk shares. Without fuel it finds no value, so a path with tests under a mask ends.
 *
 * The tests are a stack: the walk calls `narrow` when it goes along an edge, and `undo` when it comes back.
 */
import { burn, findWord } from './find-word.ts'
import type { Fuel, WantedTest } from './find-word.ts'
import { passes, WHOLE_WORD } from '@seccompile/abi'
import type { WordTest } from '@seccompile/abi'

interface SavedWord {
  readonly low: number
  readonly high: number
  readonly value: number
  readonly excluded: number | undefined
  readonly masked: boolean
}

/** The tests on the current path, for one word. */
export class WordPath {
  #low = 0
  #high = WHOLE_WORD
  /** For each excluded value, the number of tests that exclude it. */
  readonly #excluded = new Map<number, number>()
  readonly #masked: WantedTest[] = []
  readonly #saved: SavedWord[] = []
  #value = 0
  readonly #fuel: Fuel

  constructor(fuel: Fuel) {
    this.#fuel = fuel
  }

  /** A value that passes all tests so far. */
  get value(): number {
    return this.#value
  }

  /**
   * The ends of the allowed interval that pass all tests and are not {@link value}; none where there is no
   * test.
   */
  get ends(): readonly number[] {
    if (this.#saved.length === 0) return []
    return [this.#low, this.#high].filter((end) => end !== this.#value && this.allows(end))
  }

  /** Whether `value` passes all tests so far. */
  allows(value: number): boolean {
    if (value < this.#low || value > this.#high || this.#excluded.has(value)) return false
    if (!burn(this.#fuel, this.#masked.length)) return false
    return this.#masked.every(({ test, wanted }) => passes(test, value) === wanted)
  }

  /** Adds the test `test` with the outcome `wanted`. Where no value is left, adds nothing and yields `false`. */
  narrow(test: WordTest, wanted: boolean): boolean {
    const saved: SavedWord = {
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
    if (this.#low > this.#high) return undefined
    if (this.#masked.length > 0) return this.#findMasked()
    // The search goes up from the current value, so it walks a list of equality tests once, not once for each test.
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

  #findMasked(): number | undefined {
    const whole = (op: 'eq' | 'gt' | 'ge', k: number, wanted: boolean): WantedTest => ({
      test: { mask: WHOLE_WORD, op, k },
      wanted,
    })
    const tests = [...this.#masked, whole('ge', this.#low, true), whole('gt', this.#high, false)]
    const value = findWord(tests, this.#fuel)
    // There may be thousands of excluded values, and they seldom matter. So the first search ignores them.
    if (value === undefined || !this.#excluded.has(value)) return value
    return findWord([...tests, ...[...this.#excluded.keys()].map((k) => whole('eq', k, false))], this.#fuel)
  }
}
