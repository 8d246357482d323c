/*
 * Reasons that keep calls out of the allow bitmap: the reasons of `cost()`. Reasons that differ only in the
 * instruction are joined.
 */
import type { Verdict } from '@seccompile/abi'
import { toneOf } from '../picture/tone.ts'
import type { Tone } from '../picture/tone.ts'

/** A call, and the reason that keeps it out of the allow bitmap: `CallCost` of `@seccompile/compiler` is one. */
export interface BitmapCall {
  readonly name: string
  readonly nr: number
  /** The verdict with all arguments 0. */
  readonly verdict: Verdict
  /** The reason that the kernel runs the filter for the call; `undefined` for a call in the allow bitmap. */
  readonly uncached?: { readonly pc?: number | undefined; readonly reason: string } | undefined
}

/** Calls that one reason keeps out of the allow bitmap. */
export interface ReasonGroup {
  /** The text in the cells of these calls: `1`. */
  readonly mark: string
  readonly tone: Tone
  readonly reason: string
  readonly calls: readonly BitmapCall[]
  /** The instructions at which the kernel's emulator gives up, in order of pc. */
  readonly pcs: readonly number[]
}

/**
 * The tone of a call that is not cached: that of its verdict if no argument is tested, else that of calls whose
 * arguments decide.
 */
const toneOfUncached = ({ verdict, uncached }: BitmapCall): Tone => {
  if (uncached?.reason.startsWith('returns ') === true) return toneOf(verdict)
  return uncached?.pc === undefined ? 'UNKNOWN' : 'DEPENDS'
}

/** The groups of `calls`, the largest first. */
export function reasonGroups(calls: readonly BitmapCall[]): readonly ReasonGroup[] {
  const groups = new Map<string, { readonly tone: Tone; readonly reason: string; readonly calls: BitmapCall[] }>()
  for (const call of calls) {
    if (call.uncached === undefined) continue
    const tone = toneOfUncached(call)
    const key = `${tone} ${call.uncached.reason}`
    const group = groups.get(key) ?? { tone, reason: call.uncached.reason, calls: [] }
    group.calls.push(call)
    groups.set(key, group)
  }
  return [...groups.values()]
    .toSorted((a, b) => b.calls.length - a.calls.length || (a.reason < b.reason ? -1 : 1))
    .map((group, i) => ({
      ...group,
      mark: String(i + 1),
      pcs: [...new Set(group.calls.flatMap(({ uncached }) => uncached?.pc ?? []))].toSorted((a, b) => a - b),
    }))
} // prettier-ignore
