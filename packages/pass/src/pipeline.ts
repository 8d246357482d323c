/*
 * Pipelines: a list of passes is a pass.
 *
 * The types check a list element by element: each pass must take the level that the elements before it yield.
 * The list is compared with an expected type. In that type, a sentence stands in place of an element that does
 * not fit. So TypeScript reports this sentence at the element, instead of a long error about tuples at the
 * call.
 */
import { expectList, expectText } from '@seccompile/shape'
import { PassError } from './pass-error.ts'
import type { AnyPass, IrByLevel, Level, Pass } from './pass.ts'

/** The list `Passes`; a sentence replaces the first element that does not take the level reached before it. */
export type PassChain<
  Passes extends readonly AnyPass[],
  At extends Level = FirstLevel<Passes>,
  Done extends readonly unknown[] = [],
> = Passes extends readonly [infer Head extends AnyPass, ...infer Tail extends readonly AnyPass[]]
  ? Head['from'] extends At
    ? PassChain<Tail, Head['to'], [...Done, Head]>
    : readonly [...Done, `"${Head['name']}" takes ${Head['from']} IR, but the pipeline is at ${At}`, ...Tail]
  : Done

/** The level that the first of `Passes` takes. */
export type FirstLevel<Passes extends readonly AnyPass[]> = Passes extends readonly [
  infer Head extends AnyPass,
  ...AnyPass[],
]
  ? Head['from']
  : Level

/** The level that the last of `Passes` yields. */
export type LastLevel<Passes extends readonly AnyPass[]> = Passes extends readonly [
  ...AnyPass[],
  infer Last extends AnyPass,
]
  ? Last['to']
  : Level

/** The most rounds of a fixpoint. A fixpoint that needs more rounds probably never settles. */
const MAX_ROUNDS = 64

/**
 * @throws PassError `E_PIPELINE` where `passes` is empty, or a pass does not take the level that the one before
 * it yields
 */
function checkChain(name: string, passes: readonly AnyPass[]): { readonly from: Level; readonly to: Level } {
  const [first] = passes
  if (first === undefined) throw new PassError('E_PIPELINE', name, 'has no passes')
  let at = first.from
  for (const pass of passes) {
    if (pass.from !== at)
      throw new PassError(
        'E_PIPELINE',
        name,
        `"${pass.name}" takes ${pass.from} IR, but the pipeline is at ${at}`,
      )
    at = pass.to
  }
  return { from: first.from, to: at }
}

/**
 * {@link pipeline} for a list whose levels are only known at run time.
 * @throws PassError `E_PIPELINE` where it is empty, or levels do not meet
 */
export function pipelineOf(name: string, passes: readonly AnyPass[]): AnyPass {
  expectText(name, 'name')
  expectList(passes, 'passes', 'name', 'from', 'to', 'run')
  const { from, to } = checkChain(name, passes)
  return Object.freeze({
    name,
    from,
    to,
    summary: `runs ${passes.map((pass) => pass.name).join(', ')}`,
    parts: Object.freeze([...passes]),
    run(ir, context) {
      return passes.reduce<IrByLevel[Level]>((current, pass) => context.run(pass, current), ir)
    },
  } satisfies AnyPass)
}

/**
 * The pass that runs `passes` in order. A list whose levels do not meet is a type error at the element that
 * does not fit. In JavaScript it throws.
 * @throws PassError `E_PIPELINE` where it is empty, or levels do not meet
 */
export function pipeline<const Passes extends readonly AnyPass[], const Name extends string>(
  name: Name,
  passes: Passes & PassChain<Passes>,
): Pass<FirstLevel<Passes>, LastLevel<Passes>, Name> {
  // PassChain<Passes> has checked these levels.
  return pipelineOf(name, passes) as Pass<FirstLevel<Passes>, LastLevel<Passes>, Name>
}

/**
 * {@link fixpoint} for a list whose levels are only known at run time.
 * @throws PassError `E_PIPELINE` where it is empty, or does not end at the level where it begins
 */
export function fixpointOf(passes: readonly AnyPass[]): AnyPass {
  expectList(passes, 'passes', 'name', 'from', 'to', 'run')
  const name = `fixpoint(${passes.map((pass) => pass.name).join(',')})`
  const { from, to } = checkChain(name, passes)
  if (from !== to)
    throw new PassError('E_PIPELINE', name, `leads from ${from} to ${to} IR and cannot be repeated`)
  return Object.freeze({
    name,
    from,
    to,
    summary: `repeats ${passes.map((pass) => pass.name).join(', ')} until nothing changes`,
    parts: Object.freeze([...passes]),
    repeats: true,
    run(ir, context) {
      let current = ir
      for (let round = 0; round < MAX_ROUNDS; round += 1) {
        const next = passes.reduce<IrByLevel[Level]>((value, pass) => context.run(pass, value), current)
        if (next === current) return current
        current = next
      }
      throw new PassError('E_PASS_FIXPOINT', name, `has not settled after ${MAX_ROUNDS} rounds`, {
        before: ir,
      })
    },
  } satisfies AnyPass)
}

/**
 * The pass that repeats `passes`, all of one level, until a round returns the object it was given.
 * @throws PassError `E_PIPELINE` where levels do not meet; its `run` throws `E_PASS_FIXPOINT` where it never settles
 */
export function fixpoint<const Passes extends readonly AnyPass[]>(
  passes: Passes & PassChain<Passes>,
): Pass<FirstLevel<Passes>, FirstLevel<Passes>> {
  return fixpointOf(passes) as Pass<FirstLevel<Passes>, FirstLevel<Passes>> // as in pipeline()
}
