import { expect, it } from 'vitest'
import * as presets from '@seccompile/presets'

it('exports exactly its public names', () => {
  expect(Object.keys(presets).sort()).toEqual([
    'PRESETS', 'containerDefault', 'noIoUring', 'noNetwork', 'noNewNamespaces', 'noTracing', 'noTtyInjection',
    'presetNames', 'presetOf', 'presetPolicy', 'unixSocketsOnly',
  ]) // prettier-ignore
})
