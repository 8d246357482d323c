/*
 * The named pipelines. Each has passes from rules to a program, and perhaps a goal.
 */
import { fixpoint, pipeline, pipelineText } from '@seccompile/pass'
import type { AnyPass, Pass } from '@seccompile/pass'
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
import { expectObject } from '@seccompile/shape'
import { goals } from './goals.ts'
import type { GoalName } from './goals.ts'

/** A pipeline with a name. */
export interface NamedPipeline {
  /** One line for people. */
  readonly summary: string
  readonly pass: Pass<'rules', 'program'>
  /** The goal for which candidates are compared. Without one, the passes run once. */
  readonly goal?: GoalName
  /** The price of an instruction in a run: that of the goal where there is one. See `PassContext.insnCost`. */
  readonly insnCost: number
}

/**
 * `speed`: the fewest executed instructions, and among such layouts the smallest. `size`: few instructions; to save
 * one, a call may execute up to an eighth of an instruction more on average (ADR 0012). `smallest`: the shortest
 * filter, as a tree or as a list. `list`: the best filter without a search tree. `none`: one comparison for each call, in the order of the policy.
 */
export type PipelineName = 'speed' | 'size' | 'smallest' | 'list' | 'none'

const polish = fixpoint([threadJumps, redundantLoads, deadCode])

/** The named pipelines by name. */
export const pipelines: Readonly<Record<PipelineName, NamedPipeline>> = Object.freeze({
  speed: {
    summary: 'search trees with the fewest instructions executed for an allowed call',
    pass: pipeline('speed', [bst, argChains, lower, polish]),
    goal: 'speed',
    insnCost: goals.speed.insnCost,
  },
  size: {
    summary: 'search trees with few instructions: one counts as much as an eighth of an executed one',
    pass: pipeline('size', [bst, argChains, lower, polish]),
    goal: 'size',
    insnCost: goals.size.insnCost,
  },
  smallest: {
    summary: 'the shortest filter, as search trees or as a list; of such filters the fastest',
    pass: pipeline('smallest', [bst, argChains, lower, polish]),
    goal: 'smallest',
    insnCost: goals.smallest.insnCost,
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
    insnCost: goals.size.insnCost,
  },
  none: {
    summary: 'one comparison for each call, in the order of the policy',
    pass: pipeline('none', [linear, lower]),
    insnCost: goals.speed.insnCost, // neither pass reads the price
  },
})

/** The pipeline that is used by default. */
export const DEFAULT_PIPELINE: PipelineName = 'speed'

/** Whether `text` names a pipeline. */
export function isPipelineName(text: string): text is PipelineName {
  return Object.hasOwn(pipelines, text)
}

/** The passes of a run, perhaps a goal, and the price of an instruction. */
export type ChosenPipeline = Omit<NamedPipeline, 'summary'>

/**
 * The pipeline that `wanted` names, or `wanted` itself. With `goal`, the pipeline takes part in the choice for that
 * goal, at its price. A pipeline of your own without a goal has the price of the default pipeline.
 */
export function chosenPipeline(
  wanted: PipelineName | NamedPipeline['pass'] = DEFAULT_PIPELINE,
  goal?: GoalName,
): ChosenPipeline {
  const { pass, ...own } =
    typeof wanted === 'string'
      ? pipelines[wanted]
      : { pass: wanted, insnCost: pipelines[DEFAULT_PIPELINE].insnCost }
  return goal === undefined ? { pass, ...own } : { pass, goal, insnCost: goals[goal].insnCost }
}

/**
 * The options of the command that stand for the name of `named`: `--passes LIST --goal GOAL`, and a price where
 * neither the goal nor the default gives one.
 */
export function pipelineOptions(named: ChosenPipeline): readonly string[] {
  expectObject(named, 'named', 'pass', 'insnCost')
  const { pass, goal, insnCost } = named
  const isOwnPrice = goal === undefined && insnCost !== pipelines[DEFAULT_PIPELINE].insnCost
  return [
    '--passes',
    pipelineText(pass),
    ...(goal === undefined ? [] : ['--goal', goal]),
    ...(isOwnPrice ? ['--insn-cost', String(insnCost)] : []),
  ]
}

/** The passes that `pass` runs one after the other: its parts, or itself. */
export function listOfPasses(pass: AnyPass): readonly AnyPass[] {
  return pass.parts === undefined || pass.repeats === true ? [pass] : pass.parts
}

/** Whether two passes are one, or are made of the same passes in the same way. */
export function isAlike(a: AnyPass, b: AnyPass): boolean {
  if (a === b) return true
  const [left, right] = [a.parts, b.parts]
  if (left === undefined || right === undefined || a.repeats !== b.repeats) return false
  return left.length === right.length && left.every((part, i) => isAlike(part, right[i]!))
}

/**
 * Whether `pass` consists of the passes of `speed` and `size`. It need not be the same list: `--passes` makes a list
 * of its own.
 */
export function isSearching(pass: AnyPass): boolean {
  return isAlike(pass, pipelines.speed.pass)
}
