/* What commands share of their arguments and options, as commander takes it: each text for the help stands once. */
import { Option } from 'commander'
import type { Command } from 'commander'

/** One filter, where it may be a policy. */
export const FILE = 'a raw filter, or anything that compile takes'
/** A filter that is asked about or attached, where it may be a stack. */
export const SIDE = 'a raw filter, several of a stack with commas between, or anything that compile takes'
/** The ABIs of a policy, or that a raw filter is for. */
export const ABI = [
  '--abi <list>',
  'ABIs, the main one first, as x86_64,x86,x32: names, Go names or SCMP_ARCH_* (default: x86_64 and the others of a policy)',
] as const
/** The capabilities that the conditions of a policy are held against. */
const CAPS = [
  '--caps <list>',
  'capabilities of the container; "" for none (default: those Docker gives)',
] as const
/** The kernel version that they are held against. */
const KERNEL = [
  '--kernel <x.y>',
  'kernel version that includes.minKernel is held against (default: the newest known)',
] as const
/** What a policy is to say of calls that no table knows. */
const UNKNOWN = [
  '--unknown <action>',
  'what numbers above the newest known call get: ENOSYS, ERRNO(1), KILL_PROCESS, … (default: the default of the policy)',
] as const
/** What rules for calls such as `socket` mean for `socketcall` and `ipc`. */
const MULTIPLEXERS = [
  '--multiplexers <how>',
  'what a rule for socket says of socketcall, and so with ipc: policy for nothing, runc for the same, as libseccomp (default: policy)',
] as const
/** Where a command writes a filter. */
export const OUTPUT = [
  '-o, --output <file>',
  'where to write the filter, or - for standard output (default: standard output, if no terminal)',
] as const
/** Facts instead of words. */
export const JSON_OUT = ['--json', 'output for machines'] as const

/** Takes an option that may be repeated. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
]

/** Adds the option that says by which of `known` to make a filter; `--preset` is what it was called once. */
export function byPipeline(command: Command, known: string): Command {
  return command
    .option('--pipeline <name>', `${known} (default: speed)`)
    .addOption(new Option('--preset <name>').hideHelp().conflicts('pipeline'))
    .hook('preAction', () => {
      const { preset } = command.opts<{ readonly preset?: string }>()
      if (preset !== undefined) command.setOptionValue('pipeline', preset)
    })
}

/** Adds the options that say what a policy is resolved for. */
export function forTarget(command: Command): Command {
  return command
    .option(...ABI)
    .option(...CAPS)
    .option(...KERNEL)
    .option(...UNKNOWN)
    .option(...MULTIPLEXERS)
}
