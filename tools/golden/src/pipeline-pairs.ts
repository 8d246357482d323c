/* The named pipelines with a pass and without it. */
import { pipelines } from '@seccompile/compiler'
import type { PipelineName } from '@seccompile/compiler'
import type { AnyPass, Pass } from '@seccompile/pass'
import { leavesOf, withoutPass, withPass } from './edit-pipeline.ts'
import type { PassPlace } from './edit-pipeline.ts'

/** The names of the named pipelines. */
export const PIPELINES: readonly PipelineName[] = Object.keys(pipelines) as PipelineName[] // the keys of its type

/** A named pipeline with a pass and without it, or the reason why there is no such pair. */
export type PipelinePair =
  | {
      readonly kind: 'pair'
      readonly pipeline: PipelineName
      readonly insnCost: number
      readonly with: Pass<'rules', 'program'>
      readonly without: Pass<'rules', 'program'>
    }
  /** The pipeline does not have the pass, or not the pass of the place. */
  | { readonly kind: 'absent'; readonly pipeline: PipelineName; readonly reason: string }
  | { readonly kind: 'misfit'; readonly pipeline: PipelineName; readonly reason: string }

/** The names of all passes of named pipelines. */
export const pipelinePassNames = (): readonly string[] => [
  ...new Set(PIPELINES.flatMap((name) => leavesOf(pipelines[name].pass).map((leaf) => leaf.name))),
]

/**
 * The pair of the pipeline `name`. Without `place`, the pass is that of the pipeline, and the pair is the pipeline and what
 * remains of it. With `place`, the pair is the pipeline with the pass there, and the pipeline.
 */
export function pipelinePair(name: PipelineName, pass: AnyPass, place: PassPlace | undefined): PipelinePair {
  const { pass: whole, insnCost } = pipelines[name]
  const wanted = place?.of ?? pass.name
  if (!leavesOf(whole).some((leaf) => leaf.name === wanted))
    return { kind: 'absent', pipeline: name, reason: `it has no ${wanted}` }
  const edited = place === undefined ? withoutPass(whole, pass.name) : withPass(whole, pass, place)
  if (edited.kind === 'misfit') return { pipeline: name, ...edited }
  const sides =
    place === undefined ? { with: whole, without: edited.pass } : { with: edited.pass, without: whole }
  return { kind: 'pair', pipeline: name, insnCost, ...sides }
}
