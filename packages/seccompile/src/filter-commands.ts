/*
 * The commands that make one filter, and those that show one, as they are typed.
 *
 * In all three lists of commands the code of a command is imported when the command runs: a command spends most of its
 * time on reading code.
 */
import type { Command } from 'commander'
import type { AsmCommandOptions } from './commands/asm.ts'
import type { CallCommandOptions } from './commands/call.ts'
import type { CompileCommandOptions } from './commands/compile.ts'
import type { ConvertCommandOptions } from './commands/convert.ts'
import type { CostCommandOptions } from './commands/cost.ts'
import type { DisasmCommandOptions } from './commands/disasm.ts'
import type { EmulateCommandOptions } from './commands/emulate.ts'
import type { OptimizeCommandOptions } from './commands/optimize.ts'
import type { PassesCommandOptions } from './commands/passes.ts'
import type { VerifyCommandOptions } from './commands/verify.ts'
import type { Io } from './io.ts'
import {
  ABI,
  answerOptions,
  ARGS,
  byPipeline,
  collect,
  DENY_INEXPRESSIBLE,
  FILE,
  forTarget,
  inForms,
  JSON_OUT,
  OUTPUT,
  RAW,
  SIDE,
  TO,
} from './options/shared.ts'

const POLICY =
  'an OCI or Docker profile, a SeccompProfile of Kubernetes, a unit of systemd, a policy of minijail or seccompiler, a module with a policy as default export, preset:NAME (or preset:NAME+NAME), or - for standard input; FILE#NAME is one of several in a file'
const NATIVE = ['--native', 'take the main ABI from this machine'] as const
const USE = [
  '--use <module>',
  'a module with passes of your own, a path or a package; may be repeated',
  collect,
] as const

/** Adds one command to `root`; the command hands its exit status to `done`. */
type Add = (root: Command, io: Io, done: (status: number) => void) => void

const compile: Add = (root, io, done) => {
  const command = forTarget(
    root.command('compile').description('compile a policy to a raw filter').argument('[policy]', POLICY),
  ).option(...NATIVE)
  byPipeline(command, 'speed, size, list or none')
    .option(
      '--objective <name>',
      'what to minimise: uniform, weights, bitmap or attach (default: weights with --weights, bitmap with --kernel 5.11 or newer, else uniform)',
    )
    .option(
      '--weights <file>',
      'how often calls are made: JSON, strace -c, perf trace -s, tracefs or perf script; or "server"',
    )
    .option(
      '--abi-weight <abi=weight>',
      'how much the calls of an ABI count (default: 1, x32 0.001); may be repeated',
      collect,
    )
    .option(
      '--insn-cost <n>',
      'cost of an instruction of the filter, in executed ones (default: 1/2048 for speed, 1/8 for size and list)',
    )
    .option('--max-path <n>', 'most instructions that any call may execute')
    .option('--effort <name>', 'default or max: how long to look for a better filter (default: default)')
    .option('--bound', 'say how far the filter is from the best, which takes longer')
    .option('--passes <text>', 'a pipeline of your own, which runs once: see "seccompile passes"')
    .option('--goal <name>', 'speed or size: try --passes in several ways, and take the best filter')
    .option(...OUTPUT)
    .option(...TO)
    .option(...DENY_INEXPRESSIBLE)
    .option(
      '--max-filters <n>',
      'most filters to divide a large policy among, written to FILE.1, FILE.2, … (default: what the kernel takes)',
    )
    .option(
      '--manifest',
      'write FILE.json too: what the filter was made from, for "seccompile check-manifest"',
    )
    .option('--strict', 'refuse names that no ABI knows, and keys that are misspelt')
    .option('--no-prove', 'leave out the proof that the filter means what the policy means')
    .option(...JSON_OUT)
    .option(...USE)
    .option(
      '--print-after <pass>',
      'show the IR after one pass, after each pass that "changed" it, or after "all" passes',
    )
    .option(
      '--dump-dir <folder>',
      'write the IR to numbered files in a folder instead (default: after each pass that changed it)',
    )
    .option('--time-passes', 'say how long each pass took')
    .option('--bisect-limit <n>', 'of the passes that may be left out, run only the first n')
    .option('--repro <file>', 'where to write the input of a pass that fails, or - for standard output')
    .option(
      '--run-repro <file>',
      'run a failed pass again on the input in a file, instead of compiling a policy',
    )
    .action(async (policy: string | undefined, options: CompileCommandOptions & { runRepro?: string }) => {
      if (options.runRepro !== undefined) {
        const { runRepro } = await import('./commands/run-repro.ts')
        done(await runRepro(io, options.runRepro, policy, options))
        return
      }
      const { compileCommand } = await import('./commands/compile.ts')
      done(await compileCommand(io, policy, options))
    })
}

const disasm: Add = (root, io, done) => {
  inForms(
    forTarget(root.command('disasm').description('show a program as a listing').argument('<file>', FILE))
      .option('--asm', 'in the syntax of bpf_asm, with labels')
      .option(...RAW),
  ).action(async (file: string, options: DisasmCommandOptions) => {
    const { disasmCommand } = await import('./commands/disasm.ts')
    done(await disasmCommand(io, file, options))
  })
}

