import { expect, it } from 'vitest'
import * as presets from '@seccompile/presets'
import * as load from '@seccompile/presets/load'

it('exports exactly its public names', () => {
  expect(Object.keys(presets).sort()).toEqual([
    'PRESETS', 'agentCommand', 'composePresets', 'containerDefault', 'modeStrict', 'nestedSandbox', 'noExoticSockets', 'noIoUring', 'noNetwork', 'noNewNamespaces', 'noTracing', 'noTtyInjection', 'noUnixSockets', 'nodeServer', 'presetNames', 'presetOf', 'presetPolicy', 'presets', 'presetsOf', 'printKeptCall', 'pureCompute', 'unixSocketsOnly',
  ]) // prettier-ignore
  expect(Object.keys(load)).toEqual(['loadPresetPolicy'])
})
