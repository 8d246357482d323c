import { didYouMean } from '@seccompile/abi'
import {
  CAPABILITIES,
  CONTAINER_CAPS,
  NEWEST_KERNEL,
  parseCapability,
  parseKernelVersion,
  quote,
} from '@seccompile/policy'
import type { Capability, KernelVersion, Multiplexing, UnknownAction } from '@seccompile/policy'
import { CliError } from '../cli-error.ts'
import type { AbiOptions } from './abi.ts'
import { parseUnknown } from './unknown-calls.ts'
import type { UnknownOption } from './unknown-calls.ts'

/** The options for the target of a policy, as typed. */
export interface TargetOptions extends AbiOptions, UnknownOption {
  readonly caps?: string
  readonly kernel?: string
  readonly multiplexers?: string
}

/** The target of a policy, but for its ABIs. */
export interface Requirements {
  readonly caps: readonly Capability[]
  readonly kernel: KernelVersion
  readonly unknown?: UnknownAction | undefined
  readonly multiplexers?: Multiplexing | undefined
}

/** The capabilities in `--caps`; those of a container where it is left out. @throws CliError for an unknown name */
function parseCaps(list: string | undefined): readonly Capability[] {
  if (list === undefined) return CONTAINER_CAPS
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

/** The version in `--kernel`; the newest known where it is left out. @throws CliError for a text that is no version */
function parseKernel(text: string | undefined): KernelVersion {
  if (text === undefined) return NEWEST_KERNEL
  const version = parseKernelVersion(text)
  if (version === undefined)
    throw new CliError(`--kernel: expected MAJOR.MINOR, for example 6.12; got "${text}"`)
  return version
}

/** The value of `--multiplexers`. @throws CliError for another word */
function parseMultiplexers(text: string | undefined): Multiplexing | undefined {
  if (text === undefined || text === 'policy' || text === 'runc') return text
  throw new CliError(`--multiplexers: expected policy or runc; got ${quote(text)}`)
}

/** The values of `--caps`, `--kernel`, `--unknown` and `--multiplexers`. @throws CliError for a bad one */
export function parseRequirements(options: TargetOptions): Requirements {
  const multiplexers = parseMultiplexers(options.multiplexers)
  const unknown = parseUnknown(options.unknown)
  return { caps: parseCaps(options.caps), kernel: parseKernel(options.kernel), unknown, multiplexers }
}
