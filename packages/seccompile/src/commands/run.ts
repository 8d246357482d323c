/*
 * `seccompile run`: a command under a filter.
 *
 * The process becomes the command, so that status and signals are the command's own. With --report, or with a launcher
 * other than koffi, the process stays as the parent of the command.
 */
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { auditArchName, didYouMean, verdictName } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { chooseLauncher, filterBytes, LAUNCHERS, run } from '@seccompile/kernel'
import type { CommandWord, LauncherName, RefusedCall, RunReport } from '@seccompile/kernel'
import { execUnder, flagBits, forbiddenCall, nativeAbi as machineCalls } from '@seccompile/kernel/exec'
import type { AttachFlags } from '@seccompile/kernel/exec'
import { abiTables } from '@seccompile/syscalls'
import { CliError } from '../cli-error.ts'
import type { ByteOrderError } from '../cli-error.ts'
import { EXIT } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { inputName } from '../load/input.ts'
import { PRESET } from '../load/policy.ts'
import { acceptedRaw, compiled, loadSource, testedArches } from '../load/program.ts'
import type { LoadedProgram } from '../load/program.ts'
import { nativeAbi } from '../options/abi.ts'
import { parseRequirements } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { RUN_EXIT } from '../run/interface.ts'
import { endAfterExec, execCommand, rawWords } from '../run/line.ts'
import { relaySignals } from '../run/signals.ts'
import { callNames } from '../show/call-names.ts'
import { sayError, sayNote, sayWarnings } from '../show/say.ts'

/** The options of `run`, as typed. */
export interface RunCommandOptions extends TargetOptions {
  readonly log?: boolean
  readonly specAllow?: boolean
  readonly launcher?: string
  readonly report?: boolean
  readonly json?: boolean
}

function parseLauncher(text: string | undefined): LauncherName | undefined {
  if (text === undefined) return undefined
  const known = LAUNCHERS.find((name) => name === text)
  if (known !== undefined) return known
  const hint = didYouMean(text, LAUNCHERS, `; known: ${LAUNCHERS.join(', ')}`)
  throw new CliError(`--launcher: unknown launcher "${text}"${hint}`)
}

/** The filters that `argument` names, in order, and the flags that a profile asks for. */
interface LoadedFilters {
  readonly programs: readonly LoadedProgram[]
  readonly flags: AttachFlags
}

const files = (argument: string): readonly string[] =>
  argument.startsWith(PRESET) || existsSync(argument) ? [argument] : argument.split(',')

/** The flags of a profile that `run` uses. Flags about threads and listeners have no meaning for one command. */
function profileFlags(names: readonly string[]): AttachFlags {
  return {
    log: names.includes('SECCOMP_FILTER_FLAG_LOG'),
    specAllow: names.includes('SECCOMP_FILTER_FLAG_SPEC_ALLOW'),
  }
}

/** The program in a raw file. @throws CliError where it is none, or is for a machine of the other byte order */
function rawProgram(path: string, bytes: Uint8Array, options: TargetOptions): LoadedProgram {
  const abi = options.abi ?? nativeAbi()
  try {
    return acceptedRaw(inputName(path), bytes, { abi })
  } catch (error) {
    const { code, order } = error as Partial<ByteOrderError>
    if (code !== 'E_BYTE_ORDER' || options.abi !== undefined) throw error
    throw new CliError(
      `${inputName(path)}: is a filter for ${order} endian machines, and programs on this machine make calls of ${abi}; compile the policy for ${abi} with --abi ${abi}; nothing was started`,
      { cause: error },
    )
  }
}

async function loadFilters(argument: string, options: TargetOptions): Promise<LoadedFilters> {
  const requirements = parseRequirements(options)
  const parts = files(argument)
  const programs: LoadedProgram[] = []
  let flags: AttachFlags = {}
  for (const part of parts) {
    const source = await loadSource(part, options)
    if (source.kind === 'raw') {
      programs.push(rawProgram(part, source.bytes, options))
      continue
    }
    if (parts.length > 1)
      throw new CliError(`${part}: is a policy; a list of files may name raw filters only`)
    const abi = options.abi === undefined ? { native: true } : { abi: options.abi }
    programs.push(await compiled(source.loaded, abi, requirements))
    flags = profileFlags(source.loaded.install?.flags ?? [])
  }
  return { programs, flags }
}

/**
 * Checks that a filter is for this machine. One that is not gives every call the verdict for calls of another arch, and
 * what it says to execve would not explain that.
 * @throws CliError where a filter refuses execve, and tests for other architectures than this machine's
 */
