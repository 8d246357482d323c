/*
 * The command line: what was typed, to a command, to an exit status.
 *
 * Every error ends here. Which ones are the person's and which are ours is told by name and code, because the class
 * may come from another copy of its package.
 */
import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import type { CommanderError } from 'commander'
import { asmCommand } from './commands/asm.ts'
import type { AsmCommandOptions } from './commands/asm.ts'
import type { BenchCommandOptions } from './commands/bench.ts'
import { compileCommand } from './commands/compile.ts'
import type { CompileCommandOptions } from './commands/compile.ts'
import { costCommand } from './commands/cost.ts'
import type { CostCommandOptions } from './commands/cost.ts'
import { diffCommand } from './commands/diff.ts'
import { digestCommand } from './commands/digest.ts'
import { disasmCommand } from './commands/disasm.ts'
import type { DisasmCommandOptions } from './commands/disasm.ts'
import type { DumpCommandOptions } from './commands/dump.ts'
import { emulateCommand } from './commands/emulate.ts'
import type { EmulateCommandOptions } from './commands/emulate.ts'
import { explainCommand } from './commands/explain.ts'
import { intersectCommand } from './commands/intersect.ts'
import type { IntersectCommandOptions } from './commands/intersect.ts'
import { optimizeCommand } from './commands/optimize.ts'
import type { OptimizeCommandOptions } from './commands/optimize.ts'
import type { OracleCommandOptions } from './commands/oracle.ts'
import { passesCommand } from './commands/passes.ts'
import type { PassesCommandOptions } from './commands/passes.ts'
import { proveCommand } from './commands/prove.ts'
import { solveCommand } from './commands/solve.ts'
import type { SolveCommandOptions } from './commands/solve.ts'
import { subsetCommand } from './commands/subset.ts'
import type { SubsetCommandOptions } from './commands/subset.ts'
import type { ProbeCommandOptions } from './commands/probe.ts'
import type { RunCommandOptions } from './commands/run.ts'
import { verifyCommand } from './commands/verify.ts'
import type { VerifyCommandOptions } from './commands/verify.ts'
import { EXIT } from './exit-code.ts'
import type { ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import type { QuestionOptions } from './question.ts'
import { RUN_EXIT, RUN_FLAGS } from './run-line.ts'
import { sayError } from './say.ts'

export type { Io } from './io.ts'
export type { ExitCode } from './exit-code.ts'

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : ''
}

const ABI = [
  '--abi <list>',
  'ABIs, the main one first: x86_64,x86,x32 (names, Go names or SCMP_ARCH_*)',
] as const
const CAPS = [
  '--caps <list>',
  'capabilities of the container; "" for none (default: those Docker gives)',
] as const
const KERNEL = [
  '--kernel <x.y>',
  'kernel version that includes.minKernel is held against (default: the newest known)',
] as const
const UNKNOWN = [
  '--unknown <action>',
  'what numbers above the newest known call get: ENOSYS, ERRNO(1), KILL_PROCESS, … (default: the default of the policy)',
] as const
const POLICY =
  'an OCI or Docker profile, a module with a policy as default export, preset:NAME, or - for a profile on standard input'
const FILE = 'a raw filter, or anything that compile takes'
const SIDE = 'a raw filter, several of a stack with commas between, or anything that compile takes'
const OUTPUT = [
  '-o, --output <file>',
  'where to write the filter, or - for standard output (default: standard output, if no terminal)',
] as const
const NATIVE = ['--native', 'take the main ABI from this machine'] as const
const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]
const USE = [
  '--use <module>',
  'a module with passes of your own, a path or a package; may be repeated',
  collect,
] as const
const JSON_OUT = ['--json', 'output for machines'] as const
const WITHIN = [
  '--within <abi[:lo-hi]>',
  'ask only about the calls of an ABI, or those with numbers in a range: x86_64:0-0x3fffffff',
] as const

