import { dataFromWords, WORD_COUNT } from '@seccompile/abi'
import type { SeccompData } from '@seccompile/abi'

const FIRST_CAPACITY = 256

/** The golden ratio as a fraction of 2^32, and odd: products with it spread over all bits (Knuth, TAOCP 3, 6.4). */
const SPREAD = 0x9e37_79b1

/**
 * Calls in the order in which they were first added, each once. They are stored as words and found by open
 * addressing, because the walk adds tens of thousands, most of them many times.
 */
export class CallList {
  #words = new Uint32Array(FIRST_CAPACITY * WORD_COUNT)
  /**
   * The index of a call in each slot, -1 in an empty one; there are twice as many slots as calls fit in
   * `#words`.
   */
  #slots = new Int32Array(2 * FIRST_CAPACITY).fill(-1)
  #size = 0

  /** The number of calls. */
  get size(): number {
    return this.#size
  }

  /** Adds the call whose words, indexed by `Word`, are `words`. */
  add(words: Uint32Array): void {
    const slot = this.#slotOf(words, 0)
    if (this.#slots[slot] !== -1) return
    this.#words.set(words, this.#size * WORD_COUNT)
    this.#slots[slot] = this.#size
    this.#size += 1
    if (2 * this.#size === this.#slots.length) this.#grow()
  }

  /** The calls, each once. */
  calls(): readonly SeccompData[] {
    return Array.from({ length: this.#size }, (_, i) =>
      dataFromWords(this.#words.subarray(i * WORD_COUNT, (i + 1) * WORD_COUNT)),
    )
  }

  /** The slot of the call at `start` of `words`, or the empty slot for it. */
  #slotOf(words: Uint32Array, start: number): number {
    let hash = 0
    for (let i = 0; i < WORD_COUNT; i += 1) hash = Math.imul(hash ^ words[start + i]!, SPREAD) ^ (hash >>> 15)
    const last = this.#slots.length - 1
    let slot = (hash ^ (hash >>> 16)) & last
    for (let id = this.#slots[slot]!; id !== -1 && !this.#is(id, words, start); id = this.#slots[slot]!)
      slot = (slot + 1) & last
    return slot
  }

  #is(id: number, words: Uint32Array, start: number): boolean {
    for (let i = 0; i < WORD_COUNT; i += 1)
      if (this.#words[id * WORD_COUNT + i] !== words[start + i]) return false
    return true
  }

  #grow(): void {
    const words = new Uint32Array(2 * this.#words.length)
    words.set(this.#words)
    this.#words = words
    this.#slots = new Int32Array(2 * this.#slots.length).fill(-1)
    for (let id = 0; id < this.#size; id += 1) this.#slots[this.#slotOf(words, id * WORD_COUNT)] = id
  }
}