const asm: Add = (root, io, done) => {
  root
    .command('asm')
    .description('assemble a raw filter from text in the syntax of bpf_asm, or from a listing')
    .argument('<file>', 'the text, or - for standard input')
    .option(
      ABI[0],
      'ABIs whose calls the text may name, the main one first; they determine the byte order (default: x86_64, and the byte order of the architectures that the text tests for)',
    )
    .option(...OUTPUT)
    .option(...TO)
    .option(...DENY_INEXPRESSIBLE)
    .option(...JSON_OUT)
    .action(async (file: string, options: AsmCommandOptions) => {
      const { asmCommand } = await import('./commands/asm.ts')
      done(await asmCommand(io, file, options))
    })
}

const convert: Add = (root, io, done) => {
  forTarget(
    root
      .command('convert')
      .description('write a filter in another notation, and prove that both mean the same')
      .argument('<file>', SIDE),
  )
    .option('-o, --output <file>', 'where to write it, or - for standard output (default: standard output)')
    .option(...TO)
    .option(...DENY_INEXPRESSIBLE)
    .option(...RAW)
    .option(...JSON_OUT)
    .action(async (file: string, options: ConvertCommandOptions) => {
      const { convertCommand } = await import('./commands/convert.ts')
      done(await convertCommand(io, file, options))
    })
}

const emulate: Add = (root, io, done) => {
  inForms(
    forTarget(
      root
        .command('emulate')
        .description('say what a program answers to one call')
        .argument('<file>', FILE)
        .argument('<syscall>', 'name or number, on the first ABI of --abi')
        .argument('[args...]', ARGS),
    )
      .option('--trace', 'show the instructions executed')
      .option(...RAW),
  ).action(async (file: string, call: string, args: string[], options: EmulateCommandOptions) => {
    const { emulateCommand } = await import('./commands/emulate.ts')
    done(await emulateCommand(io, file, call, args, options))
  })
}

const verify: Add = (root, io, done) => {
  inForms(
    forTarget(
      root
        .command('verify')
        .description('say whether the kernel would accept a program (exit 1 where not)')
        .argument('<file>', FILE),
    ).option('--lowered', 'check the narrower rules for programs that seccompile emits'),
  ).action(async (file: string, options: VerifyCommandOptions) => {
    const { verifyCommand } = await import('./commands/verify.ts')
    done(await verifyCommand(io, file, options))
  })
}

const [COST_OUTPUT, COST_FORMAT] = answerOptions(
  'text, json, markdown, or svg for the picture of "draw cost"',
  '.svg, .md, .json or .txt',
)

const cost: Add = (root, io, done) => {
  forTarget(
    root.command('cost').description('say what a filter costs, in instructions').argument('<file>', FILE),
  )
    .option(
      '--weights <file>',
      'add means weighted by how often calls are made: a file that compile takes, or "server"',
    )
    .option('--per-call', 'add a row for each call')
    .option(...COST_OUTPUT)
    .option(...COST_FORMAT)
    .option('--markdown', 'the same as --format markdown')
    .option(...JSON_OUT)
    .action(async (file: string, options: CostCommandOptions) => {
      const { costCommand } = await import('./commands/cost.ts')
      done(await costCommand(io, file, options))
    })
}

const optimize: Add = (root, io, done) => {
  const optimize = root
    .command('optimize')
    .description('make a filter smaller and faster, whatever made it, and prove that it means the same')
    .argument('<file>', 'a raw filter, or - for standard input')
    .option(
      '--abi <list>',
      'ABIs whose calls count (default: those that the filter tests for); they determine the byte order',
    )
  byPipeline(optimize, 'speed or size')
    .option(...OUTPUT)
    .option(...TO)
    .option(...DENY_INEXPRESSIBLE)
    .option(...JSON_OUT)
    .action(async (file: string, options: OptimizeCommandOptions) => {
      const { optimizeCommand } = await import('./commands/optimize.ts')
      done(await optimizeCommand(io, file, options))
    })
}

const passes: Add = (root, io, done) => {
  inForms(
    root
      .command('passes')
      .description('list the passes and the named pipelines')
      .option(...USE),
  ).action(async (options: PassesCommandOptions) => {
    const { passesCommand } = await import('./commands/passes.ts')
    done(await passesCommand(io, options))
  })
}

const call: Add = (root, io, done) => {
  inForms(
    root
      .command('call')
      .description('say what a system call is: its numbers, its arguments, its variants')
      .argument('<call>', 'a name, or a number on the ABI of --abi')
      .option('--abi <abi>', 'the ABI whose arguments are shown (default: x86_64, or the first that has it)'),
  ).action(async (text: string, options: CallCommandOptions) => {
    const { callCommand } = await import('./commands/call.ts')
    done(callCommand(io, text, options))
  })
}

/** The commands that make one filter and those that show one, in the order of the help. */
export const filterCommands: readonly Add[] = [
  compile,
  convert,
  disasm,
  asm,
  emulate,
  verify,
  cost,
  optimize,
  call,
  passes,
]