/** The commands; each hands its exit status to `done`. */
function commands(io: Io, done: (status: number) => void): Command {
  const root = new Command('seccompile')
    .description('Turns a seccomp policy into the smallest, fastest filter that means the same.')
    .version(version())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      outputError: (text) => sayError(io, text.replace(/^error: /, '').trimEnd()),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
  root
    .command('compile')
    .description('compile a policy to a raw filter')
    .argument('[policy]', POLICY)
    .option(...ABI)
    .option(...NATIVE)
    .option(...CAPS)
    .option(...KERNEL)
    .option(...UNKNOWN)
    .option('--preset <name>', 'none, size or speed (default: speed)')
    .option('--objective <name>', 'what to minimise: uniform, weights, bitmap or attach (default: uniform)')
    .option(
      '--weights <file>',
      'how often calls are made: JSON, strace -c, perf trace -s, tracefs or perf script; or "server"',
    )
    .option(
      '--abi-weight <abi=weight>',
      'what an ABI counts for (default: 1, x32 0.001); may be repeated',
      collect,
    )
    .option(
      '--insn-cost <n>',
      'what an instruction costs in executed ones (default: 1/2048 for speed, 1/8 for size)',
    )
    .option('--max-path <n>', 'most instructions that any call may execute')
    .option('--effort <name>', 'default or max: how long to look for a better filter (default: default)')
    .option('--passes <text>', 'a pipeline of your own: see "seccompile passes"')
    .option(...OUTPUT)
    .option(
      '--max-filters <n>',
      'most filters to divide a large policy among, written to FILE.1, FILE.2, … (default: what the kernel takes)',
    )
    .option('--strict', 'refuse names that no ABI knows')
    .option('--no-prove', 'leave out the proof that the filter means what the policy means')
    .option(...JSON_OUT)
    .option(...USE)
    .option('--print-after <pass>', 'show the IR after a pass, after those that "changed" it, or after "all"')
    .option(
      '--dump-dir <folder>',
      'write the IR to numbered files there instead: after those that changed it',
    )
    .option('--time-passes', 'say how long each pass took')
    .option('--bisect-limit <n>', 'run only the first n passes that may be left out')
    .option('--repro <file>', 'where to keep what a pass was given, if one fails')
    .option('--run-repro <file>', 'run a pass that failed again, instead of compiling a policy')
    .action(async (policy: string | undefined, options: CompileCommandOptions) =>
      done(await compileCommand(io, policy, options)),
    )
  root
    .command('disasm')
    .description('show a program as a listing')
    .argument('<file>', FILE)
    .option(...ABI)
    .option(...UNKNOWN)
    .option('--asm', 'in the syntax of bpf_asm, with labels')
    .option(...JSON_OUT)
    .action(async (file: string, options: DisasmCommandOptions) =>
      done(await disasmCommand(io, file, options)),
    )
  root
    .command('asm')
    .description('assemble a raw filter from text in the syntax of bpf_asm, or from a listing')
    .argument('<file>', 'the text, or - for standard input')
    .option(...ABI)
    .option(...OUTPUT)
    .option(...JSON_OUT)
    .action(async (file: string, options: AsmCommandOptions) => done(await asmCommand(io, file, options)))
  root
    .command('emulate')
    .description('say what a program answers to one call')
    .argument('<file>', FILE)
    .argument('<syscall>', 'name or number, on the first ABI of --abi')
    .argument('[args...]', 'up to six arguments, decimal or 0x hexadecimal; the rest are 0')
    .option(...ABI)
    .option(...UNKNOWN)
    .option('--trace', 'show the instructions executed')
    .option(...JSON_OUT)
    .action(async (file: string, call: string, args: string[], options: EmulateCommandOptions) =>
      done(await emulateCommand(io, file, call, args, options)),
    )
  root
    .command('verify')
    .description('say whether the kernel would accept a program (exit 1 where not)')
    .argument('<file>', FILE)
    .option(...ABI)
    .option(...UNKNOWN)
    .option('--lowered', 'hold it against the narrower language that seccompile emits')
    .option(...JSON_OUT)
    .action(async (file: string, options: VerifyCommandOptions) =>
      done(await verifyCommand(io, file, options)),
    )
  root
    .command('cost')
    .description('say what a filter costs, in instructions')
    .argument('<file>', FILE)
    .option(...ABI)
    .option(...UNKNOWN)
    .option('--weights <file>', 'also the means by how often calls are made: what compile takes, or "server"')
    .option('--per-call', 'a row a call as well')
    .option('--markdown', 'as tables of Markdown')
    .option(...JSON_OUT)
    .action(async (file: string, options: CostCommandOptions) => done(await costCommand(io, file, options)))
  root
    .command('optimize')
    .description('make a filter smaller and faster, whatever made it, and prove that it means the same')
    .argument('<file>', 'a raw filter, or - for standard input')
    .option(
      '--abi <list>',
      'ABIs whose calls count (default: those that the filter knows); they say the byte order',
    )
    .option('--preset <name>', 'size or speed (default: speed)')
    .option(...OUTPUT)
    .option(...JSON_OUT)
    .action(async (file: string, options: OptimizeCommandOptions) =>
      done(await optimizeCommand(io, file, options)),
    )
  root
    .command('passes')
    .description('list the passes and presets')
    .option(...USE)
    .option(...JSON_OUT)
    .action(async (options: PassesCommandOptions) => done(await passesCommand(io, options)))
  questions(root, io, done)
  onKernel(root, io, done)
  return root
}

