import { compileStack, cost, DEFAULT_PIPELINE, pipelines } from '@seccompile/compiler'
import type { CompileOptions, ObjectiveOptions, PipelineName, StackCompilation } from '@seccompile/compiler'
import { constantFamilies } from '@seccompile/constants/all'
import { otherAbisLine } from '@seccompile/describe'
import { sizes } from '@seccompile/pass'
import type { Instrument, SizeRow } from '@seccompile/pass'
import type { Warning } from '@seccompile/policy'
import type { LoadedPolicy } from '@seccompile/policy-files'
import { certificateWarning, jsonReport, otherAbisOf, report } from '@seccompile/report/compilation'
import type { CompilationChoices } from '@seccompile/report/compilation'
import type { AbiTable } from '@seccompile/syscalls'
import { CliError } from '../io/cli-error.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { writeOutput, writeOutputs } from '../io/output.ts'
import { overridden } from '../load/overrides.ts'
import { leftOutNote, loadPolicy, targetAbis } from '../load/policy.ts'
import { checkSpelling } from '../load/strict.ts'
import type { PassesOptions } from '../load/typed-passes.ts'
import { NATIVE } from '../options/abi.ts'
import { OUTPUT, POLICY, useOption } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { NOTATION, chosenNotation } from '../options/notation.ts'
import type { NotationOptions } from '../options/notation.ts'
import { wholeNumber } from '../options/numbers.ts'
import { SEARCH, searchOf } from '../options/objective.ts'
import type { SearchOptions } from '../options/objective.ts'
import { OWN_PIPELINE } from '../options/passes.ts'
import { PIPELINE_NAMES, pipelineOption } from '../options/pipeline.ts'
import { TARGET, requirementsOf, targetOf } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { filePath } from '../options/texts.ts'
import { VERBOSE, WARNINGS } from '../options/warnings.ts'
import { WATCH } from '../options/watch.ts'
import type { WatchPassesOptions } from '../options/watch.ts'
import { sayJson, sayNote, sayWarning, sayWarnings } from '../show/say.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES, FREE } from '../syntax/completion.ts'
import { flag, negated, onPage, valued } from '../syntax/option.ts'
import { printContent } from '../write/content.ts'
import type { WrittenContent } from '../write/content.ts'
import { checkNotInput, outputFile } from '../write/output-file.ts'
import { sayWritten } from '../write/say-written.ts'
import { checkOneFits, filterFiles, staleFiles, staleWarning } from '../write/stack-files.ts'

/** A policy, and the options of its compilation. */
interface CompileRequest
  extends TargetOptions, WatchPassesOptions, SearchOptions, PassesOptions, NotationOptions {
  readonly policy: string
  readonly pipeline?: PipelineName | undefined
  readonly maxFilters?: number | undefined
  readonly strict: boolean
  readonly prove: boolean
  readonly json: boolean
  readonly repro?: string | undefined
  readonly manifest: boolean
  readonly bound: boolean
  readonly verbose: boolean
}

/** Whether an option watches the passes. */
const isWatched = ({ printAfter, dumpDir, timePasses, bisectLimit }: WatchPassesOptions): boolean =>
  printAfter !== undefined || dumpDir !== undefined || timePasses === true || bisectLimit !== undefined

/** Prints the warnings about the policy, and the notes on ABIs and names that the filter leaves out. */
function sayDoubts(
  io: Io,
  loaded: LoadedPolicy,
  weightWarnings: readonly Warning[],
  compilation: StackCompilation,
  leftOut: string | undefined,
): void {
  sayWarnings(io, [...loaded.warnings, ...compilation.warnings], weightWarnings)
  for (const note of loaded.notes ?? []) sayNote(io, note)
  if (leftOut !== undefined) sayNote(io, leftOut)
  if (compilation.absentSummary !== undefined) sayNote(io, compilation.absentSummary)
  const unproved = certificateWarning(compilation.certificate)
  if (unproved !== undefined) sayWarning(io, unproved)
}

/**
 * Writes one filter to `output`, or several filters to `output.1`, …; `stale` are files with such names from an
 * earlier run.
 */
async function writeFilters(
  io: Io,
  output: string,
  filters: readonly Pick<WrittenContent, 'bytes'>[],
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

/**
 * The options of a compilation, checked, with the values that they stand for. The modules of a rare option are loaded
 * only if the option is typed.
 */
async function checkedRequest(io: Io, options: CompileRequest) {
  const { policy: argument } = options
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
  return { notation, counts, inputs, output, manifests, name, requirements, search, typed }
}

type CheckedRequest = Awaited<ReturnType<typeof checkedRequest>>

/**
 * The instruments of the run: for the options that watch passes, for the sizes in `--json`, and for the input of a
 * failing pass.
 */
async function observersOf(
  io: Io,
  options: CompileRequest,
  pipeline: NonNullable<CompileOptions['pipeline']>,
  abis: readonly AbiTable[],
  target: ObjectiveOptions,
) {
  const watched = isWatched(options)
    ? (await import('../write/watch.ts')).watch(
        io,
        typeof pipeline === 'string' ? pipelines[pipeline].pass : pipeline,
        options,
        abis,
      )
    : undefined
  const keeper =
    options.repro === undefined
      ? undefined
      : (await import('../write/repro-keeper.ts')).reproKeeper(abis, target)
  const rows: SizeRow[] = []
  // With an instrument, the compiler runs the chosen pipeline a second time. So the list has only the instruments that
  // the options need.
  // Where a program does not fit one filter, the policy is compiled again, so the sizes of that program are dropped.
  const sized: readonly Instrument[] = options.json
    ? [sizes((row) => rows.push(row)), { failed: ({ depth }) => depth === 0 && rows.splice(0) }]
    : []
  const instruments = [...(watched?.instruments ?? []), ...sized, ...(keeper?.instruments ?? [])]
  return { watched, keeper, rows, instruments }
}

/** The policy, loaded and compiled. @throws PolicyError, PassError or CliError where this fails */
async function compiled(io: Io, options: CompileRequest, plan: CheckedRequest) {
  const { counts, requirements, search, typed, name, output } = plan
  const loaded = overridden(await loadPolicy(options.policy, options), options)
  if (options.strict) checkSpelling(loaded)
  const abis = targetAbis(loaded.policy, options)
  const weights = counts?.loadWeights(options.weights, abis[0])
  const objective = { ...search, ...weights?.options }
  const pipeline = typed?.pipeline ?? name
  const kernel = requirements.kernel ?? loaded.policy.kernel
  const observers = await observersOf(io, options, pipeline, abis, { ...objective, kernel })
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
      instruments: observers.instruments,
    })
  } catch (error) {
    const isPassFault = error instanceof Error && error.name === 'PassError'
    if (isPassFault && options.repro !== undefined)
      await observers.keeper?.save(io, options.repro, options.use ?? [])
    throw typed?.faultOf(error) ?? error
  }
  observers.watched?.finish(compilation.tried)
  checkOneFits(output, compilation.filters.length)
  const leftOut = leftOutNote(loaded.policy, options, abis)
  if (!options.json) sayDoubts(io, loaded, weights?.warnings ?? [], compilation, leftOut)
  return { loaded, compilation, rows: observers.rows }
}

