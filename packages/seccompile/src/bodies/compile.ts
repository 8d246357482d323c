import { compileStack, cost, DEFAULT_PIPELINE, pipelines } from '@seccompile/compiler'
import type { PipelineName, StackCompilation } from '@seccompile/compiler'
import { constantFamilies } from '@seccompile/constants/all'
import { sizes } from '@seccompile/pass'
import type { Instrument, SizeRow } from '@seccompile/pass'
import type { Warning } from '@seccompile/policy'
import { CliError } from '../io/cli-error.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { overridden } from '../load/overrides.ts'
import { leftOutNote, loadPolicy, targetAbis } from '../load/policy.ts'
import type { LoadedPolicy } from '@seccompile/policy-files'
import { checkSpelling } from '../load/strict.ts'
import type { PassesOptions } from '../load/typed-passes.ts'
import { searchOf } from '../options/objective.ts'
import type { SearchOptions } from '../options/objective.ts'
import { chosenNotation } from '../options/notation.ts'
import type { NotationOptions } from '../options/notation.ts'
import { printContent } from '../write/content.ts'
import type { Content } from '../write/content.ts'
import { sayWritten } from '../write/say-written.ts'
import { checkNotInput, outputFile } from '../write/output-file.ts'
import { requirementsOf, targetOf } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import type { WatchOptions } from '../options/watch.ts'
import { certificateWarning, jsonReport, otherAbisOf, report } from '@seccompile/compilation-report'
import type { CompilationChoices } from '@seccompile/compilation-report'
import { otherAbisLine } from '@seccompile/describe'
import { sayJson, sayNote, sayWarning, sayWarnings } from '../show/say.ts'
import { writeOutput, writeOutputs } from '../io/output.ts'
import { checkOneFits, filterFiles, staleFiles, staleWarning } from '../write/stack-files.ts'

/** A policy, and how it is to be compiled. */
export interface CompileRequest
  extends TargetOptions, WatchOptions, SearchOptions, PassesOptions, NotationOptions {
  readonly policy: string
  readonly pipeline?: PipelineName | undefined
  readonly maxFilters?: number | undefined
  readonly strict: boolean
  readonly prove: boolean
  readonly json: boolean
  readonly repro?: string | undefined
  readonly manifest: boolean
  readonly bound: boolean
}

/** Whether some option watches the passes. */
const isWatched = ({ printAfter, dumpDir, timePasses, bisectLimit }: WatchOptions): boolean =>
  printAfter !== undefined || dumpDir !== undefined || timePasses === true || bisectLimit !== undefined

/** Prints the warnings about the policy, and the notes on ABIs and names that the filter leaves out. */
function sayDoubts(
  io: Io,
  loaded: LoadedPolicy,
  weightWarnings: readonly Warning[],
  compilation: StackCompilation,
  leftOut: string | undefined,
): void {
  sayWarnings(io, [...loaded.warnings, ...weightWarnings, ...compilation.warnings])
  for (const note of loaded.notes ?? []) sayNote(io, note)
  if (leftOut !== undefined) sayNote(io, leftOut)
  if (compilation.absentSummary !== undefined) sayNote(io, compilation.absentSummary)
  const unproved = certificateWarning(compilation.certificate)
  if (unproved !== undefined) sayWarning(io, unproved)
}

/** Writes one filter to `output`, or several to `output.1`, …; `stale` are such files that an earlier run left. */
async function writeFilters(
  io: Io,
  output: string,
  filters: readonly Pick<Content, 'bytes'>[],
  { json, inputs }: { readonly json: boolean; readonly inputs: readonly (string | undefined)[] },
): Promise<Pick<CompilationChoices, 'files' | 'stale'>> {
  const files = filterFiles(output, filters.length)
  for (const file of files) checkNotInput(file, inputs)
  const [first, ...others] = filters.map(({ bytes }, i) => ({ path: files[i]!, bytes }))
  if (others.length === 0) await writeOutput(output, first!.bytes)
  else await writeOutputs([first!, ...others])
  const stale = staleFiles(output, filters.length)
  if (!json && stale.length > 0) sayWarning(io, staleWarning(stale))
  return { files, stale }
}

