/*
 * Loads a preset when it is named. A program that needs one preset does not wait until all are built.
 */
import { expectText } from '@seccompile/shape'
import { composePresets, presetsIn } from './compose.ts'
import { presetNamed } from './preset-names.ts'
import type { Preset, PresetName } from './preset.ts'
import type { PolicyBuilder } from '@seccompile/policy'

const LOADERS: Readonly<Record<PresetName, () => Promise<Preset>>> = {
  'agent-command': async () => (await import('./agent-command.ts')).agentCommandPreset,
  'container-default': async () => (await import('./container-default.ts')).containerDefaultPreset,
  'mode-strict': async () => (await import('./mode-strict.ts')).modeStrictPreset,
  'nested-sandbox': async () => (await import('./nested-sandbox.ts')).nestedSandboxPreset,
  'no-exotic-sockets': async () => (await import('./no-exotic-sockets.ts')).noExoticSocketsPreset,
  'no-io-uring': async () => (await import('./no-io-uring.ts')).noIoUringPreset,
  'no-network': async () => (await import('./no-network.ts')).noNetworkPreset,
  'no-new-namespaces': async () => (await import('./no-new-namespaces.ts')).noNewNamespacesPreset,
  'no-tracing': async () => (await import('./no-tracing.ts')).noTracingPreset,
  'no-tty-injection': async () => (await import('./no-tty-injection.ts')).noTtyInjectionPreset,
  'no-unix-sockets': async () => (await import('./no-unix-sockets.ts')).noUnixSocketsPreset,
  'node-server': async () => (await import('./node-server.ts')).nodeServerPreset,
  'pure-compute': async () => (await import('./pure-compute.ts')).pureComputePreset,
  'unix-sockets-only': async () => (await import('./unix-sockets-only.ts')).unixSocketsOnlyPreset,
}

/**
 * The policy of `presetPolicy()`. Only the presets in `names` are built.
 * @throws PolicyError as `presetPolicy()`
 */
export async function loadPresetPolicy(names: string): Promise<PolicyBuilder> {
  expectText(names, 'names')
  const named = presetsIn(names, (name) => ({ name: presetNamed(name) }))
  return composePresets(await Promise.all(named.map(async ({ name }) => LOADERS[name]())))
}
