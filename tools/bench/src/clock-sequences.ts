/*
 * The calls that the clock of filters plays: recorded calls of programs, in their order, and calls drawn at random.
 *
 * A draw is the worst case for a branch predictor, and no program makes such calls. Draws come from a generator that is the same
 * in every run.
 */
import type { NativeCall } from '@seccompile/clock'
import { calls as callsOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { RECORDED_NAMES, recording, syscallFrequencies } from '@seccompile/vectors'
import type { TracedCall } from '@seccompile/vectors'

/** Calls in their order. */
export interface Sequence {
  readonly name: string
  /** `replay`: a recorded order; `draw`: a random one. */
  readonly kind: 'replay' | 'draw'
  readonly calls: readonly NativeCall[]
}

/** Calls in a slice. Each slice is timed by itself, and a sequence is a whole number of slices. */
export const SLICE = 256
/** Calls of a draw: too many for a branch predictor to learn their order. */
const DRAWN = 32 * SLICE
/** Calls that the kernel runs whatever a filter says. @see kernel/seccomp.c: seccomp_uprobe_exception() */
const NEVER_FILTERED: ReadonlySet<number> = new Set([335, 336])

const nativeCall = ({ nr, args }: TracedCall): NativeCall => ({ nr, args: args.map(BigInt) })

/** The recorded sequences, each cut to a whole number of slices. */
export function replays(): readonly Sequence[] {
  return RECORDED_NAMES.map((name): Sequence => {
    const calls = recording(name).calls.map(nativeCall)
    return { name, kind: 'replay', calls: calls.slice(0, Math.floor(calls.length / SLICE) * SLICE) }
  })
}

/** A source of random numbers from 0 to below 1, by xorshift32 (Marsaglia 2003). */
function randomSource(): () => number {
  let state = 0x9e37_79b9
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** A sequence of calls drawn from `from` with their weights; each has arguments 0. */
function draw(name: string, from: readonly { readonly nr: number; readonly weight: number }[]): Sequence {
  const total = from.reduce((sum, { weight }) => sum + weight, 0)
  const random = randomSource()
  const calls = Array.from({ length: DRAWN }, (): NativeCall => {
    let rest = random() * total
    return { nr: (from.find(({ weight }) => (rest -= weight) < 0) ?? from.at(-1)!).nr }
  })
  return { name, kind: 'draw', calls }
}

/** Numbers of a policy on one ABI, from which draws are made. */
export interface DrawnFrom {
  /** Numbers that the policy allows with all arguments 0. */
  readonly allowed: ReadonlySet<number>
  /** Numbers that the policy names and that no allow bitmap holds. */
  readonly neverCached: ReadonlySet<number>
}

/** The draws of calls of `abi`. */
export function draws(abi: AbiTable, { allowed, neverCached }: DrawnFrom): readonly Sequence[] {
  const timeable = callsOf(abi).filter(({ nr }) => !NEVER_FILTERED.has(nr))
  const [taken, refused] = [true, false].map((is) => timeable.filter(({ nr }) => allowed.has(nr) === is))
  const shares = syscallFrequencies()
  const alike = ({ nr }: { readonly nr: number }): { readonly nr: number; readonly weight: number } => ({
    nr,
    weight: 1,
  })
  return [
    draw('allowed, alike', taken!.map(alike)),
    draw(
      'allowed, by frequency',
      taken!.map(({ nr, name }) => ({ nr, weight: shares[name] ?? 0 })),
    ),
    draw('refused, alike', refused!.map(alike)),
    ...(neverCached.size === 0
      ? []
      : [
          draw(
            'never cached, alike',
            [...neverCached].map((nr) => ({ nr, weight: 1 })),
          ),
        ]),
  ]
}