function checkMachine(
  argument: string,
  programs: readonly LoadedProgram[],
  filters: readonly Uint8Array[],
): void {
  const native = machineCalls()
  const refused = forbiddenCall(filters, native, ['execve'])
  const program = refused && programs[refused.filter]?.program
  const tested = [...(program === undefined ? [] : testedArches(program))]
  if (refused === undefined || tested.length === 0 || tested.includes(native.auditArch)) return
  const name = files(argument)[refused.filter] ?? argument
  throw new CliError(
    `${inputName(name)}: is a filter for ${tested.map(auditArchName).join(', ')}, and programs on this machine make calls of ${native.token}, which it gives ${refused.verdicts.map((verdict) => verdictName(verdict)).join(' or ')}; compile the policy for ${native.token} with --abi ${native.token}; nothing was started`,
  )
}

/** The verdicts of each filter on a call, as a clause. */
function saysText(says: readonly (readonly number[])[]): string {
  return says
    .map((verdicts, index) => {
      const which = says.length === 1 ? 'the filter' : `filter ${index + 1}`
      const names = verdicts.map((verdict) => verdictName(verdict)).join(' or ')
      return `${which} says ${names === '' ? 'what a register holds' : names}${verdicts.length > 1 ? ', by its arguments' : ''}`
    })
    .join(', ')
}

function refusedText(refused: RefusedCall): string {
  if (!refused.known) return `killed by SIGSYS for a system call that is not known: ${refused.why}`
  const { arch, nr, verdict, says } = refused
  const names = callNames(abiTables)
  const call = `${names.abi(arch, nr) ?? auditArchName(arch)} ${names.name(arch, nr) ?? 'call'} (${nr})`
  return `killed by SIGSYS for ${call}: ${verdictName(verdict)}; ${saysText(says)}`
}

function reportText(command: string, { status, signal, refused }: RunReport): string {
  if (refused !== undefined) return `${command}: ${refusedText(refused)}`
  return `${command}: ${signal === undefined ? `exited with status ${status ?? EXIT.ok}` : `ended by ${signal}`}`
}

/** A report for machines, with verdicts by name and as numbers. */
function reportJson(command: readonly string[], { refused, ...report }: RunReport): string {
  const named =
    refused?.known === true
      ? {
          ...refused,
          verdict: verdictName(refused.verdict),
          ret: refused.verdict,
          says: refused.says.map((verdicts) => verdicts.map((verdict) => verdictName(verdict))),
        }
      : refused
  return JSON.stringify({ command, ...report, refused: named })
}

/** Runs the command as a child, and forwards the signals that this process gets. */
async function runAsParent(
  filters: readonly Program[],
  command: readonly [CommandWord, ...CommandWord[]],
  { flags, launcher }: { readonly flags: AttachFlags; readonly launcher: LauncherName },
): Promise<RunReport> {
  const relay = relaySignals()
  try {
    return await run(filters, command, { ...flags, launcher, onStart: relay.started })
  } finally {
    relay.stop()
  }
}

/**
 * `seccompile run`: a command under a filter.
 * @returns the status of the command, 128 + the signal that ended it, or one of `RUN_EXIT`. Where the process becomes
 * the command, the function does not return.
 */
export async function runCommand(
  io: Io,
  argument: string,
  words: readonly string[],
  options: RunCommandOptions,
): Promise<number> {
  const [name] = words
  if (name === undefined) throw new CliError('there is no command to run; write it after "--"')
  const { report = false, json = false } = options
  if (json && !report) throw new CliError('--json goes with --report')
  const wanted = parseLauncher(options.launcher)
  const loaded = await loadFilters(argument, options)
  for (const { warnings } of loaded.programs) sayWarnings(io, warnings)
  const { log = loaded.flags.log ?? false, specAllow = loaded.flags.specAllow ?? false } = options
  const flags = { log, specAllow }
  const programs = loaded.programs.map(({ program }) => program)
  const filters = filterBytes(programs)
  checkMachine(argument, loaded.programs, filters)
  const launcher = chooseLauncher({ filters, flags: flagBits(flags), noNewPrivs: true }, wanted)
  if (launcher === 'koffi' && !report) {
    const found = execCommand(words)
    if (found.kind !== 'found') {
      sayError(io, found.message)
      return found.kind === 'missing' ? RUN_EXIT.notFound : RUN_EXIT.notExecutable
    }
    const failed = execUnder(filters, found, {
      flags: flagBits(flags),
      ...(io.stdio === undefined ? {} : { stdio: io.stdio }),
    })
    return endAfterExec(failed)
  }
  const [first = name, ...others] = rawWords(words)
  const result = await runAsParent(programs, [first, ...others], { flags, launcher })
  if (json) io.err(`${reportJson(words, result)}\n`)
  else if (report) sayNote(io, reportText(name, result))
  const { status, signal } = result
  return status ?? 128 + (signal === undefined ? 0 : constants.signals[signal as NodeJS.Signals])
}