/** `seccompile compile`: a policy in, a filter out. The modules of options that few people type are loaded where one is typed. */
export async function compile(io: Io, options: CompileRequest): Promise<ExitCode> {
  const { policy: argument, json } = options
  if (options.pipeline !== undefined && options.passes !== undefined)
    throw new CliError('--pipeline and --passes exclude each other')
  const notation = chosenNotation(options, 'raw')
  const counts = options.weights === undefined ? undefined : await import('../load/weights.ts')
  const inputs = [argument, counts?.weightsFile(options.weights), ...(options.use ?? [])]
  const output = outputFile(io, options, notation, inputs)
  checkNotInput(options.repro, inputs, '--repro: ', '--repro')
  const manifests = options.manifest ? await import('../write/manifest.ts') : undefined
  manifests?.checkManifest(argument, output, notation, inputs)
  const name = options.pipeline ?? DEFAULT_PIPELINE
  const requirements = requirementsOf(options)
  const search = searchOf(options, {
    pipeline: options.passes === undefined ? name : undefined,
    kernel: requirements.kernel,
    isPolicyStdin: argument === '-',
  })
  const typed =
    options.passes === undefined && options.goal === undefined && options.use === undefined
      ? undefined
      : await (await import('../load/typed-passes.ts')).typedPasses(options)
  const pipeline = typed?.pipeline ?? name

  const loaded = overridden(await loadPolicy(argument, options), options)
  if (options.strict) checkSpelling(loaded)
  const abis = targetAbis(loaded.policy, options)
  const weights = counts?.loadWeights(options.weights, abis[0])
  const objective = { ...search, ...weights?.options }
  const watched = isWatched(options)
    ? (await import('../write/watch.ts')).watch(
        io,
        typeof pipeline === 'string' ? pipelines[pipeline].pass : pipeline,
        options,
        abis,
      )
    : undefined
  const kernel = requirements.kernel ?? loaded.policy.kernel
  const keeper =
    options.repro === undefined
      ? undefined
      : (await import('../write/repro-keeper.ts')).reproKeeper(abis, { ...objective, kernel })
  const rows: SizeRow[] = []
  // A run that nobody watches is not run twice, so only what is asked for watches it.
  const sized: readonly Instrument[] = json
    ? [
        sizes((row) => rows.push(row)),
        { failed: ({ depth }) => depth === 0 && rows.splice(0) }, // a policy that does not fit one filter is compiled again
      ]
    : []
  let compilation
  try {
    compilation = compileStack(loaded.policy, {
      maxFilters: options.maxFilters ?? Infinity,
      abis,
      ...requirements,
      pipeline,
      goal: typed?.goal,
      ...objective,
      strict: options.strict,
      families: constantFamilies,
      prove: options.prove,
      now: () => performance.now(),
      instruments: [...(watched?.instruments ?? []), ...sized, ...(keeper?.instruments ?? [])],
    })
  } catch (error) {
    const isPassFault = error instanceof Error && error.name === 'PassError'
    if (isPassFault && options.repro !== undefined) await keeper?.save(io, options.repro, options.use ?? [])
    throw typed?.faultOf(error) ?? error
  }
  watched?.finish(compilation.tried)
  checkOneFits(output, compilation.filters.length)

  if (!json)
    sayDoubts(io, loaded, weights?.warnings ?? [], compilation, leftOutNote(loaded.policy, options, abis))
  const { filters } = compilation
  const written =
    notation.name === 'raw'
      ? filters.map(({ bytes }): Content => ({ bytes, isText: false, about: '', facts: {} }))
      : await (
          await import('../write/filter-contents.ts')
        ).filterContents(io, loaded.policy, compilation, notation, options)
  if (typeof written === 'number') return written
  if (output === undefined) {
    const others = otherAbisLine(otherAbisOf(compilation))
    if (others !== undefined) sayNote(io, others)
    printContent(io, written[0]!) // the only one
    return EXIT.ok
  }
  const files = await writeFilters(io, output, written, { json, inputs })
  if (manifests !== undefined) {
    const { caps, kernel } = targetOf(requirements, loaded.policy)
    await manifests.writeManifest({
      argument,
      output,
      files: files.files,
      target: { ...options, caps, kernel },
      compilation,
    })
  }
  if (notation.kind === 'policy') {
    sayWritten(io, output, notation, written[0]!, json)
    return EXIT.ok
  }
  const costs = filters.map(({ program }) => cost(program, compilation.abis, compilation.endianness))
  const how = options.passes === undefined ? `pipeline ${name}` : 'passes given'
  const asked = {
    output,
    ...files,
    sizes: written.map(({ bytes }) => bytes.length),
    ...targetOf(requirements, loaded.policy),
    insnCost: search.insnCost,
    how,
    isBounded: options.bound,
  }
  if (json) sayJson(io, jsonReport(asked, loaded, compilation, costs, rows))
  else io.out(report(asked, compilation, costs))
  return EXIT.ok
}
