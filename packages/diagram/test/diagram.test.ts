import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createStore,
  DiagramLimitError,
  differingWords,
  evaluate,
  reachableNodes,
  wordAtLeast,
  wordEquals,
  wordIntersects,
} from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'

/** A u32, usually one near a place where bits change. */
const u32 = fc.oneof(
  fc.constantFrom(0, 1, 2, 7, 8, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff),
  fc.nat(0xffff_ffff),
)

describe('predicates of one word', () => {
  it('say what the comparison says', () => {
    fc.assert(
      fc.property(u32, u32, u32, (value, mask, k) => {
        const store = createStore()
        const masked = (value & mask) >>> 0
        expect(evaluate(store, wordEquals(store, 1, mask, k), [0, value])).toBe(masked === k ? 1 : 0)
        expect(evaluate(store, wordAtLeast(store, 1, mask, k), [0, value])).toBe(masked >= k ? 1 : 0)
        expect(evaluate(store, wordIntersects(store, 1, mask), [0, value])).toBe(masked !== 0 ? 1 : 0)
      }),
    )
  })

  it('are the same node when they say the same in other words', () => {
    const store = createStore()
    expect(wordAtLeast(store, 0, 0xffff_ffff, 1)).toBe(wordIntersects(store, 0, 0xffff_ffff))
    expect(wordAtLeast(store, 3, 0x8000_0000, 5)).toBe(wordEquals(store, 3, 0x8000_0000, 0x8000_0000))
    expect(wordAtLeast(store, 2, 0xffff_ffff, 0)).toBe(store.always)
    expect(wordEquals(store, 2, 0xf0, 0x0f)).toBe(store.never)
  })
})

interface RandomStep {
  readonly word: number
  readonly op: 'equals' | 'atLeast'
  readonly mask: number
  readonly k: number
  readonly then: number
  readonly otherwise: number
}
const step = fc.record<RandomStep>({
  word: fc.nat(2),
  op: fc.constantFrom('equals', 'atLeast'),
  mask: fc.oneof(fc.constant(0xffff_ffff), u32),
  k: fc.oneof(fc.nat(4), u32),
  then: fc.nat(),
  otherwise: fc.nat(),
})

/** The diagram of a chain of choices. Each choice is between two nodes made before it. */
function build(store: Store, steps: readonly RandomStep[]): Node {
  const made = [store.terminal(5), store.terminal(0xffff_ffff), store.terminal(6)]
  for (const { word, op, mask, k, then, otherwise } of steps) {
    const condition = op === 'equals' ? wordEquals(store, word, mask, k) : wordAtLeast(store, word, mask, k)
    made.push(store.ite(condition, made[then % made.length]!, made[otherwise % made.length]!))
  }
  return made.at(-1)!
}

/** The value of the same function, computed by running the choices. It shares no code with the diagram. */
function run(steps: readonly RandomStep[], words: readonly number[]): number {
  const values = [5, 0xffff_ffff, 6]
  for (const { word, op, mask, k, then, otherwise } of steps) {
    const masked = (words[word]! & mask) >>> 0
    values.push(values[((op === 'equals' ? masked === k : masked >= k) ? then : otherwise) % values.length]!)
  }
  return values.at(-1)!
}

describe('ite', () => {
  it('chooses as a program would', () => {
    const words = fc.tuple(u32, u32, u32)
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.array(words, { maxLength: 8 }), (steps, inputs) => {
        const store = createStore()
        const root = build(store, steps)
        const edges = steps.map(({ k }): [number, number, number] => [k, k, k])
        for (const input of [...inputs, ...edges])
          expect(evaluate(store, root, input)).toBe(run(steps, input))
      }),
    )
  })

  it('yields one node for one function, however it was made', () => {
    const store = createStore()
    const [five, six] = [store.terminal(5), store.terminal(6)]
    const [a, b] = [wordEquals(store, 0, 0xff, 1), wordAtLeast(store, 1, 0xffff_ffff, 9)]
    const oneWay = store.ite(a, store.ite(b, five, six), six)
    const otherWay = store.ite(b, store.ite(a, five, six), six)
    expect(oneWay).toBe(otherWay)
    expect(store.ite(a, five, five)).toBe(five)
  })
})

