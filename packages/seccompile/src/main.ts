/*
 * The command line: what was typed, to a command, to an exit status.
 *
 * Every error ends here. Which ones are the person's and which are ours is told by name and code, because the class
 * may come from another copy of its package.
 */
import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import type { CommanderError } from 'commander'
import { compileCommand } from './commands/compile.ts'
import type { CompileCommandOptions } from './commands/compile.ts'
import { costCommand } from './commands/cost.ts'
import type { CostCommandOptions } from './commands/cost.ts'
import { disasmCommand } from './commands/disasm.ts'
import type { DisasmCommandOptions } from './commands/disasm.ts'
import { emulateCommand } from './commands/emulate.ts'
import type { EmulateCommandOptions } from './commands/emulate.ts'
import { passesCommand } from './commands/passes.ts'
import type { PassesCommandOptions } from './commands/passes.ts'
import { verifyCommand } from './commands/verify.ts'
import type { VerifyCommandOptions } from './commands/verify.ts'
import { EXIT } from './exit-code.ts'
import type { ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'
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
const NATIVE = ['--native', 'take the main ABI from this machine'] as const
const JSON_OUT = ['--json', 'output for machines'] as const

/** The commands; each hands its exit status to `done`. */
function commands(io: Io, done: (status: ExitCode) => void): Command {
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
    .argument('<policy>', 'an OCI or Docker profile, preset:NAME, or - for a profile on standard input')
    .option(...ABI)
    .option(...NATIVE)
    .option('--caps <list>', 'capabilities of the container; "" for none (default: those Docker gives)')
    .option(
      '--kernel <x.y>',
      'kernel version that includes.minKernel is held against (default: the newest known)',
    )
    .option('--preset <name>', 'none, size or speed (default: speed)')
    .option('--passes <text>', 'a pipeline of your own: see "seccompile passes"')
    .option('-o, --output <file>', 'where to write the filter (default: standard output, if no terminal)')
    .option('--strict', 'refuse names that no ABI knows')
    .option(...JSON_OUT)
    .action((policy: string, options: CompileCommandOptions) => done(compileCommand(io, policy, options)))
  root
    .command('disasm')
    .description('show a program as a listing')
    .argument('<file>', 'a raw filter, or anything that compile takes')
    .option(...ABI)
    .option(...JSON_OUT)
    .action((file: string, options: DisasmCommandOptions) => done(disasmCommand(io, file, options)))
  root
    .command('emulate')
    .description('say what a program answers to one call')
    .argument('<file>', 'a raw filter, or anything that compile takes')
    .argument('<syscall>', 'name or number, on the first ABI of --abi')
    .argument('[args...]', 'up to six arguments, decimal or 0x hexadecimal; the rest are 0')
    .option(...ABI)
    .option('--trace', 'show the instructions executed')
    .option(...JSON_OUT)
    .action((file: string, call: string, args: string[], options: EmulateCommandOptions) =>
      done(emulateCommand(io, file, call, args, options)),
    )
  root
    .command('verify')
    .description('say whether the kernel would accept a program (exit 1 where not)')
    .argument('<file>', 'a raw filter, or anything that compile takes')
    .option(...ABI)
    .option('--lowered', 'hold it against the narrower language that seccompile emits')
    .option(...JSON_OUT)
    .action((file: string, options: VerifyCommandOptions) => done(verifyCommand(io, file, options)))
  root
    .command('cost')
    .description('say what a filter costs, in instructions')
    .argument('<file>', 'a raw filter, or anything that compile takes')
    .option(...ABI)
    .option('--calls', 'a row a call')
    .option(...JSON_OUT)
    .action((file: string, options: CostCommandOptions) => done(costCommand(io, file, options)))
  root
    .command('passes')
    .description('list the passes and presets')
    .option(...JSON_OUT)
    .action((options: PassesCommandOptions) => done(passesCommand(io, options)))
  return root
}

const PERSONS = new Set(['CliError', 'PolicyError'])

function statusOf(error: unknown, io: Io): ExitCode {
  const { name, code = '', message, stack, exitCode } = error as Partial<CommanderError> & Error
  // Help and version end by an error too, with status 0; commander has said the rest itself.
  if (code.startsWith('commander.')) return exitCode === 0 ? EXIT.ok : EXIT.badInput
  if (PERSONS.has(name) || code === 'E_PIPELINE') {
    sayError(io, message)
    return EXIT.badInput
  }
  const what = name === 'PassError' ? `pass ${message}` : (stack ?? message)
  sayError(io, `${what}\nThis is a fault of seccompile, not of your input: please report it.`)
  return EXIT.failure
}

/** Runs the command line `args` (without node and script) and yields its exit status; never throws. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  let status: ExitCode = EXIT.ok
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
    return statusOf(error, io)
  }
}
