import { compile, cost, DEFAULT_PRESET, isPresetName, passes, presets } from '@seccompile/compiler'
import type { AbiCost, Compilation, Cost, PresetName } from '@seccompile/compiler'
import { parsePipeline, sizes } from '@seccompile/pass'
import type { Pass, SizeRow } from '@seccompile/pass'
import {
  CONTAINER_CAPS,
  formatKernelVersion,
  NEWEST_KERNEL,
  parseCapability,
  parseKernelVersion,
} from '@seccompile/policy'
import type { Capability, KernelVersion } from '@seccompile/policy'
import { suggest } from '@seccompile/syscalls'
import { CliError } from '../cli-error.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { loadPolicy, targetAbis } from '../load-policy.ts'
import type { AbiOptions, LoadedPolicy } from '../load-policy.ts'
import { writeOutput } from '../output.ts'
import { sayJson, sayNote, sayWarnings } from '../say.ts'
import { table } from '../table.ts'

/** The options of `compile`, as typed. */
export interface CompileCommandOptions extends AbiOptions {
  readonly caps?: string
  readonly kernel?: string
  readonly preset?: string
  readonly passes?: string
  readonly output?: string
  readonly strict?: boolean
  readonly json?: boolean
}

function parseCaps(list: string): readonly Capability[] {
  const names = list.split(',').map((text) => text.trim())
  // An empty list is a container without capabilities.
  return names.filter((name) => name !== '').map((name) => parseCap(name))
}

function parseCap(name: string): Capability {
  const capability = parseCapability(name)
  if (capability !== undefined) return capability
  const near = suggest(name.toUpperCase().startsWith('CAP_') ? name : `CAP_${name}`, CONTAINER_CAPS)
  const hint = near === undefined ? 'names are those of capabilities(7)' : `did you mean "${near}"?`
  throw new CliError(`--caps: unknown capability "${name}"; ${hint}`)
}

function parseKernel(text: string): KernelVersion {
  const version = parseKernelVersion(text)
  if (version === undefined)
    throw new CliError(`--kernel: expected MAJOR.MINOR, for example 6.12; got "${text}"`)
  return version
}

function parsePreset(text: string): PresetName {
  if (isPresetName(text)) return text
  const known = Object.keys(presets)
  const near = suggest(text, known)
  throw new CliError(
    `--preset: unknown preset "${text}"; ${near === undefined ? `known: ${known.join(', ')}` : `did you mean "${near}"?`}`,
  )
}

function parsePasses(text: string): Pass<'rules', 'program'> {
  const pass = parsePipeline(text, passes)
  if (pass.from !== 'rules' || pass.to !== 'program')
    throw new CliError(
      `--passes: leads from ${pass.from} to ${pass.to}; a compilation leads from rules to program`,
    )
  return pass as Pass<'rules', 'program'> // the levels were just checked
}

const groupRow = (abi: AbiCost): readonly (string | number)[] => [
  abi.abi,
  abi.allowed.count,
  abi.allowed.mean,
  abi.allowed.worst,
  abi.denied.worst,
  abi.cached,
]

function report(
  file: string,
  how: string,
  { program, bytes, abis }: Compilation,
  { abis: costs }: Cost,
): string {
  const tokens = abis.map(({ token }) => token).join(', ')
  const rows = table(
    ['ABI', 'allowed', 'executed', 'worst', 'denied worst', 'in bitmap'],
    costs.map(groupRow),
  )
  return `${file}: ${program.length} instructions, ${bytes.length} bytes, for ${tokens} (${how})\n${rows}`
}

function jsonReport(
  options: CompileCommandOptions,
  loaded: LoadedPolicy,
  compilation: Compilation,
  { abis, ...whole }: Cost,
  rows: readonly SizeRow[],
): unknown {
  return {
    output: options.output,
    bytes: compilation.bytes.length,
    endianness: compilation.endianness,
    abis: compilation.abis.map(({ token }) => token),
    caps: options.caps === undefined ? CONTAINER_CAPS : parseCaps(options.caps),
    kernel: options.kernel ?? formatKernelVersion(NEWEST_KERNEL),
    pipeline: compilation.pipeline,
    passes: rows.map(({ pass, changed, before, after }) => ({ pass, changed, before, after })),
    cost: {
      ...whole,
      abis: abis.map(({ abi, allowed, denied, cached }) => ({ abi, allowed, denied, cached })),
    },
    install: loaded.install ?? {},
    warnings: [...loaded.warnings, ...compilation.warnings],
    absent: compilation.absent,
  }
}

/** `seccompile compile`: a policy in, a filter out. */
export function compileCommand(io: Io, argument: string, options: CompileCommandOptions): ExitCode {
  const { output, json = false } = options
  if (options.preset !== undefined && options.passes !== undefined)
    throw new CliError('--preset and --passes exclude each other')
  if (output === undefined && json)
    throw new CliError('--json and the filter would both go to standard output; name a file with -o')
  if (output === undefined && io.outIsTerminal)
    throw new CliError(
      'a filter is binary and standard output is a terminal; name a file with -o, or use "disasm"',
    )
  const preset = parsePreset(options.preset ?? DEFAULT_PRESET)
  const pipeline = options.passes === undefined ? undefined : parsePasses(options.passes)
  const caps = options.caps === undefined ? CONTAINER_CAPS : parseCaps(options.caps)
  const kernel = options.kernel === undefined ? NEWEST_KERNEL : parseKernel(options.kernel)

  const loaded = loadPolicy(argument)
  const rows: SizeRow[] = []
  const compilation = compile(loaded.policy, {
    abis: targetAbis(loaded.policy, options),
    caps,
    kernel,
    preset,
    ...(pipeline === undefined ? {} : { pipeline }),
    strict: options.strict ?? false,
    instruments: [sizes((row) => rows.push(row))],
  })

  if (!json) {
    sayWarnings(io, [...loaded.warnings, ...compilation.warnings])
    if (compilation.absentSummary !== undefined) sayNote(io, compilation.absentSummary)
  }
  if (output === undefined) {
    io.outBytes(compilation.bytes)
    return EXIT.ok
  }
  writeOutput(output, compilation.bytes)
  const costs = cost(compilation.program, compilation.abis, compilation.endianness)
  if (json) sayJson(io, jsonReport(options, loaded, compilation, costs, rows))
  else
    io.out(report(output, pipeline === undefined ? `preset ${preset}` : 'passes given', compilation, costs))
  return EXIT.ok
}
