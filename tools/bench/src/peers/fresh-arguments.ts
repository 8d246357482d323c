/* Kinds of policies with conditions on arguments: sets, masks, orders, ranges, and several arguments of a call. */
import { ALLOW, arg, errno } from '@seccompile/policy'
import type { ArgIndex, PolicyRule } from '@seccompile/policy'
import type { RandomDraw } from './draw.ts'
import { allowing, allowList, denyList, NAMES, plainCalls, REFUSED, rule } from './fresh-kind.ts'
import type { FreshKind } from './fresh-kind.ts'

const U64_WORD = 2n ** 32n
/** Few calls that are allowed whatever their arguments, and many. */
const [FEW, MANY] = [5, 40]

/** `count` different values of 64 bits. */
function wide(draw: RandomDraw, count: number): readonly bigint[] {
  const highs = draw.words(count)
  return highs.map((high) => BigInt(high) * U64_WORD + BigInt(draw.words(1)[0]!))
}

/** `count` different bits of a low word, as a number. */
const bits = (draw: RandomDraw, count: number): number =>
  draw
    .some(
      Array.from({ length: 31 }, (_, i) => i),
      count,
    )
    .reduce((sum, bit) => sum + 2 ** bit, 0)

/** A policy of some plain calls and `rules`, none of which is for a plain call. */
function beside(draw: RandomDraw, count: number, rules: readonly PolicyRule[]) {
  const own = rules.flatMap(({ names }) => names.map(({ name }) => name))
  return allowList(plainCalls(draw, count, own), ...rules)
}

const index = (draw: RandomDraw): ArgIndex => draw.below(4) as ArgIndex // 0 to 3

/** One rule of a call with conditions, as profiles have them: a set, flags, one value, an order. */
function usual(draw: RandomDraw, name: string): PolicyRule {
  const [at, count] = [index(draw), 1 + draw.below(6)]
  switch (draw.below(5)) {
    case 0:
      return allowing(name, arg(at).in(...draw.words(count)))
    case 1:
      return allowing(name, arg(at).maskedEq(bits(draw, 1 + draw.below(4)), 0))
    case 2:
      return allowing(name, arg(at).eq(draw.below(64)))
    case 3:
      return allowing(name, arg(at).lt(1 + draw.below(4096)))
    default:
      return allowing(
        name,
        arg(at).eq(draw.below(32)),
        arg(((at + 1) % 4) as ArgIndex).in(...draw.words(count)),
      )
  }
}

const usualFor = (draw: RandomDraw, count: number): readonly PolicyRule[] =>
  draw.some(NAMES, count).map((name) => usual(draw, name))

const SETS: readonly FreshKind[] = [
  {
    kind: 'values of ioctl',
    sizes: [2, 5, 10, 30, 60, 300, 1000],
    policyOf: (size, draw) => beside(draw, FEW, [allowing('ioctl', arg(1).in(...draw.words(size)))]),
  },
  {
    kind: 'values of ioctl beside 40 calls',
    sizes: [5, 30],
    policyOf: (size, draw) => beside(draw, MANY, [allowing('ioctl', arg(1).in(...draw.words(size)))]),
  },
  {
    kind: 'values of 64 bits',
    sizes: [4, 40],
    policyOf: (size, draw) => beside(draw, FEW, [allowing('keyctl', arg(1).in(...wide(draw, size)))]),
  },
  {
    kind: 'low values with holes',
    sizes: [4, 12],
    policyOf: (size, draw) => {
      const values = draw.some(
        Array.from({ length: 2 * size }, (_, i) => i),
        size,
      )
      return beside(draw, FEW, [allowing('madvise', arg(2).in(...values))])
    },
  },
  {
    kind: 'values of several calls',
    sizes: [3, 8],
    policyOf: (size, draw) =>
      beside(
        draw,
        MANY,
        draw
          .some(NAMES, size)
          .map((name) => allowing(name, arg(index(draw)).in(...draw.words(3 + draw.below(18))))),
      ),
  },
  {
    kind: 'refused values',
    sizes: [1, 5, 30],
    policyOf: (size, draw) => denyList(rule(REFUSED, ['ioctl'], arg(1).in(...draw.words(size)))),
  },
  {
    kind: 'an errno for each value',
    sizes: [4, 16],
    policyOf: (size, draw) =>
      allowList(...draw.words(size).map((value, i) => rule(errno(2 + i), ['prctl'], arg(0).eq(value)))),
  },
]

