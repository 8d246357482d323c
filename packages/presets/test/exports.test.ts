import { expect, it } from 'vitest'
import * as presets from '@seccompile/presets'

it('exports exactly its public names', () => {
  expect(Object.keys(presets).sort()).toEqual([
    'PRESETS', 'composePresets', 'containerDefault', 'noIoUring', 'noNetwork', 'noNewNamespaces', 'noTracing', 'noTtyInjection',
    'presetNames', 'presetOf', 'presetPolicy', 'presets', 'presetsOf', 'printKeptCall', 'unixSocketsOnly',
  ]) // prettier-ignore
})