type PolicyCompilation = Awaited<ReturnType<typeof compiled>>

/** The filters in the notation of `plan`. An exit status, if there are none; the reason has been printed. */
async function contentsOf(
  io: Io,
  options: CompileRequest,
  { notation }: CheckedRequest,
  { loaded, compilation }: PolicyCompilation,
): Promise<readonly WrittenContent[] | ExitCode> {
  if (notation.name === 'raw')
    return compilation.filters.map(({ bytes }) => ({ bytes, isText: false, about: '', facts: {} }))
  const { filterContents } = await import('../write/filter-contents.ts')
  return filterContents(io, loaded.policy, compilation, notation, options)
}

/** `seccompile compile`: writes the filter for a policy. */
async function compile(io: Io, options: CompileRequest): Promise<ExitCode> {
  const { policy: argument, json } = options
  const plan = await checkedRequest(io, options)
  const made = await compiled(io, options, plan)
  const written = await contentsOf(io, options, plan, made)
  if (typeof written === 'number') return written
  const { notation, inputs, output, manifests, requirements } = plan
  const { loaded, compilation, rows } = made
  const [first] = written
  if (output === undefined) {
    const others = otherAbisLine(otherAbisOf(compilation))
    if (others !== undefined) sayNote(io, others)
    printContent(io, first!) // checkOneFits() has refused several filters
    return EXIT.ok
  }
  const files = await writeFilters(io, output, written, { json, inputs })
  const target = targetOf(requirements, loaded.policy)
  const { caps, kernel } = target
  await manifests?.writeManifest({
    argument,
    output,
    files: files.files,
    target: { ...options, caps, kernel },
    compilation,
  })
  if (notation.kind === 'policy') {
    sayWritten(io, output, notation, first!, json)
    return EXIT.ok
  }
  const costs = compilation.filters.map(({ program }) =>
    cost(program, compilation.abis, compilation.endianness),
  )
  const asked = {
    output,
    ...files,
    sizes: written.map(({ bytes }) => bytes.length),
    ...target,
    insnCost: plan.search.insnCost,
    how: options.passes === undefined ? `pipeline ${plan.name}` : 'passes given',
    isBounded: options.bound,
    isVerbose: options.verbose,
  }
  if (json) sayJson(io, jsonReport(asked, loaded, compilation, costs, rows))
  else io.out(report(asked, compilation, costs))
  return EXIT.ok
}

/** `seccompile compile`. */
export const command: Command = defineCommand({
  warnings: 'lines',
  args: { policy: POLICY },
  options: {
    ...TARGET,
    native: NATIVE,
    pipeline: pipelineOption(PIPELINE_NAMES),
    ...SEARCH,
    bound: flag('say how far the filter is from the best possible one; this takes longer'),
    ...OWN_PIPELINE,
    output: OUTPUT,
    ...NOTATION,
    maxFilters: valued({
      placeholder: 'n',
      brief: 'divide a large policy among at most n filters, written to FILE.1, FILE.2, …',
      otherwise: 'as many as the kernel takes',
      parse: wholeNumber(1),
      complete: FREE,
    }),
    manifest: flag('write FILE.json too: what the filter was made from, for "seccompile check-manifest"'),
    strict: flag('refuse names that no ABI knows, and keys that are misspelt'),
    prove: negated('leave out the proof that the filter means what the policy means'),
    verbose: VERBOSE,
    json: JSON_OUT,
    ...onPage('own-passes', {
      use: useOption('passes'),
      ...WATCH,
      repro: valued({
        placeholder: 'file',
        brief: 'where to write the input of a pass that fails, or - for standard output',
        parse: filePath,
        complete: FILES,
      }),
    }),
    ...WARNINGS,
  },
  examples: [
    { does: 'a profile of Docker as a raw filter', line: 'seccompile compile profile.json -o filter.bpf' },
    {
      does: 'two presets as one filter, for all ABIs of the machine',
      line: 'seccompile compile preset:no-network+no-tracing --abi x86_64,x86,x32 -o filter.bpf',
    },
    {
      does: 'ENOSYS for calls that are newer than the profile',
      line: 'seccompile compile profile.json --known-up-to 6.1 -o filter.bpf',
    },
  ],
  run: compile,
})
