/*
 * The instruments of the options that watch passes. Their output goes to standard error or to files, because
 * standard output may be the filter.
 */
import { readdirSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bisect, printIr, timing } from '@seccompile/pass'
import type { CandidateTrial } from '@seccompile/compiler'
import type { AnyPass, BisectRow, Instrument, IrDump } from '@seccompile/pass'
import { didYouMean } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import { CliError } from '../io/cli-error.ts'
import type { Io } from '../io/io.ts'
import { colours } from '../io/colours.ts'
import { reason } from '../io/input.ts'
import type { WatchPassesOptions } from '../options/watch.ts'
import { irText } from '@seccompile/describe'
import { table } from '@seccompile/text-layout'
import { makeFolders } from '../io/folder.ts'

/** Instruments for one run. */
export interface Watch {
  readonly instruments: readonly Instrument[]
  /** Prints the facts that are known only at the end of the run. @param tried - the candidates of the compilation */
  readonly finish: (tried: readonly CandidateTrial[]) => void
}

/** The names of the passes inside `pass`, or its own name. */
function namesIn(pass: AnyPass): readonly string[] {
  return pass.parts === undefined ? [pass.name] : [...new Set(pass.parts.flatMap(namesIn))]
}

function parseAfter(text: string, pass: AnyPass): string {
  const known = ['changed', 'all', ...namesIn(pass)]
  if (known.includes(text)) return text
  const hint = didYouMean(text, known, `; there are ${known.join(', ')}`)
  throw new CliError(`--print-after: the pipeline has no pass "${text}"${hint}`)
}

const numbered = ({ number, pass = 'input' }: IrDump): string => `${String(number).padStart(2, '0')}-${pass}`

/** The names of dumps, which identify the dumps of an earlier run. */
const DUMP = /^\d{2,}-[a-z0-9-]+\.(?:rules|decision|program)\.txt$/

/** Makes `folder`, removes the dumps of an earlier run from it, and yields a function that writes one dump. */
function dumpTo(folder: string): (dump: IrDump) => void {
  const failed = (error: unknown): CliError =>
    new CliError(`--dump-dir: ${folder}: cannot be written: ${reason(error)}`, { cause: error })
  try {
    makeFolders(folder)
    for (const name of readdirSync(folder)) if (DUMP.test(name)) unlinkSync(join(folder, name))
  } catch (error) {
    throw failed(error)
  }
  return (dump) => {
    try {
      writeFileSync(join(folder, `${numbered(dump)}.${dump.level}.txt`), dump.text)
    } catch (error) {
      throw failed(error)
    }
  }
}

function dumps(
  io: Io,
  pass: AnyPass,
  options: WatchPassesOptions,
  abis: readonly AbiTable[],
): readonly Instrument[] {
  const { printAfter, dumpDir } = options
  if (printAfter === undefined && dumpDir === undefined) return []
  const after = parseAfter(printAfter ?? 'changed', pass)
  const { bold } = colours(io, 'err')
  const write =
    dumpDir === undefined
      ? (dump: IrDump) => io.err(`${bold(`--- ${numbered(dump)}: ${dump.level}`)}\n${dump.text}`)
      : dumpTo(dumpDir)
  return [printIr({ after, write, print: (ir, endianness) => irText(ir, endianness, abis) })]
}

/** The line with the number of candidates, their total time, and what the timed passes made. */
function triedLine(tried: readonly CandidateTrial[]): string {
  const ms = tried.reduce((sum, { ms: own = 0 }) => sum + own, 0).toFixed(2)
  const made = tried.some(({ outcome }) => outcome === 'fits')
    ? 'the table shows the passes of the chosen one'
    : 'none fits in one filter, so the table shows the passes that made several'
  return `candidates: ${tried.length} tried in ${ms} ms; ${made}\n`
}

/** An instrument that adds up the time of each pass. At the end it prints a table, in the order of the first runs. */
function stopwatch(io: Io): Watch {
  const times = new Map<string, { readonly runs: number; readonly time: number }>()
  const instrument = timing(
    ({ pass, isMadeOfOthers, time }) => {
      if (isMadeOfOthers) return
      const before = times.get(pass) ?? { runs: 0, time: 0 }
      times.set(pass, { runs: before.runs + 1, time: before.time + time })
    },
    () => performance.now(),
  )
  const finish: Watch['finish'] = (tried) => {
    const whole = [...times.values()].reduce((sum, { time }) => sum + time, 0)
    const rows = [...times].map(([pass, { runs, time }]) => [
      pass,
      String(runs),
      time.toFixed(2),
      `${((100 * time) / (whole || 1)).toFixed(0)} %`,
    ])
    io.err(table(['pass', 'runs', 'ms', 'share'], [...rows, ['all', '', whole.toFixed(2), '']]))
    if (tried.length > 0) io.err(triedLine(tried))
  }
  return { instruments: [instrument], finish }
}

/** Prints for each pass whether it ran. Each line is printed once, even for several filters. */
function bisectTeller(io: Io): (row: BisectRow) => void {
  const said = new Set<string>()
  return ({ number, pass, ran }) => {
    const line = `bisect: ${number} ${pass} ${ran ? 'ran' : 'left out'}\n`
    if (!said.has(line)) io.err(line)
    said.add(line)
  }
}

/**
 * The instruments of `options` for one run of `pass`; `abis` name the calls.
 * @throws CliError where an option is wrong, or the folder for dumps cannot be made
 */
export function watch(io: Io, pass: AnyPass, options: WatchPassesOptions, abis: readonly AbiTable[]): Watch {
  const watched = options.timePasses === true ? stopwatch(io) : undefined
  const bisection = options.bisectLimit === undefined ? [] : [bisect(options.bisectLimit, bisectTeller(io))]
  return {
    // The clock comes first: it must not measure the other instruments.
    instruments: [...(watched?.instruments ?? []), ...bisection, ...dumps(io, pass, options, abis)],
    finish: (tried) => watched?.finish(tried),
  }
}
