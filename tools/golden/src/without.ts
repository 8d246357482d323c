/*
 * The use of each pass of a named pipeline: the filters that are different without the pass.
 */
import type { Program } from '@seccompile/abi'
import { pipelines } from '@seccompile/compiler'
import type { PipelineName } from '@seccompile/compiler'
import { runPass } from '@seccompile/pass'
import type { AnyPass, PassRunOptions } from '@seccompile/pass'
import type { RuleSet } from '@seccompile/rules'

/** Rules, and the weights of calls. */
export interface WithoutInput extends Pick<PassRunOptions, 'endianness' | 'weigh'> {
  readonly rules: RuleSet
}

/** The number of filters that differ, and their instructions. */
export interface FilterDifference {
  readonly filters: number
  readonly with: number
  readonly without: number
}

/** The passes in `pass` that stay on their level. All other passes are needed to get from level to level. */
function optionalPasses(pass: AnyPass): readonly string[] {
  if (pass.parts !== undefined) return pass.parts.flatMap(optionalPasses)
  return pass.from === pass.to ? [pass.name] : []
}

function compiled({ rules, endianness, weigh }: WithoutInput, name: PipelineName, without?: string): Program {
  const { pass, insnCost } = pipelines[name]
  const instruments = [{ skip: (event: { readonly pass: AnyPass }) => event.pass.name === without }]
  return runPass(pass, rules, { endianness, weigh, insnCost, instruments })
}

const isSame = (a: Program, b: Program): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The changes that each optional pass of the pipeline `name` makes to the filters of `inputs`, by pass. */
export function differences(
  inputs: readonly WithoutInput[],
  name: PipelineName,
): ReadonlyMap<string, FilterDifference> {
  const whole = inputs.map((input) => compiled(input, name))
  return new Map(
    optionalPasses(pipelines[name].pass).map((pass) => {
      const pairs = inputs
        .map((input, i) => [whole[i]!, compiled(input, name, pass)] as const)
        .filter(([program, other]) => !isSame(program, other))
      const insns = (side: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[side].length, 0)
      return [pass, { filters: pairs.length, with: insns(0), without: insns(1) }]
    }),
  )
}
