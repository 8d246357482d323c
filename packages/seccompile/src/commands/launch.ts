/*
 * `seccompile launch`: a command under a filter, by a launcher of another project.
 *
 * Without --exec, `launch` writes the filter to a file, and prints the line of a shell that starts the command. bwrap
 * reads the filter from a descriptor, setpriv reads it from the file, and crun from an annotation in a `config.json`,
 * which is then the file. With --exec, `launch` starts the launcher at once, and leaves no file.
 */
import { isUtf8 } from 'node:buffer'
import { encode } from '@seccompile/cbpf'
import { crunConfig, filterBytes, hasOwnOptions, launch, refusedLaunch, thisUser } from '@seccompile/kernel'
import type { LaunchMachine, OtherLauncherName } from '@seccompile/kernel'
import { LAUNCH_CALLS } from '@seccompile/kernel/exec'
import type { LaunchCall } from '@seccompile/kernel/exec'
import { PRESET } from '@seccompile/policy-files'
import { numberOf } from '@seccompile/syscalls'
import { jsonText } from '@seccompile/text-layout'
import { CliError } from '../io/cli-error.ts'
import { EXIT } from '../io/exit-code.ts'
import { inputName } from '../io/input.ts'
import { statOf } from '../io/inside.ts'
import type { Io } from '../io/io.ts'
import { writeOutput, writeOutputs } from '../io/output.ts'
import { checkMachine, loadFilters } from '../load/filters.ts'
import type { LoadedFilters } from '../load/filters.ts'
import { SIDE } from '../options/files.ts'
import { KEEP_FD } from '../options/keep-fds.ts'
import { ALL_LAUNCHERS, takesPolicy, POLICY_LAUNCHERS } from '../options/launchers.ts'
import type { LaunchRequest } from '../options/launchers.ts'
import { NOTATION } from '../options/notation.ts'
import { TARGET } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { filePath } from '../options/texts.ts'
import { WARNINGS } from '../options/warnings.ts'
import { endStatus, withRelay } from '../run/signals.ts'
import { rawWords } from '../run/words.ts'
import { launchLine, MAX_LINE_FILTERS } from '../show/launch-line.ts'
import { sayWarning, sayWarnings } from '../show/say.ts'
import { chosenArgument, someArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES, PROGRAMS } from '../syntax/completion.ts'
import { flag, valued } from '../syntax/option.ts'
import { checkNotInput } from '../write/output-file.ts'
import { filterFiles, staleFiles, staleWarning } from '../write/stack-files.ts'

/** The filters of a launch. */
interface LaunchedFilters extends LoadedFilters {
  readonly bytes: readonly Uint8Array[]
}

/** @throws CliError for `-o` with `--exec`, and for `-o -` */
function checkOptions({ output, exec }: LaunchRequest): void {
  if (exec && output !== undefined)
    throw new CliError(
      '-o and --exec exclude each other: -o prints a line for later, --exec starts the command now',
    )
  if (output === '-')
    throw new CliError(
      'standard output gets the line that starts the command; name a file for the filter with -o',
    )
}

/** @throws CliError where neither a file nor --exec says what to do */
function checkPurpose(launcher: OtherLauncherName, isRaw: boolean, { output, exec }: LaunchRequest): void {
  if (exec || output !== undefined || (isRaw && launcher !== 'crun')) return
  throw new CliError(
    `give -o FILE or --exec: -o writes the ${launcher === 'crun' ? 'config.json' : 'filter'} to FILE and prints the line that starts the command; --exec starts the command now`,
  )
}

/**
 * Checks that the printed line can name files of the filters: `files`, which exist, or `output`.
 * @throws CliError where it cannot
 */
function checkFiles({ programs, files }: LoadedFilters, output: string | undefined): void {
  if (programs.length > MAX_LINE_FILTERS)
    throw new CliError(
      `a shell line can pass at most ${MAX_LINE_FILTERS} filters; got ${programs.length}; --exec passes them all`,
    )
  if (output === undefined) return
  for (const written of filterFiles(output, programs.length)) checkNotInput(written, files ?? [])
  if (statOf(output)?.isFile() === false)
    throw new CliError(
      `${output}: is not a regular file, so the printed line cannot read the filter from it; name another file with -o`,
    )
}

/** @throws CliError where `launcher` cannot be given these words and this number of filters */
function checkGiven(launcher: OtherLauncherName, words: readonly string[], count: number): void {
  if (launcher === 'crun' && hasOwnOptions(words))
    throw new CliError(
      `expected a command after "--"; got "${words[0] ?? ''}"; to give options to crun itself, edit the printed line`,
    )
  if (launcher !== 'bwrap' && count > 1)
    throw new CliError(`${launcher} takes only one filter; got ${count}; use bwrap, which takes several`)
  rawWords(words).forEach((word, index) => {
    if (!isUtf8(word))
      throw new CliError(`word ${index} of the command is not UTF-8; use "run", which passes bytes unchanged`)
  })
}

/** The machine that the filters are for, with the numbers of the calls that a launcher makes. */
function machineOf({ programs: [first] }: LoadedFilters): LaunchMachine | undefined {
  if (first === undefined) return undefined
  const { endianness, abis } = first
  const { token, auditArch } = abis[0]
  // 0xffff_ffff, -1 as an int, is the number of no call. A filter that tests for it would be strange.
  const number = (name: string): number => numberOf(abis[0], name) ?? 0xffff_ffff
  const calls = Object.fromEntries(LAUNCH_CALLS.map((name) => [name, number(name)])) as Record<
    LaunchCall,
    number
  >
  return { abi: { token, auditArch, calls }, endianness }
}

