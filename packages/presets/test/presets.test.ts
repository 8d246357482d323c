import { containerDefault, presetNames, presetPolicy } from '@seccompile/presets'
import { expect, it } from 'vitest'

it('finds presets by name', () => {
  expect(presetNames).toEqual(['container-default'])
  expect(presetPolicy('container-default')).toBe(containerDefault)
})

it('suggests the preset that was meant', () => {
  expect(() => presetPolicy('container-defualt')).toThrow(
    'unknown preset "container-defualt"; did you mean "container-default"?',
  )
  expect(() => presetPolicy('constructor')).toThrow(
    'unknown preset "constructor"; there is "container-default"',
  )
})
