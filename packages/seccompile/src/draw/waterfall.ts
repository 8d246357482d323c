import type { Program } from '@seccompile/abi'
import type { PipelineName } from '@seccompile/compiler'
import { drawWaterfall } from '@seccompile/draw'
import type { WaterfallStage } from '@seccompile/draw'
import { levelFunctions } from '@seccompile/pass'
import type { Level } from '@seccompile/pass'
import { CliError } from '../cli-error.ts'
import type { DrawKind } from './kind.ts'

/** Size and mean cost after each pass that changes something. */
export const waterfall: DrawKind = {
  name: 'waterfall',
  shows: 'size and cost after each pass',
  filters: [1, 1],
  formats: ['svg'],
  isTitled: true,
  takes: ['pipeline'],
  draw: async ({ sides: [side], pipeline, picture }) => {
    const { compileRules, cost, pipelines, weighKnownCalls } = await import('@seccompile/compiler')
    const { parsePipelineName } = await import('../options/pipeline.ts')
    const known = Object.keys(pipelines) as PipelineName[] // the type of the record says so
    const chosen = parsePipelineName(pipeline === undefined ? {} : { pipeline }, known)
    const { name, leveled, endianness, abis } = side
    if (leveled.level !== 'rules')
      throw new CliError(`${name}: is a raw filter, which no passes made; name a policy or a profile`)
    const stages: WaterfallStage[] = []
    const add = (pass: string, level: Level, ir: unknown): void => {
      const size = levelFunctions(level).size(ir as never) // an IR of that level
      const mean = level === 'program' ? cost(ir as Program, [abis[0]], endianness).abis[0]!.allowed.mean : undefined
      stages.push({ pass, level, size, mean })
    }
    compileRules(leveled.ir, {
      endianness,
      pipeline: chosen,
      weigh: weighKnownCalls(abis),
      instruments: [
        {
          before: ({ pass, depth, before }) => depth === 0 && add('rules', pass.from, before),
          after: ({ pass, before, after }) => {
            if (pass.parts === undefined && after !== before) add(pass.name, pass.to, after)
          },
        },
      ],
    })
    return drawWaterfall(stages, { ...picture, filter: name })
  },
} // prettier-ignore
