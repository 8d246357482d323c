/*
 * How often calls reach the heaviest part of a decision.
 *
 * Until a call reaches a part, tests ask `arch` and the number. So for each `arch` that the decision tells
 * apart, all numbers between two neighbouring constants take one way. Tests that mask the number divide it at
 * other places too. The first number of a range then stands for the whole range. That is a guess, and only the
 * price depends on it.
 */
import { actionOf, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import { passes, topological } from '@seccompile/decision'
import type { Decision, TestNode } from '@seccompile/decision'
import { asksArgument } from '@seccompile/layout'
import type { PassContext } from '@seccompile/pass'
import { U32 } from '@seccompile/rules'

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

/** Where a call of `arch` and `nr` first asks something else. */
function reached(root: Decision, arch: number, nr: number): Decision {
  let at = root
  while (at.kind === 'test' && (at.word === WORD_ARCH || at.word === WORD_NR))
    at = passes(at, at.word === WORD_ARCH ? arch : nr) ? at.then : at.else
  return at
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
    numbers.forEach((lo, i) => {
      const hi = (numbers[i + 1] ?? U32.max + 1) - 1
      const part = reached(root, arch, lo)
      if (!asksArgument(part)) {
        total += weigh(arch, { lo, hi }, isAllow(part) ? 'allow' : 'deny')
        return
      }
      const weight = weigh(arch, { lo, hi }, 'ask')
      total += weight
      const before = asked.get(part)
      asked.set(part, {
        weight: (before?.weight ?? 0) + weight,
        allowed: (before?.allowed ?? 0) + weigh(arch, { lo, hi }, 'allow'),
        refused: (before?.refused ?? 0) + weigh(arch, { lo, hi }, 'deny'),
      })
    })
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
