import { expect, it } from 'vitest'
import * as presets from '@seccompile/presets'

it('exports exactly its public names', () => {
  expect(Object.keys(presets).sort()).toEqual([
    'PRESETS', 'containerDefault', 'presetNames', 'presetOf', 'presetPolicy', 'presets', 'presetsOf',
  ]) // prettier-ignore
})