describe('differingWords', () => {
  it('finds words on which two diagrams differ, exactly where they do', () => {
    const pair = fc.tuple(fc.array(step, { maxLength: 8 }), fc.array(step, { maxLength: 8 }))
    fc.assert(
      fc.property(pair, ([left, right]) => {
        const store = createStore()
        const words = differingWords(store, build(store, left), build(store, right), 3)
        if (words === undefined) {
          for (const { k } of [...left, ...right]) expect(run(left, [k, k, k])).toBe(run(right, [k, k, k]))
        } else expect(run(left, words)).not.toBe(run(right, words))
      }),
    )
  })

  it('prefers words that are 0, then small ones', () => {
    const store = createStore()
    const far = store.ite(
      wordEquals(store, 0, 0xffff_ffff, 7),
      wordEquals(store, 1, 0xffff_ffff, 7),
      store.never,
    )
    expect(differingWords(store, far, store.never, 3)).toEqual([7, 7, 0])
    const near = store.ite(wordAtLeast(store, 2, 0xffff_ffff, 10), store.always, far)
    expect(differingWords(store, near, store.never, 3)).toEqual([0, 0, 10])
    expect(differingWords(store, near, near, 3)).toBeUndefined()
  })

  it('still finds words after as many pairs as it may look at', () => {
    const store = createStore()
    const far = store.ite(wordEquals(store, 0, 0xffff_ffff, 7), store.always, store.never)
    const near = store.ite(wordAtLeast(store, 2, 0xffff_ffff, 10), store.always, far)
    for (const maxPairs of [0, 1, 20]) {
      const words = differingWords(store, near, store.never, 3, maxPairs)!
      expect(evaluate(store, near, words)).toBe(1)
    }
  })
})

describe('a store', () => {
  it('grows, and finds again what it holds', () => {
    const store = createStore()
    const make = (): Node[] => Array.from({ length: 4000 }, (_, k) => wordEquals(store, 0, 0xffff_ffff, k))
    const first = make()
    const { size } = store
    const before = size()
    expect(make()).toEqual(first)
    expect(size()).toBe(before)
    expect(before).toBeGreaterThan(8000)
  })

  it('says when a diagram outgrows its bound', () => {
    const store = createStore({ maxNodes: 40 })
    expect(() => {
      for (let k = 0; k < 100; k += 1) wordEquals(store, 0, 0xffff_ffff, k)
    }).toThrow(DiagramLimitError)
    const few = createStore({ maxSteps: 10 })
    const deep = wordEquals(few, 0, 0xffff_ffff, 7)
    expect(() => few.ite(deep, few.terminal(8), few.terminal(9))).toThrow(
      'the diagram takes more than 10 steps',
    )
  })

  it('tries within a bound, and goes on after one that was reached', () => {
    const store = createStore()
    const deep = wordEquals(store, 0, 0xffff_ffff, 7)
    const choose = (): Node => store.ite(deep, store.terminal(8), store.terminal(9))
    expect(store.within(10, choose)).toBeUndefined()
    expect(store.within(10, () => wordEquals(store, 1, 0xffff_ffff, 3))).toBeUndefined()
    expect(evaluate(store, store.within(1000, choose)!, [7])).toBe(8)
    expect(evaluate(store, choose(), [6])).toBe(9)
  })

  it('counts steps of others with its own', () => {
    const store = createStore({ maxSteps: 1000 })
    store.take(7)
    store.ite(wordEquals(store, 0, 1, 1), store.terminal(8), store.terminal(9))
    expect(store.steps()).toBe(7 + 1)
    expect(store.within(5, () => store.take(6))).toBeUndefined()
    expect(() => store.take(1000)).toThrow('the diagram takes more than 1000 steps')
  })

  it('answers few questions twice, also with some hundred thousand nodes', () => {
    const store = createStore()
    const all = (...predicates: readonly Node[]): Node =>
      predicates.reduce((both, next) => store.ite(both, next, store.never))
    let any = store.never
    for (let i = 0; i < 16; i++) {
      const bits = [i, (i * 7) % 16, (i * 3) % 16].map((bit, word) =>
        wordEquals(store, word, 2 ** bit, 2 ** bit),
      )
      any = store.ite(all(...bits), store.always, any)
    }
    expect(store.size()).toBeGreaterThan(500_000)
    expect(store.steps()).toBeLessThan(store.size() * 1.1)
  })

  it('lets the error of an outer bound, and any other, through', () => {
    const few = createStore({ maxSteps: 10 })
    const deep = wordEquals(few, 0, 0xffff_ffff, 7)
    const choose = (): Node => few.ite(deep, few.terminal(8), few.terminal(9))
    expect(() => few.within(1000, choose)).toThrow('the diagram takes more than 10 steps')
    const nested = createStore()
    const inner = (): Node | undefined => nested.within(100, () => wordEquals(nested, 0, 0xffff_ffff, 7))
    expect(nested.within(10, inner)).toBeUndefined()
    const failing = (): never => {
      throw new RangeError('something else')
    }
    expect(() => nested.within(10, failing)).toThrow('something else')
  })

  it('lists the nodes of a diagram', () => {
    const store = createStore()
    expect(reachableNodes(store, wordEquals(store, 0, 0x3, 0x3))).toHaveLength(4)
    expect(reachableNodes(store, store.always)).toEqual([store.always])
  })

  it('keeps values of 32 bits', () => {
    const store = createStore()
    expect(store.valueOf(store.terminal(0x8000_0000))).toBe(0x8000_0000)
  })
})
