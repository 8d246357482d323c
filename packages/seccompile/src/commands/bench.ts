import {
  bench,
  benchAttach,
  benchVerdict,
  callsNotMade,
  getppidCall,
  isHarmless,
  machineNow,
  NO_FILTER,
  noiseText,
  RET_ALLOW,
  stagedProgress,
} from '@seccompile/clock'
import type {
  AttachResult,
  BenchCall,
  BenchFilter,
  BenchMode,
  BenchOptions,
  BenchResult,
} from '@seccompile/clock'
import { parseNumber, verdictFacts } from '@seccompile/describe'
import type { AbiTable } from '@seccompile/syscalls'
import { table } from '@seccompile/text-layout'
import type { TableCell } from '@seccompile/text-layout'
import { CliError } from '../io/cli-error.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import { checkOneStdin, filterFilesOf, inputName } from '../io/input.ts'
import type { Io } from '../io/io.ts'
import { loadAcceptedProgram } from '../load/program.ts'
import type { LoadedProgram } from '../load/program.ts'
import { rawAbis } from '../options/abi.ts'
import { CALL_NAMES } from '../options/argument-words.ts'
import { POLICY_OR_FILE, SIDE } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { wholeNumber } from '../options/numbers.ts'
import { TARGET } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { sayJson, sayNote, sayWarnings } from '../show/say.ts'
import { anyArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FREE } from '../syntax/completion.ts'
import { allAsTyped, repeated, valued } from '../syntax/option.ts'

/** Filters to time, and how. */
interface BenchRequest extends TargetOptions {
  /** Empty for {@link DEFAULT_FILTER}. */
  readonly filter: readonly string[]
  readonly call?: readonly string[] | undefined
  readonly rounds?: number | undefined
  readonly cpu?: number | undefined
  readonly json: boolean
}

const DEFAULT_FILTER = 'preset:container-default'

/** The filters of the stack that `argument` names, separated by commas; or its one filter. */
async function loadFilter(argument: string, options: TargetOptions): Promise<readonly LoadedProgram[]> {
  const loaded: LoadedProgram[] = []
  for (const file of filterFilesOf(argument)) loaded.push(await loadAcceptedProgram(file, options))
  const foreign = loaded.find(({ endianness }) => endianness !== 'little')
  if (foreign === undefined) return loaded
  throw new CliError(
    `${inputName(argument)}: is a filter for big-endian machines; filters are timed on x86_64, which is little endian`,
  )
}

/** `names` with a number behind each repeated name: `f.bpf`, `f.bpf (2)`. */
function distinct(names: readonly string[]): readonly string[] {
  return names.map((name, i) => {
    const before = names.slice(0, i).filter((other) => other === name).length
    return before === 0 ? name : `${name} (${before + 1})`
  })
}

/** The calls of `--call`, on `abi`. @throws CliError for a text that is no call, or an ABI that x86_64 does not run */
function parseCalls(texts: readonly string[] | undefined, abi: AbiTable): readonly BenchCall[] {
  if (texts === undefined) return [getppidCall()]
  const { token } = abi
  if (token !== 'x86_64' && token !== 'x86' && token !== 'x32')
    throw new CliError(`--abi: only calls of x86_64, x32 and x86 can be timed; got ${token}`)
  return [...new Set(texts)].map((text) => ({
    name: text,
    abi: token === 'x86' ? 'x86' : 'x86_64',
    calls: [{ nr: parseNumber(text, abi) }],
  }))
}

const MODES: readonly BenchMode[] = ['cached', 'uncached', 'answered']

/** The names in tables: the ways of timing a call, and the attach. */
const MODE_TEXT = {
  cached: 'as it is',
  uncached: 'bitmap defeated',
  answered: 'not made',
  attach: 'attach',
} as const

function callsText(rows: BenchResult['rows']): string {
  const header = [
    'call',
    'timed',
    'filter',
    'least ns',
    'median ns',
    'p90 ns',
    '× no filter',
    '× ret ALLOW',
    'ns over ret ALLOW',
  ]
  const cells = rows.map(({ call, mode, filter, ns, toNone, toAllow, overAllow }): readonly TableCell[] => [
    call,
    MODE_TEXT[mode],
    filter,
    ns.min.toFixed(1),
    ns.median.toFixed(1),
    ns.p90.toFixed(1),
    toNone?.toFixed(4) ?? '',
    toAllow.toFixed(4),
    overAllow.toFixed(2),
  ])
  return table(header, cells)
}

