/* Pipelines with one pass more, less or replaced. */
import { fixpointOf, pipelineOf } from '@seccompile/pass'
import type { AnyPass, Pass } from '@seccompile/pass'

/** A place in a pipeline, beside the pass called `of`, or in its stead. */
export interface PassPlace {
  readonly kind: 'before' | 'after' | 'instead-of'
  readonly of: string
}

/** An edited pipeline; `misfit` where it would not lead from rules to a program, with the reason. */
export type EditedPipeline =
  | { readonly kind: 'fits'; readonly pass: Pass<'rules', 'program'> }
  | { readonly kind: 'misfit'; readonly reason: string }

/** The passes of `pass` that are not made of others, in their order. */
export function leavesOf(pass: AnyPass): readonly AnyPass[] {
  return pass.parts === undefined ? [pass] : pass.parts.flatMap(leavesOf)
}

/** `pass`, whose leaves are replaced by `edit`. A pipeline or fixpoint of which nothing is left is no pass. */
function edited(pass: AnyPass, edit: (leaf: AnyPass) => readonly AnyPass[]): readonly AnyPass[] {
  if (pass.parts === undefined) return edit(pass)
  const parts = pass.parts.flatMap((part) => edited(part, edit))
  if (parts.length === 0) return []
  return [pass.repeats === true ? fixpointOf(parts) : pipelineOf(pass.name, parts)]
}

function editedPipeline(pass: AnyPass, edit: (leaf: AnyPass) => readonly AnyPass[]): EditedPipeline {
  try {
    const [whole] = edited(pass, edit)
    if (whole?.from === 'rules' && whole.to === 'program')
      return { kind: 'fits', pass: whole as Pass<'rules', 'program'> } // the levels were just compared
    const leads = whole === undefined ? 'nothing is left of it' : `it leads from ${whole.from} to ${whole.to}`
    return { kind: 'misfit', reason: leads }
  } catch (error) {
    if (!(error instanceof Error && error.name === 'PassError')) throw error
    return { kind: 'misfit', reason: error.message.replace(`${pass.name}: `, '') }
  }
}

/** `pipeline` without the pass `name`. A pass that no pipeline works without is never left out. */
export function withoutPass(pipeline: AnyPass, name: string): EditedPipeline {
  const leaf = leavesOf(pipeline).find((one) => one.name === name)
  if (leaf?.required === true) return { kind: 'misfit', reason: `"${name}" is required` }
  return editedPipeline(pipeline, (one) => (one.name === name ? [] : [one]))
}

/** `pipeline` with `own` at `place`. */
export function withPass(pipeline: AnyPass, own: AnyPass, { kind, of }: PassPlace): EditedPipeline {
  const around = {
    before: (one: AnyPass) => [own, one],
    after: (one: AnyPass) => [one, own],
    'instead-of': () => [own],
  }
  return editedPipeline(pipeline, (one) => (one.name === of ? around[kind](one) : [one]))
}