/** Adds the commands that ask the prover. */
function questions(root: Command, io: Io, done: (status: ExitCode) => void): void {
  root
    .command('prove')
    .description('prove that two filters mean the same, or show a call that tells them apart (exit 1)')
    .argument('<a>', SIDE)
    .argument('<b>', SIDE)
    .option(...ABI)
    .option(...CAPS)
    .option(...KERNEL)
    .option(...UNKNOWN)
    .option(...WITHIN)
    .option(...JSON_OUT)
    .action(async (a: string, b: string, options: QuestionOptions) =>
      done(await proveCommand(io, a, b, options)),
    )
  root
    .command('diff')
    .description('list the calls whose verdict changes from one filter to another (exit 1 where some do)')
    .argument('<a>', SIDE)
    .argument('<b>', SIDE)
    .option(...ABI)
    .option(...CAPS)
    .option(...KERNEL)
    .option(...UNKNOWN)
    .option(...WITHIN)
    .option(...JSON_OUT)
    .action(async (a: string, b: string, options: QuestionOptions) =>
      done(await diffCommand(io, a, b, options)),
    )
  root
    .command('subset')
    .description('say whether a filter is for every call at least as strict as another (exit 1 where not)')
    .argument('<file>', SIDE)
    .requiredOption('--of <file>', 'the other filter')
    .option(...ABI)
    .option(...CAPS)
    .option(...KERNEL)
    .option(...UNKNOWN)
    .option(...WITHIN)
    .option(...JSON_OUT)
    .action(async (file: string, options: SubsetCommandOptions) =>
      done(await subsetCommand(io, file, options)),
    )
  root
    .command('intersect')
    .description('make a filter that is as strict as two together')
    .argument('<a>', SIDE)
    .argument('<b>', SIDE)
    .option(...ABI)
    .option(...CAPS)
    .option(...KERNEL)
    .option(...UNKNOWN)
    .option(...OUTPUT)
    .option(...JSON_OUT)
    .action(async (a: string, b: string, options: IntersectCommandOptions) =>
      done(await intersectCommand(io, a, b, options)),
    )
  root
    .command('solve')
    .description('find a call that gets a verdict (exit 1 where there is none)')
    .argument('<file>', SIDE)
    .requiredOption('--verdict <verdict>', 'ALLOW, ERRNO (with any data), ERRNO(1), 0x7fff0000')
    .option('--syscall <name>', 'name or number, on the first ABI of --abi (default: any)')
    .option('--arg <index=value>', 'what an argument must be; may be repeated', collect)
    .option(...ABI)
    .option(...CAPS)
    .option(...KERNEL)
    .option(...UNKNOWN)
    .option(...WITHIN)
    .option(...JSON_OUT)
    .action(async (file: string, options: SolveCommandOptions) => done(await solveCommand(io, file, options)))
  root
    .command('explain')
    .description('list what a filter does, by system call')
    .argument('<file>', SIDE)
    .option(...ABI)
    .option(...CAPS)
    .option(...KERNEL)
    .option(...UNKNOWN)
    .option(...WITHIN)
    .option(...JSON_OUT)
    .action(async (file: string, options: QuestionOptions) => done(await explainCommand(io, file, options)))
  root
    .command('digest')
    .description('print a fingerprint of what a filter means, the same for all that mean the same')
    .argument('<file>', SIDE)
    .option(...ABI)
    .option(...CAPS)
    .option(...KERNEL)
    .option(...UNKNOWN)
    .option(...WITHIN)
    .option(...JSON_OUT)
    .action(async (file: string, options: QuestionOptions) => done(await digestCommand(io, file, options)))
}

