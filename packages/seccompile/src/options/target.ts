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

/** What a policy is for, as typed. */
export interface TargetOptions extends AbiOptions, UnknownOption {
  readonly caps?: string
  readonly kernel?: string
  readonly multiplexers?: string
}

/** What the conditions of a policy are held against, and what it says of calls that no table knows. */
export interface Requirements {
  readonly caps: readonly Capability[]
  readonly kernel: KernelVersion
  readonly unknown?: UnknownAction | undefined
  readonly multiplexers?: Multiplexing | undefined
}

/** What `--caps` names; a container's where it is left out. @throws CliError for a name that is unknown */
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

/** What `--kernel` says; the newest known where it is left out. @throws CliError for what is no version */
function parseKernel(text: string | undefined): KernelVersion {
  if (text === undefined) return NEWEST_KERNEL
  const version = parseKernelVersion(text)
  if (version === undefined)
    throw new CliError(`--kernel: expected MAJOR.MINOR, for example 6.12; got "${text}"`)
  return version
}

/** What `--multiplexers` says. @throws CliError for another word */
function parseMultiplexers(text: string | undefined): Multiplexing | undefined {
  if (text === undefined || text === 'policy' || text === 'runc') return text
  throw new CliError(`--multiplexers: expected policy or runc; got ${quote(text)}`)
}

/** What `--caps`, `--kernel`, `--unknown` and `--multiplexers` say. @throws CliError */
export function parseRequirements(options: TargetOptions): Requirements {
  const multiplexers = parseMultiplexers(options.multiplexers)
  const unknown = parseUnknown(options.unknown)
  return { caps: parseCaps(options.caps), kernel: parseKernel(options.kernel), unknown, multiplexers }
}
