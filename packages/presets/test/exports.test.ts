import { expect, it } from 'vitest'
import * as presets from '@seccompile/presets'

it('exports exactly its public names', () => {
  expect(Object.keys(presets).sort()).toEqual([
    'PRESETS', 'composePresets', 'containerDefault', 'presetNames', 'presetOf', 'presetPolicy', 'presets', 'presetsOf', 'printKeptCall',
  ]) // prettier-ignore
})
