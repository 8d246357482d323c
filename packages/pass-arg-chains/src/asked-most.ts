/*
 * Estimates how often calls reach the heaviest part of a decision.
 *
 * Before a call reaches a part, the decision tests only `arch` and the number. So for each `arch` in the tests, all
 * numbers between two neighbouring constants take one way. Tests that mask the number divide it at other places too.
 * The first number of a range then stands for the whole range. That is a guess, and only the price depends on it.
 */
import { actionOf, WHOLE_WORD, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import { passes, topological } from '@seccompile/decision'
import type { Decision, TestNode } from '@seccompile/decision'
import { asksArgument } from '@seccompile/layout'
import type { PassContext } from '@seccompile/pass'
import { U32 } from '@seccompile/rules'
import { assertNever } from '@seccompile/shape'

const isAllow = (node: Decision): boolean => node.kind === 'verdict' && actionOf(node.verdict) === 'ALLOW'

/** The constants that tests of `word` compare with, and their upper neighbours; ascending. */
function starts(tests: readonly TestNode[], word: number): Uint32Array {
  const found = new Set([0])
  for (const test of tests) {
    if (test.word !== word) continue
    found.add(test.k)
    if (test.k < U32.max) found.add(test.k + 1)
  }
  // A typed array sorts numbers as numbers, and without calls of a function.
  return new Uint32Array(found).sort()
}

/** Calls at one node whose numbers are neighbours in a list. */
interface Stretch {
  readonly node: Decision
  /** The place of the first number in the list. */
  readonly from: number
  /** The place behind the last number. */
  readonly end: number
}

/** A number from which on, up to `nr`, every number takes the same way out of `test`. */
function firstAlike({ mask, op, k }: TestNode, nr: number): number {
  if (mask !== WHOLE_WORD) return nr
  switch (op) {
    case 'ge':
      return nr >= k ? k : 0
    case 'gt':
      return nr > k ? k + 1 : 0
    case 'eq':
      if (nr === k) return k
      return nr > k ? k + 1 : 0
    case 'set':
      return nr
    default:
      return assertNever(op)
  }
}

/** The place, from `from` to `last`, of the first number that is at least `least`; the number at `last` has to be one. */
function placeOf(numbers: Uint32Array, least: number, from: number, last: number): number {
  let low = from
  let high = last
  while (low < high) {
    const middle = (low + high) >>> 1
    if (numbers[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The nodes at which calls of `arch` first meet a test of a word other than `arch` and the number, in the order of
 * `numbers`.
 */
function stretchesOf(root: Decision, arch: number, numbers: Uint32Array): readonly Stretch[] {
  const found: Stretch[] = []
  const left: Stretch[] = [{ node: root, from: 0, end: numbers.length }]
  for (let stretch = left.pop(); stretch !== undefined; stretch = left.pop()) {
    const { node, from, end } = stretch
    if (node.kind === 'verdict' || (node.word !== WORD_ARCH && node.word !== WORD_NR)) {
      found.push(stretch)
      continue
    }
    if (node.word === WORD_ARCH) {
      left.push({ node: passes(node, arch) ? node.then : node.else, from, end })
      continue
    }
    // The loop goes down from the last number, because the walk takes the stretch first that was added last.
    for (let behind = end; behind > from;) {
      const nr = numbers[behind - 1]!
      const first = placeOf(numbers, firstAlike(node, nr), from, behind - 1)
      left.push({ node: passes(node, nr) ? node.then : node.else, from: first, end: behind })
      behind = first
    }
  }
  return found
}

/** The calls that reach the heaviest part of a decision. */
export interface AskedMost {
  /**
   * A ratio of two weights: of all calls of the heaviest `arch`, and of the calls that reach the part. It is 1 where all calls
   * of one `arch` reach the part, and more where fewer do. A part that several architectures share counts the calls of all
   * of them. The ratio is 0 where no call with weight reaches a part.
   */
  readonly ratio: number
  /**
   * The weight of a call that the part refuses with arguments of 0, against one that the part or a number allows: from 0 to 1.
   * It is 0 where all fates weigh the same: such weights tell nothing about arguments.
   */
  readonly refused: number
}

/** The calls that reach the heaviest part of the decision at `root`. */
export function askedMost(root: Decision, weigh: PassContext['weigh']): AskedMost {
  const tests = topological(root, asksArgument).filter((node) => node.kind === 'test')
  const numbers = starts(tests, WORD_NR)
  const asked = new Map<
    Decision,
    { readonly weight: number; readonly allowed: number; readonly refused: number }
  >()
  let most = 0
  for (const arch of starts(tests, WORD_ARCH)) {
    let total = 0
    for (const { node, from, end } of stretchesOf(root, arch, numbers)) {
      const fate = asksArgument(node) ? 'ask' : isAllow(node) ? 'allow' : 'deny'
      const range = { lo: numbers[from]!, hi: (numbers[end] ?? U32.max + 1) - 1 }
      const weight = weigh(arch, range, fate)
      total += weight
      if (fate !== 'ask') continue
      const before = asked.get(node)
      asked.set(node, {
        weight: (before?.weight ?? 0) + weight,
        allowed: (before?.allowed ?? 0) + weigh(arch, range, 'allow'),
        refused: (before?.refused ?? 0) + weigh(arch, range, 'deny'),
      })
    }
    most = Math.max(most, total)
  }
  let heaviest = { weight: 0, allowed: 0, refused: 0 }
  for (const part of asked.values()) if (part.weight > heaviest.weight) heaviest = part
  if (heaviest.weight === 0) return { ratio: 0, refused: 0 }
  const { weight, allowed, refused } = heaviest
  return {
    ratio: most / weight,
    refused: allowed === refused ? 0 : Math.min(1, refused / Math.max(allowed, weight)),
  }
}
