/* Finds equal tests by a hash, since keys of text would take most of the time of making a node. */
import type { Test, TestNode } from './node.ts'

/** Numbers for the operators in a hash. */
const OPERATORS: Readonly<Record<Test['op'], number>> = { eq: 1, gt: 2, ge: 3, set: 4 }

/**
 * A 30-bit hash of a test and the numbers of its children. The multipliers are odd constants without pattern (Knuth,
 * TAOCP 3, 6.4).
 */
export function hashOf({ word, mask, op, k }: Test, then: number, otherwise: number): number {
  let hash = Math.imul(k ^ Math.imul(mask, 0x9e37_79b1), 0x85eb_ca6b) ^ (word + (OPERATORS[op] << 4))
  hash = Math.imul(hash ^ (hash >>> 15) ^ then, 0xc2b2_ae35)
  hash = Math.imul(hash ^ (hash >>> 13) ^ otherwise, 0x2c1b_3c6d)
  return (hash ^ (hash >>> 16)) >>> 2
}

/** A 16-bit hash of a verdict. */
export function hashOfVerdict(verdict: number): number {
  return Math.imul(verdict ^ (verdict >>> 16), 0x9e37_79b1) >>> 16
}

/** Whether two tests ask the same question and lead to the same nodes. */
export function isAlike(one: Omit<TestNode, 'kind'>, other: Omit<TestNode, 'kind'>): boolean {
  return (
    one.k === other.k &&
    one.then === other.then &&
    one.else === other.else &&
    one.word === other.word &&
    one.mask === other.mask &&
    one.op === other.op
  )
}
