import type { Program } from '@seccompile/abi'
import type { PipelineName } from '@seccompile/compiler'
import { drawWaterfall } from '@seccompile/draw'
import type { WaterfallStage } from '@seccompile/draw'
import { levelFunctions } from '@seccompile/pass'
import type { Level } from '@seccompile/pass'
import { CliError } from '../cli-error.ts'
import type { DrawInput } from './kind.ts'

/** Size and mean cost after each pass that changes something. */
export async function waterfall({ sides: [side], pipeline, picture }: DrawInput): Promise<string> {
  const { compileRules, cost, insnsNeeded, objectiveOf, pipelines } = await import('@seccompile/compiler')
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
  try {
    compileRules(leveled.ir, {
      endianness,
      pipeline: chosen,
      weigh: objectiveOf(leveled.ir, abis).weigh,
      instruments: [
        {
          before: ({ pass, depth, before }) => depth === 0 && add('rules', pass.from, before),
          after: ({ pass, before, after }) => {
            if (pass.parts === undefined && after !== before) add(pass.name, pass.to, after)
          },
        },
      ],
    })
  } catch (error) {
    if (insnsNeeded(error) === undefined) throw error
    throw new CliError(`${name}: is too large for one filter by --pipeline ${chosen}, and a picture has one program`)
  }
  return drawWaterfall(stages, { ...picture, filter: name })
} // prettier-ignore
