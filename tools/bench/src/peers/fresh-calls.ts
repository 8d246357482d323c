/* Kinds of policies without conditions on arguments: lists of calls, refused calls, and several actions. */
import { ALLOW, errno, KILL_PROCESS, LOG, TRAP } from '@seccompile/policy'
import type { Action } from '@seccompile/policy'
import type { RandomDraw } from './draw.ts'
import { allowList, denyList, NAMES, plainCalls, REFUSED, rule } from './fresh-kind.ts'
import type { FreshKind } from './fresh-kind.ts'

const LONGEST_RUN = 9
const MOST_ERRNO = 132

/** `count` runs of calls with neighbouring numbers. */
function runs(draw: RandomDraw, count: number): readonly string[] {
  const starts = draw.some(
    NAMES.map((_, place) => place),
    count,
  )
  const places = starts.flatMap((start) =>
    Array.from({ length: 2 + draw.below(LONGEST_RUN - 1) }, (_, i) => start + i),
  )
  return NAMES.filter((_, place) => places.includes(place))
}

/** A rule for each of `count` calls, with an action that `actionOf` draws. */
const each = (draw: RandomDraw, count: number, actionOf: (place: number) => Action) =>
  draw.some(NAMES, count).map((name, place) => rule(actionOf(place), [name]))

const anErrno = (draw: RandomDraw): Action => errno(2 + draw.below(MOST_ERRNO - 1))

/** The kinds of policies that test no argument. */
export const CALL_KINDS: readonly FreshKind[] = [
  {
    kind: 'calls at random',
    sizes: [3, 5, 8, 12, 20, 40, 80, 150, 250],
    policyOf: (size, draw) => allowList(plainCalls(draw, size)),
  },
  {
    kind: 'runs of calls',
    sizes: [2, 5, 10, 20],
    policyOf: (size, draw) => allowList(rule(ALLOW, runs(draw, size))),
  },
  {
    kind: 'the first calls',
    sizes: [10, 60],
    policyOf: (size) => allowList(rule(ALLOW, NAMES.slice(0, size))),
  },
  {
    kind: 'every second call',
    sizes: [40, 150],
    policyOf: (size) =>
      allowList(
        rule(
          ALLOW,
          NAMES.filter((_, i) => i % 2 === 0 && i < 2 * size),
        ),
      ),
  },
  {
    kind: 'refused calls',
    sizes: [1, 3, 6, 12, 25, 50],
    policyOf: (size, draw) => denyList(rule(REFUSED, draw.some(NAMES, size))),
  },
  {
    kind: 'an errno for each call',
    sizes: [3, 8, 20, 60],
    policyOf: (size, draw) => denyList(...each(draw, size, () => anErrno(draw))),
  },
  {
    kind: 'errnos beside allowed calls',
    sizes: [4, 12, 40],
    policyOf: (size, draw) =>
      allowList(...each(draw, size, (place) => (place % 3 === 2 ? anErrno(draw) : ALLOW))),
  },
  {
    kind: 'four actions',
    sizes: [8, 24, 80],
    policyOf: (size, draw) => ({
      defaultAction: KILL_PROCESS,
      rules: each(draw, size, () => [ALLOW, ALLOW, ALLOW, LOG, REFUSED, TRAP][draw.below(6)]!),
    }),
  },
]