/**
 * The variables of the environment that go into a `config.json`. Others may be secrets, and the file is not removed.
 */
const KEPT_VARIABLES = ['PATH', 'HOME', 'LANG', 'TERM']
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

function configText(io: Io, filter: Uint8Array, args: readonly string[]): string {
  const env: Io['env'] = { PATH: DEFAULT_PATH, ...io.env }
  const kept = KEPT_VARIABLES.flatMap((name) => (env[name] === undefined ? [] : [`${name}=${env[name]}`]))
  const config = crunConfig({ args, filter, ...thisUser(), env: kept, cwd: process.cwd() })
  return jsonText(config)
}

/** The files that the line names. Files that do not exist yet are written. */
async function writeFiles(
  io: Io,
  launcher: OtherLauncherName,
  { bytes, files }: LaunchedFilters,
  words: readonly string[],
  output: string | undefined,
): Promise<readonly string[]> {
  if (output === undefined) return files ?? []
  if (launcher === 'crun') {
    await writeOutput(output, Buffer.from(configText(io, bytes[0]!, words)))
    return [output]
  }
  const names = filterFiles(output, bytes.length)
  if (names.length === 1) await writeOutput(output, bytes[0]!)
  else await writeOutputs(bytes.map((one, index) => ({ path: names[index]!, bytes: one })))
  const stale = staleFiles(output, bytes.length)
  if (stale.length > 0) sayWarning(io, staleWarning(stale))
  return names
}

/** {@link loadFilters}. If a policy does not fit one filter, the error says how to start a command under several. */
async function loadLaunched(argument: string, options: TargetOptions): Promise<LoadedFilters> {
  try {
    return await loadFilters(argument, options)
  } catch (error) {
    const { name, code, message } = error as { readonly code?: string } & Error
    if (name !== 'PolicyError' || code !== 'E_LIMIT') throw error
    throw new CliError(
      `${message}; "compile -o FILE" writes several filters, FILE.1, FILE.2, …, and "launch bwrap FILE.1,FILE.2" attaches them`,
      { cause: error },
    )
  }
}

/**
 * `seccompile launch`: the line that starts a command under a filter by a launcher of another project; with --exec,
 * the start itself.
 * @returns with --exec, the status that `run` would return
 */
async function launchFilter(io: Io, launcher: OtherLauncherName, options: LaunchRequest): Promise<number> {
  const { policy: argument, command: words, output, exec, keepFd: keepFds = [] } = options
  const [name, ...rest] = words
  if (name === undefined) throw new CliError('there is no command to start; write it after "--"')
  if (options.denyInexpressible)
    throw new CliError(
      `--deny-inexpressible works only with ${POLICY_LAUNCHERS.join(', ')}; ${launcher} takes any filter; leave it out`,
    )
  checkOptions(options)
  if (keepFds.length > 0 && !exec)
    throw new CliError('--keep-fd needs --exec; the printed line passes on the descriptors that it redirects')
  checkNotInput(output, [argument])
  checkPurpose(launcher, !argument.startsWith(PRESET), options) // before a preset is compiled in vain
  const loaded = await loadLaunched(argument, options)
  const programs = loaded.programs.map(({ program }) => program)
  checkPurpose(launcher, loaded.files !== undefined, options)
  checkGiven(launcher, words, programs.length)
  if (!exec) checkFiles(loaded, output)
  sayWarnings(io, ...loaded.programs.map(({ warnings }) => warnings))
  if (loaded.flags.log === true || loaded.flags.specAllow === true)
    sayWarning(io, `${launcher} takes no flags of seccomp(2); the flags of the profile are left out`)
  if (exec) {
    const bytes = filterBytes(programs)
    checkMachine(argument, loaded.programs, bytes)
    return endStatus(
      await withRelay(({ onStart, onEnd }) =>
        launch(launcher, bytes, [name, ...rest], { keepFds, onStart, onEnd }),
      ),
    )
  }
  const bytes = loaded.programs.map(({ program, endianness }) => encode(program, endianness))
  const refused = refusedLaunch(launcher, bytes, machineOf(loaded))
  if (refused !== undefined) throw new CliError(`${inputName(argument)}: ${refused}`)
  const files = await writeFiles(io, launcher, { ...loaded, bytes }, words, output)
  io.out(`${launchLine(launcher, files, words)}\n`)
  return EXIT.ok
}

/** `seccompile launch`. */
export const command: Command = defineCommand({
  description:
    'print the shell line that starts a command under a filter with the launcher of another project',
  warnings: 'lines',
  args: {
    launcher: chosenArgument(ALL_LAUNCHERS),
    policy: SIDE,
    command: someArguments(
      'the command and its words, after "--"; options before the command are options of bwrap or setpriv',
      PROGRAMS,
      FILES,
    ),
  },
  options: {
    ...TARGET,
    output: valued({
      short: 'o',
      placeholder: 'file',
      brief: 'where to write the filter, or for crun the config.json that holds it',
      parse: filePath,
      complete: FILES,
    }),
    exec: flag('start the command now, and leave no file'),
    keepFd: KEEP_FD,
    denyInexpressible: NOTATION.denyInexpressible,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'the line for bwrap, and the filter that it names',
      line: 'seccompile launch bwrap profile.json -o filter.bpf -- --ro-bind / / node server.js',
    },
  ],
  run: async (io, { launcher, ...request }) =>
    takesPolicy(launcher)
      ? (await import('../start/launch-policy.ts')).launchPolicy(io, launcher, request)
      : launchFilter(io, launcher, request),
})
