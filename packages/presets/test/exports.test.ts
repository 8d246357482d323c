import { expect, it } from 'vitest'
import * as presets from '@seccompile/presets'

it('exports exactly its public names', () => {
  expect(Object.keys(presets).sort()).toEqual([
    'PRESETS', 'containerDefault', 'modeStrict', 'nestedSandbox', 'noIoUring', 'noNetwork', 'noNewNamespaces', 'noTracing',
    'noTtyInjection', 'nodeServer', 'presetNames', 'presetOf', 'presetPolicy', 'pureCompute', 'unixSocketsOnly',
  ]) // prettier-ignore
})