function attachText({ rows }: AttachResult): string {
  const cells = rows.map(({ filter, insns, ns, toFirst }): readonly TableCell[] => [
    filter,
    insns,
    (ns.min / 1000).toFixed(1),
    (ns.median / 1000).toFixed(1),
    (ns.p90 / 1000).toFixed(1),
    toFirst.toFixed(3),
  ])
  return table(['attach', 'insns', 'least µs', 'median µs', 'p90 µs', '× first filter'], cells)
}

/** `seccompile bench`: what filters cost on the kernel's clock. */
async function timeFilters(io: Io, options: BenchRequest): Promise<ExitCode> {
  const { filter, call: typed, rounds, cpu, json } = options
  const names = filter.length === 0 ? [DEFAULT_FILTER] : filter
  checkOneStdin(names)
  const calls = parseCalls(typed, rawAbis(options)[0])
  const labels = distinct(names.map(inputName))
  const filters: BenchFilter[] = []
  for (const [i, name] of names.entries()) {
    const loaded = await loadFilter(name, options)
    sayWarnings(io, ...loaded.map(({ warnings }) => warnings))
    // The table already has rows with these two names.
    const label = labels[i] === NO_FILTER || labels[i] === RET_ALLOW ? `./${labels[i]}` : labels[i]!
    filters.push({ name: label, programs: loaded.map(({ program }) => program) })
  }
  // Harmless calls are made, and timed that way. Only the other calls are timed without being made.
  const made = calls.filter(isHarmless)
  const notMade = calls.filter((call) => !isHarmless(call))
  const shown = stagedProgress(io, 'turns')
  const how = (stage: string): BenchOptions => ({
    ...(rounds === undefined ? {} : { rounds }),
    ...(cpu === undefined ? {} : { cpu }),
    onProgress: (done, total) => shown.report(stage, done, total),
  })
  try {
    const results: BenchResult[] = []
    if (made.length > 0)
      results.push(
        await bench(filters, made, { ...how('calls'), modes: MODES.filter((mode) => mode !== 'answered') }),
      )
    if (notMade.length > 0)
      results.push(await bench(filters, notMade, { ...how('calls that are not made'), modes: ['answered'] }))
    const attach = await benchAttach(filters, how('attach'))
    shown.end()
    const rows = results.flatMap((one) => one.rows)
    const noise = [...results.flatMap((one) => one.noise), attach.noise]
    if (json) {
      const saying = rows.map((row) => {
        const programs = filters.find(({ name }) => name === row.filter)?.programs ?? [] // rows without a filter of ours allow all calls
        const call = calls.find(({ name }) => name === row.call)!
        return {
          ...row,
          ...verdictFacts({ verdict: benchVerdict({ programs }, call) }, [call.abi ?? 'x86_64']),
        }
      })
      sayJson(io, { machine: machineNow(), cpu: attach.cpu, rows: saying, attach: attach.rows, noise })
      return EXIT.ok
    }
    io.out(`${callsText(rows)}\n${attachText(attach)}\n${noiseText(noise, MODE_TEXT)}`)
    for (const text of callsNotMade(filters, made)) sayNote(io, text)
    if (notMade.length > 0)
      sayNote(
        io,
        'calls that would have an effect are not executed: in their rows, the filter returns an errno instead of each verdict; compare these rows only with each other',
      )
    return EXIT.ok
  } finally {
    shown.end()
  }
}

/** `seccompile bench`. */
export const command: Command = defineCommand({
  description:
    "time filters on the kernel's clock: the attach, and getppid or other calls, whose effect is prevented",
  warnings: 'summary',
  args: { filter: anyArguments(`${SIDE.about} (default: preset:container-default)`, POLICY_OR_FILE) },
  options: {
    ...TARGET,
    call: repeated({
      placeholder: 'name',
      brief: 'a call by name or number',
      otherwise: 'getppid',
      parse: allAsTyped,
      complete: CALL_NAMES,
    }),
    rounds: valued({
      placeholder: 'n',
      brief: 'how often to measure each filter',
      otherwise: '200',
      parse: wholeNumber(1, 10_000),
      complete: FREE,
    }),
    cpu: valued({
      placeholder: 'n',
      brief: 'the processor to measure on',
      otherwise: 'the last',
      parse: wholeNumber(0, 1023),
      complete: FREE,
    }),
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    { does: 'two filters against none', line: 'seccompile bench filter.bpf smaller.bpf --call getppid' },
  ],
  run: timeFilters,
})
