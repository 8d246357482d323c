import type { Program } from '@seccompile/abi'
import { cost, DEFAULT_PIPELINE, tryCompile } from '@seccompile/compiler'
import { drawWaterfall } from '../waterfall/draw-waterfall.ts'
import type { WaterfallStage } from '../waterfall/draw-waterfall.ts'
import { levelFunctions } from '@seccompile/pass'
import type { Level } from '@seccompile/pass'
import { DrawError } from './draw-error.ts'
import type { DrawInput } from './kind.ts'

/**
 * Size and mean cost after each pass that changes something, in the run of `compile` that makes the filter.
 * @throws DrawError for a filter without passes, and for one that is too large for one program
 */
export function waterfall({ filters: [filter], pipeline = DEFAULT_PIPELINE, picture }: DrawInput): string {
  const { name, endianness, abis } = filter
  if (filter.policy === undefined)
    throw new DrawError(`${name}: is a raw filter, which no passes made; name a policy or a profile`)
  const { policy, target } = filter
  const stages: WaterfallStage[] = []
  const add = (pass: string, level: Level, ir: unknown): void => {
    const size = levelFunctions(level).size(ir as never) // an IR of that level
    const mean = level === 'program' ? cost(ir as Program, [abis[0]], endianness).abis[0]!.allowed.mean : undefined
    stages.push({ pass, level, size, mean })
  }
  const outcome = tryCompile(policy, {
    ...target,
    prove: false,
    pipeline,
    instruments: [
      {
        before: ({ pass, depth, before }) => depth === 0 && add('rules', pass.from, before),
        after: ({ pass, before, after }) => {
          if (pass.parts === undefined && after !== before) add(pass.name, pass.to, after)
        },
      },
    ],
  })
  if (outcome.kind === 'too-long') {
    const by = typeof pipeline === 'string' ? ` by --pipeline ${pipeline}` : ''
    throw new DrawError(`${name}: is too large for one filter${by}, and a picture has one program`)
  }
  return drawWaterfall(stages, { ...picture, filter: name })
} // prettier-ignore