const MASKS: readonly FreshKind[] = [
  {
    kind: 'flags that are clear',
    sizes: [1, 4, 12],
    policyOf: (size, draw) =>
      beside(
        draw,
        FEW,
        draw
          .some(NAMES, size)
          .map((name) => allowing(name, arg(index(draw)).maskedEq(bits(draw, 1 + draw.below(5)), 0))),
      ),
  },
  {
    kind: 'values under a mask',
    sizes: [2, 6, 20],
    policyOf: (size, draw) =>
      beside(draw, FEW, [
        ...Array.from({ length: size }, () => {
          const mask = bits(draw, 3 + draw.below(4))
          return allowing('fcntl', arg(1).maskedEq(mask, draw.words(1)[0]!))
        }),
      ]),
  },
  {
    kind: 'masks of 64 bits',
    sizes: [1, 3],
    policyOf: (size, draw) =>
      beside(
        draw,
        FEW,
        draw
          .some(NAMES, size)
          .map((name) =>
            allowing(
              name,
              arg(index(draw)).maskedEq(BigInt(bits(draw, 3)) * U64_WORD + BigInt(bits(draw, 3)), 0),
            ),
          ),
      ),
  },
  {
    kind: 'one flag of several is set',
    sizes: [3],
    policyOf: (size, draw) =>
      beside(
        draw,
        FEW,
        Array.from({ length: size }, (_, i) =>
          allowing('clone', arg(0).maskedEq(2 ** (7 * i + 3), 2 ** (7 * i + 3))),
        ),
      ),
  },
]

const ORDERS: readonly FreshKind[] = [
  {
    kind: 'values below a bound',
    sizes: [1, 5],
    policyOf: (size, draw) =>
      beside(draw, FEW, draw.some(NAMES, size).map((name) => allowing(name, arg(index(draw)).lt(1 + draw.below(2 ** 20))))), // prettier-ignore
  },
  {
    kind: 'values from a bound of 64 bits on',
    sizes: [1, 3],
    policyOf: (size, draw) =>
      beside(draw, FEW, draw.some(NAMES, size).map((name) => allowing(name, arg(index(draw)).ge(wide(draw, 1)[0]!)))), // prettier-ignore
  },
  {
    kind: 'ranges of an argument',
    sizes: [1, 4, 12],
    policyOf: (size, draw) => {
      const edges = draw.words(2 * size)
      const ranges = Array.from({ length: size }, (_, i) => [edges[2 * i]!, edges[2 * i + 1]!] as const)
      return beside(draw, FEW, [allowing('ioctl', arg(1).in(...ranges))])
    },
  },
  {
    kind: 'all values but one',
    sizes: [1, 4],
    policyOf: (size, draw) =>
      beside(draw, FEW, draw.some(NAMES, size).map((name) => allowing(name, arg(index(draw)).ne(draw.words(1)[0]!)))), // prettier-ignore
  },
]

const SEVERAL: readonly FreshKind[] = [
  {
    kind: 'pairs of values',
    sizes: [4, 16, 48],
    policyOf: (size, draw) =>
      beside(
        draw,
        FEW,
        Array.from({ length: size }, (_, i) =>
          allowing('socket', arg(0).eq(Math.floor(i / 2)), arg(1).eq(draw.below(8) + 8 * (i % 2))),
        ),
      ),
  },
  {
    kind: 'products of two sets',
    sizes: [2, 4],
    policyOf: (size, draw) =>
      beside(draw, FEW, [allowing('prctl', arg(0).in(...draw.words(size)), arg(1).in(...draw.words(size)))]),
  },
  {
    kind: 'three arguments',
    sizes: [3, 10],
    policyOf: (size, draw) =>
      beside(
        draw,
        FEW,
        Array.from({ length: size }, (_, i) =>
          allowing('socket', arg(0).eq(i), arg(1).eq(1 + draw.below(5)), arg(2).eq(draw.below(3))),
        ),
      ),
  },
  {
    kind: 'conditions of many calls',
    sizes: [5, 20, 60],
    policyOf: (size, draw) => allowList(...usualFor(draw, size)),
  },
  {
    kind: 'a profile with conditions',
    sizes: [6, 14],
    policyOf: (size, draw) => beside(draw, 150, usualFor(draw, size)),
  },
  {
    kind: 'ioctl, fcntl and prctl',
    sizes: [20, 60],
    policyOf: (size, draw) =>
      beside(draw, MANY, [
        allowing('ioctl', arg(1).in(...draw.words(size))),
        allowing('fcntl', arg(1).in(1, 2, 3, 4, 1030, 1033, 1034)),
        allowing('prctl', arg(0).in(...draw.words(8))),
        rule(ALLOW, ['madvise'], arg(2).in(4, 8, 9, 12, 16)),
      ]),
  },
]

/** The kinds of policies that test arguments. */
export const ARGUMENT_KINDS: readonly FreshKind[] = [...SETS, ...MASKS, ...ORDERS, ...SEVERAL]
