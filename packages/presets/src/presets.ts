/* The presets by name, and policies that several of them make together. */
import { didYouMean, quote } from '@seccompile/abi'
import { PolicyError } from '@seccompile/policy'
import type { PolicyBuilder } from '@seccompile/policy'
import { containerDefaultPreset } from './container-default.ts'
import { noIoUringPreset } from './no-io-uring.ts'
import { noNetworkPreset } from './no-network.ts'
import { noNewNamespacesPreset } from './no-new-namespaces.ts'
import { noTracingPreset } from './no-tracing.ts'
import { noTtyInjectionPreset } from './no-tty-injection.ts'
import type { Preset, PresetName } from './preset.ts'
import { unixSocketsOnlyPreset } from './unix-sockets-only.ts'

/** Every preset, sorted by name. */
export const PRESETS: readonly Preset[] = [
  containerDefaultPreset,
  noIoUringPreset,
  noNetworkPreset,
  noNewNamespacesPreset,
  noTracingPreset,
  noTtyInjectionPreset,
  unixSocketsOnlyPreset,
]

/** The names of the presets, sorted. */
export const presetNames: readonly PresetName[] = PRESETS.map(({ name }) => name)

/**
 * The preset called `name`, with its note.
 * @throws PolicyError E_NAME for an unknown name
 */
export function presetOf(name: string): Preset {
  const known = PRESETS.find((preset) => preset.name === name)
  if (known !== undefined) return known
  const hint = didYouMean(name, presetNames, `; there is ${presetNames.map(quote).join(', ')}`)
  throw new PolicyError('E_NAME', `unknown preset ${quote(name)}${hint}`)
}

/**
 * The policy of the preset called `name`.
 * @throws PolicyError E_NAME for an unknown name
 */
export function presetPolicy(name: string): PolicyBuilder {
  return presetOf(name).policy
}
