import { undecided } from '@seccompile/answer'
import { GOALS, optimize as optimizeProgram } from '@seccompile/compiler'
import type { OptimizeGoal } from '@seccompile/compiler'
import { programFilter } from '@seccompile/filter'
import { optimizationJson, optimizationReport } from '@seccompile/report/compilation'
import { making } from '../ask/making.ts'
import type { MakingOutcome } from '../ask/making.ts'
import { CliError } from '../io/cli-error.ts'
import { inputName } from '../io/input.ts'
import { acceptedRaw, loadSource } from '../load/program.ts'
import { abiList } from '../options/abi.ts'
import type { AbiOptions } from '../options/abi.ts'
import { OUTPUT } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { NOTATION } from '../options/notation.ts'
import type { NotationOptions } from '../options/notation.ts'
import { pipelineOption } from '../options/pipeline.ts'
import { VERBOSE } from '../options/warnings.ts'
import { argument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES } from '../syntax/completion.ts'
import { programSubject } from '../write/content.ts'

/** A filter, and how its better version is written. */
interface OptimizeRequest extends AbiOptions, NotationOptions {
  readonly file: string
  readonly pipeline?: OptimizeGoal | undefined
  readonly json: boolean
  readonly verbose: boolean
}

/** `seccompile optimize`: makes a better filter from a raw filter of any tool, and proves that both mean the same. */
async function optimize(request: OptimizeRequest): Promise<MakingOutcome> {
  const { file: argument, pipeline: goal = 'speed' } = request
  const name = inputName(argument)
  const source = await loadSource(argument)
  if (source.kind === 'policy')
    throw new CliError(`${name}: is a policy; "compile" makes the best filter of it`)
  const { program, abis, endianness } = acceptedRaw(name, source.bytes, request)
  const result = optimizeProgram(program, {
    endianness,
    goal,
    now: () => performance.now(),
    abis: request.abi === undefined ? undefined : abis,
  })
  if (result.kind === 'undecided') return undecided(result.reason)
  const foreign = result.before.abis.filter(({ allowed }) => allowed.count === 0).map(({ abi }) => abi)
  return {
    made: programSubject(programFilter(name, result.program, abis)),
    report: (output, bytes) => ({
      text: optimizationReport({ output, bytes }, result, request.verbose),
      facts: optimizationJson({ output, bytes, endianness, goal }, result),
      notes:
        foreign.length === 0
          ? []
          : [`the filter allows no call of ${foreign.join(', ')}; is it for this ABI?`],
    }),
  }
}

/** `seccompile optimize`. */
export const command: Command = defineCommand({
  description: 'make a filter smaller and faster, whatever made it, and prove that it means the same',
  args: { file: argument('a raw filter, or - for standard input', FILES) },
  options: {
    abi: abiList('ABIs whose calls count; they determine the byte order', 'those that the filter tests for'),
    pipeline: pipelineOption(GOALS),
    output: OUTPUT,
    ...NOTATION,
    verbose: VERBOSE,
    json: JSON_OUT,
  },
  examples: [
    { does: 'the same filter, smaller', line: 'seccompile optimize filter.bpf -o smaller.bpf' },
    {
      does: 'the smallest, however slow',
      line: 'seccompile optimize filter.bpf --pipeline smallest -o smaller.bpf',
    },
  ],
  run: making(optimize, () => [], 'raw'), // a filter may be replaced by a better one
})
