/*
 * Presets are pipelines with a name, and a price for size. They are data: a pipeline of one's own is another entry.
 */
import { fixpoint, pipeline } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { argChains } from '@seccompile/pass-arg-chains'
import { bst } from '@seccompile/pass-bst'
import { deadCode } from '@seccompile/pass-dead-code'
import { linear } from '@seccompile/pass-linear'
import { lower } from '@seccompile/pass-lower'
import { redundantLoads } from '@seccompile/pass-redundant-loads'
import { threadJumps } from '@seccompile/pass-thread-jumps'

/** How to compile, by name. */
export interface Preset {
  /** One line for people. */
  readonly summary: string
  readonly pipeline: Pass<'rules', 'program'>
  /** See `PassContext.insnCost`. */
  readonly insnCost: number
}

/**
 * `none` a comparison a call, in the policy's order; `speed` the fewest executed, and of those layouts the smallest;
 * `size` few instructions, for which calls pay: each that is saved may cost an eighth of an executed one in the mean
 * (ADR 0012).
 */
export type PresetName = 'none' | 'size' | 'speed'

const polish = fixpoint([threadJumps, redundantLoads, deadCode])

/** The presets by name. */
export const presets: Readonly<Record<PresetName, Preset>> = Object.freeze({
  none: {
    summary: 'one comparison a call, in the order of the policy',
    pipeline: pipeline('none', [linear, lower]),
    insnCost: 0,
  },
  size: {
    summary: 'search trees with few instructions, one worth an eighth of one that every call executes',
    pipeline: pipeline('size', [bst, argChains, lower, polish]),
    insnCost: 2 ** -3,
  },
  speed: {
    summary: 'search trees with the fewest instructions executed for an allowed call',
    pipeline: pipeline('speed', [bst, argChains, lower, polish]),
    insnCost: 2 ** -11,
  },
})

/** The preset that is used unless told. */
export const DEFAULT_PRESET: PresetName = 'speed'

/** Whether `text` names a preset. */
export function isPresetName(text: string): text is PresetName {
  return Object.hasOwn(presets, text)
}
