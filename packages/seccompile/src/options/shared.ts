/* The arguments and options that several commands share, in the form that commander takes. */
import { Option } from 'commander'
import type { Command } from 'commander'
import { NOTATIONS } from '@seccompile/policy-files'
import type { FormatOptions } from './format.ts'

/** An argument that names one filter; a policy is compiled. */
export const FILE = 'a raw filter, or any policy that compile takes'
/** An argument that names one filter or a stack of filters. */
export const SIDE =
  'a raw filter, the raw filters of a stack separated by commas, or any policy that compile takes'
/** The ABIs to compile a policy for, or that a raw filter is for. */
export const ABI = [
  '--abi <list>',
  'ABIs, the main one first: x86_64,x86,x32; or Go names or SCMP_ARCH_* (default: x86_64 and the other ABIs of the policy)',
] as const
/** The capabilities that conditions of a profile, such as includes.caps, are about. */
const CAPS = [
  '--caps <list>',
  'capabilities of the container; "" for none (default: those that Docker gives)',
] as const
/** The kernel version that conditions of a profile are about. */
const KERNEL = [
  '--kernel <x.y>',
  'kernel version to compare includes.minKernel with (default: the newest known)',
] as const
/** The action for numbers above the newest call that the tables know. */
const UNKNOWN = [
  '--unknown <action>',
  'action for numbers above the newest known call: ENOSYS, ERRNO(EPERM), KILL_PROCESS, … (default: the default of the policy)',
] as const
/** The kernel whose calls count as known. */
const KNOWN_UP_TO = [
  '--known-up-to <x.y>',
  'kernel whose calls count as known: those of later kernels get the action of --unknown, or ENOSYS (default: all that the tables have)',
] as const
/** The meaning of a rule for a call such as `socket` for the multiplexers `socketcall` and `ipc`. */
const MULTIPLEXERS = [
  '--multiplexers <how>',
  'whether a rule for socket, or semop, holds for socketcall, or ipc, too: policy (no) or runc (yes, as with libseccomp) (default: policy)',
] as const
/** The bits that conditions by index, as those of a profile, compare. */
const WIDTHS = [
  '--widths <which>',
  'the bits of an argument that a condition by its index compares: profile (all 64, as with libseccomp) or kernel (those that the kernel reads) (default: profile)',
] as const
/** The file for the filter. */
export const OUTPUT = [
  '-o, --output <file>',
  'where to write the filter, or - for standard output (default: standard output, unless it is a terminal)',
] as const
/** The notation of the filter that is written. */
export const TO: readonly [string, string] = [
  '--to <notation>',
  `notation to write: ${NOTATIONS.map(({ name }) => name).join(', ')} (default: by the ending of the file, such as .bpf or .json)`,
]
/** What to do with what a notation cannot hold. */
export const DENY_INEXPRESSIBLE = [
  '--deny-inexpressible',
  'refuse the calls that the notation cannot hold, and list what is refused more; calls of other architectures may get a weaker action, as KILL_THREAD for KILL_PROCESS',
] as const
/** The machine's form of arguments. */
export const RAW = ['--raw', 'show args[0] and numbers, without names of arguments and constants'] as const
/** The arguments of a call that a person asks about. */
export const ARGS =
  'up to six arguments: numbers or constants (AF_UNIX, O_RDWR|O_CLOEXEC) in the order of the C function, NAME=VALUE, or args[INDEX]=VALUE for a register; the rest are 0'
/** The form of an answer. */
export const FORMAT = [
  '--format <form>',
  'text, json, or markdown for a table to hand on; --json is --format json (default: text)',
] as const
/** The file for an answer of the forms `known`. */
export const answerOptions = (
  known: string,
  byEnding: string,
): readonly [output: readonly [string, string], format: readonly [string, string]] => [
  ['-o, --output <file>', 'where to write the answer, or - for standard output (default: standard output)'],
  [
    '--format <form>',
    `${known}; --json is --format json (default: by the ending of the file, ${byEnding}; else text)`,
  ],
]

/** JSON instead of text. */
export const JSON_OUT = ['--json', 'output for machines'] as const

/** Adds the options that choose the form of an answer, text or JSON. */
export function inForms(command: Command): Command {
  return command
    .option('--format <form>', 'text or json; --json is --format json (default: text)')
    .option(...JSON_OUT)
    .hook('preAction', async () => {
      const options = command.opts<FormatOptions>()
      if (options.format === undefined) return
      const { parseForm } = await import('./format.ts')
      command.setOptionValue('json', parseForm(options, ['text', 'json']) === 'json')
    })
}

/** Collects the values of an option that may be repeated. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
]

/** Adds the option that chooses one of the pipelines `known`. `--preset` is its former name. */
export function byPipeline(command: Command, known: string): Command {
  return command
    .option('--pipeline <name>', `${known} (default: speed)`)
    .addOption(new Option('--preset <name>').hideHelp().conflicts('pipeline'))
    .hook('preAction', () => {
      const { preset } = command.opts<{ readonly preset?: string }>()
      if (preset !== undefined) command.setOptionValue('pipeline', preset)
    })
}

/** Adds the options for the target of a policy. */
export function forTarget(command: Command): Command {
  return command
    .option(...ABI)
    .option(...CAPS)
    .option(...KERNEL)
    .option(...UNKNOWN)
    .option(...KNOWN_UP_TO)
    .option(...MULTIPLEXERS)
    .option(...WIDTHS)
}