/** Adds the commands that need the running kernel. What they do is loaded when it is asked for. */
function onKernel(root: Command, io: Io, done: (status: number) => void): void {
  const run = root
    .command('run')
    .description('run a command under a filter, which this process becomes')
    .argument('<filter>', SIDE)
    .argument('<command...>', 'the command and its words, after "--"')
    .option(...ABI)
    .option(...CAPS)
    .option(...KERNEL)
    .option(...UNKNOWN)
  for (const [option, { about }] of Object.entries(RUN_FLAGS)) run.option(option, about)
  run
    .option(
      '--launcher <name>',
      'koffi, setpriv or bwrap: what attaches the filter (default: the first that can)',
    )
    .option('--report', 'stay, and say on standard error how it ended and for which call it was killed')
    .option('--json', 'the report for machines, on standard error')
    .action(async (filter: string, words: string[], options: RunCommandOptions) => {
      const { runCommand } = await import('./commands/run.ts')
      done(await runCommand(io, filter, words, options))
    })
  root
    .command('probe')
    .description('say what the running kernel offers to seccomp (exit 1 where no filter can be attached)')
    .option(...JSON_OUT)
    .action(async (options: ProbeCommandOptions) => {
      const { probeCommand } = await import('./commands/probe.ts')
      done(probeCommand(io, options))
    })
  root
    .command('oracle')
    .description('say what the running kernel answers to a call under a filter; no call is executed')
    .argument('<file>', FILE)
    .argument('[call...]', 'a system call by name or number, on the first ABI of --abi, and its arguments')
    .option(...ABI)
    .option(...UNKNOWN)
    .option(
      '--against',
      'hold the interpreter against the kernel, on both sides of every test (exit 1 where they differ)',
    )
    .option('--rate', 'say how many calls a second the kernel decides')
    .option(...JSON_OUT)
    .action(async (file: string, call: string[], options: OracleCommandOptions) => {
      const { oracleCommand } = await import('./commands/oracle.ts')
      done(await oracleCommand(io, file, call, options))
    })
  root
    .command('dump')
    .description('read the filters of a live process, oldest first (takes root; exit 1 where it has none)')
    .argument('<pid>', 'the id of the process, or of a thread')
    .option('-o, --output <folder>', 'write them there, as 1.bpf, 2.bpf, … (default: only list them)')
    .option(...JSON_OUT)
    .action(async (pid: string, options: DumpCommandOptions) => {
      const { dumpCommand } = await import('./commands/dump.ts')
      done(await dumpCommand(io, pid, options))
    })
  root
    .command('bench')
    .description(
      "time filters on the kernel's clock: getppid or other calls, which are not made, and the attach",
    )
    .argument('[filter...]', `${SIDE} (default: preset:container-default); or "seed" for the experiment`)
    .option(...ABI)
    .option(...UNKNOWN)
    .option('--call <name>', 'a call by name or number (default: getppid); may be repeated', collect)
    .option('--rounds <n>', 'how often each filter has its turn (default: 200)')
    .option('--cpu <n>', 'the processor to measure on (default: the last)')
    .option('-o, --output <folder>', 'where "seed" writes its charts and figures (default: nowhere)')
    .option(...JSON_OUT)
    .action(async (filters: string[], options: BenchCommandOptions) => {
      const { benchCommand } = await import('./commands/bench.ts')
      done(await benchCommand(io, filters, options))
    })
}

/** The status of `run` for what would be `status` of another command: a command could have ended with that. */
function runStatus(error: unknown, status: ExitCode): number {
  const { code } = error as { readonly code?: string }
  if (status === EXIT.ok) return status
  if (code === 'E_NO_COMMAND') return RUN_EXIT.notFound
  return code === 'E_NOT_EXECUTABLE' ? RUN_EXIT.notExecutable : RUN_EXIT.failed
}

/** Errors by name, and by code, for which the input is to blame. */
const PERSONS = new Set([
  'AssemblyError',
  'CliError',
  'KernelError',
  'PolicyError',
  'E_DECLINED',
  'E_PIPELINE',
  'E_REPRODUCER',
])

function statusOf(error: unknown, io: Io): ExitCode {
  const { name, code = '', message, stack, exitCode } = error as Partial<CommanderError> & Error
  // Help and version end by an error too, with status 0; commander has said the rest itself.
  if (code.startsWith('commander.')) return exitCode === 0 ? EXIT.ok : EXIT.badInput
  if (PERSONS.has(name) || PERSONS.has(code)) {
    sayError(io, message)
    return EXIT.badInput
  }
  const what = name === 'PassError' ? `pass ${message}` : (stack ?? message)
  sayError(
    io,
    `${what}\nThis is a fault of seccompile, not of your input: please report it${name === 'PassError' ? ', with what --repro keeps' : ''}.`,
  )
  return EXIT.failure
}

/** Runs the command line `args` (without node and script) and yields its exit status; never throws. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  let status: number = EXIT.ok
  const root = commands(io, (code) => {
    status = code
  })
  try {
    if (args.length === 0) {
      root.outputHelp({ error: true })
      return EXIT.badInput
    }
    await root.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    const failed = statusOf(error, io)
    return args[0] === 'run' ? runStatus(error, failed) : failed
  }
}
