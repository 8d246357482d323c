/*
 * The named pipelines: passes from rules to a program, and a price for size. They are data: a pipeline of one's own is
 * another entry.
 */
import { fixpoint, pipeline } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { argChains } from '@seccompile/pass-arg-chains'
import { bst } from '@seccompile/pass-bst'
import { deadCode } from '@seccompile/pass-dead-code'
import { dedupe } from '@seccompile/pass-dedupe'
import { linear } from '@seccompile/pass-linear'
import { lower } from '@seccompile/pass-lower'
import { mergeRanges } from '@seccompile/pass-merge-ranges'
import { redundantLoads } from '@seccompile/pass-redundant-loads'
import { sort } from '@seccompile/pass-sort'
import { threadJumps } from '@seccompile/pass-thread-jumps'

/** A pipeline with a name. */
export interface NamedPipeline {
  /** One line for people. */
  readonly summary: string
  readonly pass: Pass<'rules', 'program'>
  /** See `PassContext.insnCost`. */
  readonly insnCost: number
}

/**
 * `speed` the fewest instructions executed, and of those layouts the smallest; `size` few instructions, for which calls
 * pay: each that is saved may cost an eighth of an executed one in the mean (ADR 0012); `list` the best filter without a
 * search tree; `none` a comparison a call, in the policy's order.
 */
export type PipelineName = 'speed' | 'size' | 'list' | 'none'

const polish = fixpoint([threadJumps, redundantLoads, deadCode])
/** What an instruction costs that may make calls slower by an eighth of an executed one. */
const EIGHTH = 2 ** -3

/** The named pipelines by name. */
export const pipelines: Readonly<Record<PipelineName, NamedPipeline>> = Object.freeze({
  speed: {
    summary: 'search trees with the fewest instructions executed for an allowed call',
    pass: pipeline('speed', [bst, argChains, lower, polish]),
    insnCost: 2 ** -11,
  },
  size: {
    summary: 'search trees with few instructions, one worth an eighth of one that every call executes',
    pass: pipeline('size', [bst, argChains, lower, polish]),
    insnCost: EIGHTH,
  },
  list: {
    summary: 'ranges one after the other, those first that many calls need and few tests find',
    // `sort` after `merge-ranges`, which makes the rules that are weighed.
    pass: pipeline('list', [
      dedupe,
      mergeRanges,
      sort,
      linear,
      argChains,
      lower,
      fixpoint([threadJumps, deadCode]),
    ]),
    insnCost: EIGHTH,
  },
  none: {
    summary: 'one comparison a call, in the order of the policy',
    pass: pipeline('none', [linear, lower]),
    insnCost: 0,
  },
})

/** The pipeline that is used unless told. */
export const DEFAULT_PIPELINE: PipelineName = 'speed'

/** Whether `text` names a pipeline. */
export function isPipelineName(text: string): text is PipelineName {
  return Object.hasOwn(pipelines, text)
}

/** The passes that `wanted` stands for, a name or passes of one's own, and their price: the default's for one's own. */
export function chosenPipeline(
  wanted: PipelineName | NamedPipeline['pass'] = DEFAULT_PIPELINE,
): Pick<NamedPipeline, 'pass' | 'insnCost'> {
  if (typeof wanted === 'string') return pipelines[wanted]
  return { pass: wanted, insnCost: pipelines[DEFAULT_PIPELINE].insnCost }
}
