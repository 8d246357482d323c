/* The presets by name, and policies of several presets together. */
import { PolicyError } from '@seccompile/policy'
import type { PolicyBuilder } from '@seccompile/policy'
import { expectText, shown } from '@seccompile/shape'
import { agentCommandPreset } from './agent-command.ts'
import { composePresets, presetsIn } from './compose.ts'
import { containerDefaultPreset } from './container-default.ts'
import { modeStrictPreset } from './mode-strict.ts'
import { nestedSandboxPreset } from './nested-sandbox.ts'
import { noExoticSocketsPreset } from './no-exotic-sockets.ts'
import { noIoUringPreset } from './no-io-uring.ts'
import { noNetworkPreset } from './no-network.ts'
import { noNewNamespacesPreset } from './no-new-namespaces.ts'
import { noTracingPreset } from './no-tracing.ts'
import { noTtyInjectionPreset } from './no-tty-injection.ts'
import { noUnixSocketsPreset } from './no-unix-sockets.ts'
import { nodeServerPreset } from './node-server.ts'
import { presetNamed } from './preset-names.ts'
import type { Preset, PresetName, PresetNames } from './preset.ts'
import { pureComputePreset } from './pure-compute.ts'
import { unixSocketsOnlyPreset } from './unix-sockets-only.ts'

/** Every preset, sorted by name. */
export const PRESETS: readonly Preset[] = [
  agentCommandPreset,
  containerDefaultPreset,
  modeStrictPreset,
  nestedSandboxPreset,
  noExoticSocketsPreset,
  noIoUringPreset,
  noNetworkPreset,
  noNewNamespacesPreset,
  noTracingPreset,
  noTtyInjectionPreset,
  noUnixSocketsPreset,
  nodeServerPreset,
  pureComputePreset,
  unixSocketsOnlyPreset,
]

/** The name in camel case: `noIoUring` for `no-io-uring`. */
type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name

const camelCase = (name: string): string =>
  name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** The policies of the presets by their names in camel case: `presets.noNetwork`. */
export const presets: Readonly<Record<CamelCase<PresetName>, PolicyBuilder>> = Object.freeze(
  Object.fromEntries(PRESETS.map(({ name, policy }) => [camelCase(name), policy])),
) as Readonly<Record<CamelCase<PresetName>, PolicyBuilder>> // a test compares the keys with the names

/**
 * The preset called `name`, with its note.
 * @throws PolicyError E_NAME for an unknown name
 */
export function presetOf(name: string): Preset {
  expectText(name, 'name')
  const known = presetNamed(name)
  return PRESETS.find((preset) => preset.name === known)! // a test compares the names
}

/**
 * The presets in `names`, such as `no-network+no-tty-injection`, in their order.
 * @throws PolicyError E_NAME for an unknown name, E_CONFLICT for a name that stands twice, E_EMPTY for a `+` without
 *   a name, E_TYPE where `names` is no text
 */
export function presetsOf(names: string): readonly Preset[] {
  const given: unknown = names
  if (typeof given !== 'string')
    throw new PolicyError('E_TYPE', `presets: expected names such as "no-network"; got ${shown(given)}`)
  return presetsIn(names, presetOf)
}

/**
 * The policy of the preset called `names`, or of several: under `no-network+no-tty-injection`, each call gets the
 * strictest of their verdicts. For two errnos, the first preset wins.
 * @throws PolicyError E_NAME for an unknown name; E_CONFLICT for a name that stands twice, where a preset refuses a
 *   call that another preset is for, and where two are for different ABIs, capabilities or kernels
 */
export function presetPolicy<const Names extends string>(names: PresetNames<Names>): PolicyBuilder {
  return composePresets(presetsOf(names))
}
