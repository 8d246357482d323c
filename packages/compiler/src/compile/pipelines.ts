/*
 * The named pipelines. Each has passes from rules to a program, and the price of an instruction.
 */
import { definePass, fixpoint, pipeline } from '@seccompile/pass'
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
 * `speed`: the fewest executed instructions, and the smallest of such layouts. `size`: few instructions; to save one,
 * a call may execute up to an eighth of an instruction more on average (ADR 0012). `list`: the best filter without a
 * search tree. `none`: one comparison for each call, in the order of the policy.
 */
export type PipelineName = 'speed' | 'size' | 'list' | 'none'

const polish = fixpoint([threadJumps, redundantLoads, deadCode])
/** The price where one instruction of the program counts as much as an eighth of an executed one. */
const EIGHTH = 2 ** -3

/**
 * The pipeline `name`, which lays the tests of arguments out as if an instruction had the price `insnCost`; see
 * `PassContext.insnCost`. The search among numbers has the price of the run.
 */
export function withArgumentsAt(insnCost: number, name: 'speed' | 'size'): NamedPipeline['pass'] {
  const priced = definePass({ ...argChains, run: (root, run) => argChains.run(root, { ...run, insnCost }) })
  return pipeline(name, [bst, priced, lower, polish])
}

/** The named pipelines by name. */
export const pipelines: Readonly<Record<PipelineName, NamedPipeline>> = Object.freeze({
  speed: {
    summary: 'search trees with the fewest instructions executed for an allowed call',
    pass: pipeline('speed', [bst, argChains, lower, polish]),
    insnCost: 2 ** -11,
  },
  size: {
    summary: 'search trees with few instructions: one counts as much as an eighth of an executed one',
    pass: pipeline('size', [bst, argChains, lower, polish]),
    insnCost: EIGHTH,
  },
  list: {
    summary: 'ranges one after the other: first those that many calls need and few tests find',
    // `sort` after `merge-ranges`: `sort` weighs the rules that `merge-ranges` makes.
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
    summary: 'one comparison for each call, in the order of the policy',
    pass: pipeline('none', [linear, lower]),
    insnCost: 0,
  },
})

/** The pipeline that is used by default. */
export const DEFAULT_PIPELINE: PipelineName = 'speed'

/** Whether `text` names a pipeline. */
export function isPipelineName(text: string): text is PipelineName {
  return Object.hasOwn(pipelines, text)
}

/** The pass and the price that `wanted` names. A pipeline of your own has the price of the default pipeline. */
export function chosenPipeline(
  wanted: PipelineName | NamedPipeline['pass'] = DEFAULT_PIPELINE,
): Pick<NamedPipeline, 'pass' | 'insnCost'> {
  if (typeof wanted === 'string') return pipelines[wanted]
  return { pass: wanted, insnCost: pipelines[DEFAULT_PIPELINE].insnCost }
}
