import {
  CAPABILITIES,
  CONTAINER_CAPS,
  NEWEST_KERNEL,
  parseCapability,
  formatKernelVersion,
  parseKernelVersion,
} from '@seccompile/policy'
import type {
  Capability,
  KernelVersion,
  Multiplexing,
  Policy,
  Target,
  UnknownAction,
  Widths,
} from '@seccompile/policy'
import { unknownName } from '@seccompile/describe'
import { didYouMean } from '@seccompile/shape'
import { CliError } from '../io/cli-error.ts'
import { FREE, listOf } from '../syntax/completion.ts'
import { choice, flagOf, onPage, valued } from '../syntax/option.ts'
import type { Option, OptionsOf } from '../syntax/option.ts'
import { ABI } from './abi.ts'
import type { AbiOptions } from './abi.ts'
import { UNKNOWN } from './unknown-calls.ts'

/** The options for the target of a policy. */
export interface TargetOptions extends AbiOptions {
  readonly caps?: readonly Capability[] | undefined
  readonly kernel?: KernelVersion | undefined
  readonly unknown?: UnknownAction | 'default' | undefined
  readonly knownUpTo?: KernelVersion | undefined
  readonly multiplexers?: Multiplexing | undefined
  readonly widths?: Widths | undefined
}

/** The options of a target without its ABIs. The policy decides every option that is absent. */
export interface Requirements extends Omit<Target, 'abis' | 'knownUpTo'> {
  readonly knownUpTo?: KernelVersion | undefined
}

/** The facts that the conditions of a policy are compared with. */
export interface PolicyFacts {
  readonly caps: readonly Capability[]
  readonly kernel: KernelVersion
}

/** The capabilities in a list. An empty list is a container without capabilities. @throws CliError for an unknown name */
function parseCaps(list: string, flag: string): readonly Capability[] {
  const names = list.split(',').map((text) => text.trim())
  return names.filter((name) => name !== '').map((name) => parseCap(name, flag))
}

function parseCap(name: string, flag: string): Capability {
  const capability = parseCapability(name)
  if (capability !== undefined) return capability
  const whole = name.toUpperCase().startsWith('CAP_') ? name : `CAP_${name}`
  const hint = didYouMean(whole, CAPABILITIES, '; names are those of capabilities(7)')
  throw new CliError(`${flag}: unknown capability "${name}"${hint}`)
}

/** @throws CliError for a text that is no version */
function parseKernel(text: string, flag: string): KernelVersion {
  const version = parseKernelVersion(text)
  if (version !== undefined) return version
  const range = text.includes('..') ? '; for the calls of a new kernel, use new-calls' : ''
  throw new CliError(`${flag}: expected MAJOR.MINOR, for example 6.12; got "${text}"${range}`)
}

const version = (brief: string, otherwise: string): Option<KernelVersion | undefined> =>
  valued({ placeholder: 'x.y', brief, otherwise, parse: parseKernel, complete: FREE })

/** The target without `--native`: a manifest names the ABI itself. */
type NamedTarget = Omit<TargetOptions, 'native'>

/** The options for the target of a policy, in the order of the help. */
export const TARGET: OptionsOf<NamedTarget> = onPage('targets', {
  abi: ABI,
  caps: valued({
    placeholder: 'list',
    brief: 'capabilities of the container; "" for none',
    otherwise: 'those that Docker gives',
    parse: parseCaps,
    complete: listOf(CAPABILITIES),
  }),
  kernel: version('kernel version to compare includes.minKernel with', 'the newest known'),
  unknown: UNKNOWN,
  knownUpTo: version(
    'newest kernel whose calls count as known: calls of later kernels get the action of --unknown, or ENOSYS',
    'all that the tables have',
  ),
  multiplexers: choice({
    placeholder: 'how',
    brief: 'whether a rule for a call such as socket or semop is also a rule for socketcall or ipc',
    choices: [
      { word: 'policy', means: 'no' },
      { word: 'runc', means: 'yes, as with libseccomp' },
    ],
    otherwise: 'policy',
  }),
  widths: choice({
    placeholder: 'which',
    brief: 'the bits that a condition on args[INDEX] compares',
    choices: [
      { word: 'profile', means: 'all 64, as with libseccomp' },
      { word: 'kernel', means: 'only those that the kernel reads' },
    ],
    otherwise: 'profile',
  }),
})

/** A target as texts that can be typed, by the keys of {@link TARGET}. */
export type TargetTexts = { readonly [Key in keyof NamedTarget]?: string }

/** The keys of {@link TARGET}. */
const TARGET_KEYS: readonly (keyof NamedTarget)[] = Object.keys(TARGET) as (keyof NamedTarget)[] // `TARGET` is a literal, so it has no other keys

/** The target that `texts` name. @throws CliError for a text that is no value */
export function readTarget(texts: TargetTexts): TargetOptions {
  return Object.fromEntries(TARGET_KEYS.map((key) => [key, TARGET[key].read(texts[key], flagOf(key))]))
}

/** The texts that name `target`. */
export function targetTexts({ abi, caps, kernel, unknown, knownUpTo, ...words }: TargetOptions): TargetTexts {
  const { multiplexers, widths } = words
  const texts = {
    abi: abi?.map(({ token }) => token).join(','),
    caps: caps?.join(','),
    kernel: kernel && formatKernelVersion(kernel),
    unknown: unknown && (unknown === 'default' ? unknown : unknownName(unknown)),
    knownUpTo: knownUpTo && formatKernelVersion(knownUpTo),
    multiplexers,
    widths,
  }
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined))
}

/** `requirements`, completed from `policy`, and then from the defaults. */
export function targetOf(
  requirements: Requirements,
  { caps, kernel, unknown, knownUpTo: known }: Policy,
): Requirements & PolicyFacts {
  const knownUpTo = requirements.knownUpTo ?? known
  return {
    ...requirements,
    knownUpTo,
    caps: requirements.caps ?? caps ?? CONTAINER_CAPS,
    kernel: requirements.kernel ?? kernel ?? NEWEST_KERNEL,
    unknown: requirements.unknown ?? unknown ?? (knownUpTo && 'ENOSYS'),
  }
}

/** The part of `options` about a target, without its ABIs. */
export function requirementsOf(options: TargetOptions): Requirements {
  const { caps, kernel, unknown, knownUpTo, multiplexers, widths } = options
  return {
    caps,
    kernel,
    unknown: unknown === 'default' ? undefined : unknown,
    knownUpTo,
    multiplexers,
    widths,
  }
}
