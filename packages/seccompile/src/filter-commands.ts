/* The commands that make one filter, and those that show one, as they are typed. */
import type { Command } from 'commander'
import type { AsmCommandOptions } from './commands/asm.ts'
import type { CallCommandOptions } from './commands/call.ts'
import type { DisasmCommandOptions } from './commands/disasm.ts'
import type { OptimizeCommandOptions } from './commands/optimize.ts'
import type { PassesCommandOptions } from './commands/passes.ts'
import type { VerifyCommandOptions } from './commands/verify.ts'
import type { Io } from './io.ts'
import { abiList } from './options/abi.ts'
import { OUTPUT } from './options/files.ts'
import { JSON_OUT } from './options/forms.ts'
import { NOTATION } from './options/notation.ts'
import { pipelineOption } from './options/pipeline.ts'
import { collect, FILE, forTarget, inForms, RAW, withOptions } from './options/shared.ts'

const USE = [
  '--use <module>',
  'a module with passes of your own, a path or a package; may be repeated',
  collect,
] as const

/** Adds one command to `root`; the command hands its exit status to `done`. */
type Add = (root: Command, io: Io, done: (status: number) => void) => void

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
  const made = root
    .command('asm')
    .description('assemble a raw filter from text in the syntax of bpf_asm, or from a listing')
    .argument('<file>', 'the text, or - for standard input')
  withOptions(made, {
    abi: abiList(
      'ABIs whose calls the text may name, the main one first; they determine the byte order',
      'x86_64, and the byte order of the architectures that the text tests for',
    ),
    output: OUTPUT,
    ...NOTATION,
    json: JSON_OUT,
  }).action(async (file: string, options: AsmCommandOptions) => {
    const { asmCommand } = await import('./commands/asm.ts')
    done(await asmCommand(io, file, options))
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

const optimize: Add = (root, io, done) => {
  const made = root
    .command('optimize')
    .description('make a filter smaller and faster, whatever made it, and prove that it means the same')
    .argument('<file>', 'a raw filter, or - for standard input')
  withOptions(made, {
    abi: abiList('ABIs whose calls count; they determine the byte order', 'those that the filter tests for'),
    pipeline: pipelineOption(['speed', 'size']),
    output: OUTPUT,
    ...NOTATION,
    json: JSON_OUT,
  }).action(async (file: string, options: OptimizeCommandOptions) => {
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
export const filterCommands: readonly Add[] = [disasm, asm, verify, optimize, call, passes]
