import {
  CAPABILITIES,
  CONTAINER_CAPS,
  NEWEST_KERNEL,
  parseCapability,
  parseKernelVersion,
} from '@seccompile/policy'
import type { Capability, KernelVersion, Multiplexing, Policy, Target, Widths } from '@seccompile/policy'
import { didYouMean, quote } from '@seccompile/shape'
import { CliError } from '../cli-error.ts'
import type { AbiOptions } from './abi.ts'
import { parseUnknown } from './unknown-calls.ts'
import type { UnknownOption } from './unknown-calls.ts'

/** The options for the target of a policy, as typed. */
export interface TargetOptions extends AbiOptions, UnknownOption {
  readonly caps?: string
  readonly kernel?: string
  readonly knownUpTo?: string
  readonly multiplexers?: string
  readonly widths?: string
}

/** The options of a target without its ABIs. The policy decides every option that is absent. */
export interface Requirements extends Omit<Target, 'abis' | 'knownUpTo'> {
  readonly knownUpTo?: KernelVersion | undefined
}

/** What conditions of a policy are compared with. */
export interface Circumstances {
  readonly caps: readonly Capability[]
  readonly kernel: KernelVersion
}

/** The capabilities in `--caps`. @throws CliError for an unknown name */
function parseCaps(list: string | undefined): readonly Capability[] | undefined {
  if (list === undefined) return undefined
  const names = list.split(',').map((text) => text.trim())
  // An empty list is a container without capabilities.
  return names.filter((name) => name !== '').map((name) => parseCap(name))
}

function parseCap(name: string): Capability {
  const capability = parseCapability(name)
  if (capability !== undefined) return capability
  const whole = name.toUpperCase().startsWith('CAP_') ? name : `CAP_${name}`
  const hint = didYouMean(whole, CAPABILITIES, '; names are those of capabilities(7)')
  throw new CliError(`--caps: unknown capability "${name}"${hint}`)
}

/** The version in the option `flag`. @throws CliError for a text that is no version */
function parseKernel(text: string | undefined, flag: string): KernelVersion | undefined {
  if (text === undefined) return undefined
  const version = parseKernelVersion(text)
  if (version === undefined)
    throw new CliError(`${flag}: expected MAJOR.MINOR, for example 6.12; got "${text}"`)
  return version
}

/** The value of `--multiplexers`. @throws CliError for another word */
function parseMultiplexers(text: string | undefined): Multiplexing | undefined {
  if (text === undefined || text === 'policy' || text === 'runc') return text
  throw new CliError(`--multiplexers: expected policy or runc; got ${quote(text)}`)
}

/** The value of `--widths`. @throws CliError for another word */
function parseWidths(text: string | undefined): Widths | undefined {
  if (text === undefined || text === 'profile' || text === 'kernel') return text
  throw new CliError(`--widths: expected profile or kernel; got ${quote(text)}`)
}

/** What `requirements` leave out, as `policy` says it, or as it is by default. */
export function targetOf(
  requirements: Requirements,
  { caps, kernel, unknown, knownUpTo: known }: Policy,
): Requirements & Circumstances {
  const knownUpTo = requirements.knownUpTo ?? known
  return {
    ...requirements,
    knownUpTo,
    caps: requirements.caps ?? caps ?? CONTAINER_CAPS,
    kernel: requirements.kernel ?? kernel ?? NEWEST_KERNEL,
    unknown: requirements.unknown ?? unknown ?? (knownUpTo && 'ENOSYS'),
  }
}

/** The values of `--caps`, `--kernel`, `--unknown`, `--known-up-to`, `--multiplexers` and `--widths`. @throws CliError for a bad one */
export function parseRequirements(options: TargetOptions): Requirements {
  const multiplexers = parseMultiplexers(options.multiplexers)
  const unknown = parseUnknown(options.unknown)
  const widths = parseWidths(options.widths)
  const knownUpTo = parseKernel(options.knownUpTo, '--known-up-to')
  const kernel = parseKernel(options.kernel, '--kernel')
  return { caps: parseCaps(options.caps), kernel, unknown, knownUpTo, multiplexers, widths }
}
