import { optimize as optimizeProgram } from '@seccompile/compiler'
import type { Cost, Optimization, OptimizeGoal, OptimizeOrigin } from '@seccompile/compiler'
import { CliError } from '../cli-error.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { inputName } from '../io/input.ts'
import { acceptedRaw, loadSource } from '../load/program.ts'
import { programSide } from '../load/side.ts'
import { chosenNotation } from '../options/notation.ts'
import type { NotationOptions } from '../options/notation.ts'
import { programSubject } from '../write/content.ts'
import { deliver } from '../write/deliver.ts'
import type { AbiOptions } from '../options/abi.ts'
import { outputFile } from '../write/output-file.ts'
import { sayUndecided } from '../load/question.ts'
import { shortDigest } from '@seccompile/compilation-report'
import { printableLine, table } from '@seccompile/text-layout'
import { sayJson, sayNote } from '../show/say.ts'

/** A filter, and what is made better of it. */
export interface OptimizeRequest extends AbiOptions, NotationOptions {
  readonly file: string
  readonly pipeline?: OptimizeGoal | undefined
  readonly json: boolean
}

type Optimized = Extract<Optimization, { readonly kind: 'optimized' }>

/** The origin of the output, for people. */
const ORIGINS: Readonly<Record<OptimizeOrigin, string>> = {
  input: 'the input as it is, since nothing better was found',
  tidied: 'the input tidied up',
  tests: 'made of the tests of the input',
  meaning: 'laid out anew from what the input means',
}

/** @param bytes - the size of the file */
function report(file: string, bytes: number, result: Optimized): string {
  const { before, after, certificate, origin } = result
  const rows = after.abis.map(({ abi, allowed, denied, cached }, i) => {
    const was = before.abis[i]! // the same ABIs in the same order
    return [
      abi,
      allowed.count,
      was.allowed.mean,
      allowed.mean,
      was.allowed.worst,
      allowed.worst,
      was.denied.worst,
      denied.worst,
      was.cached,
      cached,
    ]
  })
  return [
    `${printableLine(file)}: ${after.insns} instructions (was ${before.insns}), ${bytes} bytes, ${ORIGINS[origin]}\n`,
    `proved equal to the input, digest ${shortDigest(certificate.digest)}\n`,
    `executed for a call with arguments 0; at most ${after.longestPath} for any (was ${before.longestPath})\n`,
    table(
      ['ABI', 'allowed', 'executed: was', 'is', 'worst: was', 'is', 'denied worst: was', 'is', 'in bitmap: was', 'is'],
      rows,
    ),
    `attach steps: ${after.attachSteps} (was ${before.attachSteps})\n`,
  ].join('') // prettier-ignore
}

/** A cost without its rows for single calls. */
const summary = ({ abis, ...whole }: Cost): unknown => ({
  ...whole,
  abis: abis.map(({ abi, allowed, denied, cached }) => ({ abi, allowed, denied, cached })),
})

/** `seccompile optimize`: makes a better filter of a raw one by any tool, and proves that both mean the same. */
export async function optimize(io: Io, request: OptimizeRequest): Promise<ExitCode> {
  const { file: argument, pipeline: goal = 'speed', json } = request
  const notation = chosenNotation(request, 'raw')
  const output = outputFile(io, request, notation, []) // a filter may be replaced by a better one
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
  if (result.kind === 'undecided') return sayUndecided(io, result.reason, json)
  const side = programSide(name, result.program, abis, endianness)
  return deliver(io, programSubject(side), { notation, output }, request, (file, bytes) => {
    const { pipeline, certificate, before, after, tried } = result
    if (json)
      sayJson(io, {
        output: file,
        bytes,
        endianness,
        abis: result.abis.map(({ token }) => token),
        goal,
        pipeline,
        certificate,
        before: summary(before),
        after: summary(after),
        tried,
      })
    else {
      const foreign = before.abis.filter(({ allowed }) => allowed.count === 0).map(({ abi }) => abi)
      if (foreign.length > 0)
        sayNote(io, `the filter allows no call of ${foreign.join(', ')}; is it for that?`)
      io.out(report(file, bytes, result))
    }
  })
}
