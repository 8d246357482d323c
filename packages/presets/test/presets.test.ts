import { containerDefault, presetNames, presetPolicy, presets, presetsOf } from '@seccompile/presets'
import { expect, it } from 'vitest'

it('finds presets by name', () => {
  expect(presetNames).toContain('container-default')
  expect(presetNames).toEqual(presetNames.toSorted())
  expect(presetPolicy('container-default')).toBe(containerDefault)
  expect(presetsOf('container-default').map(({ name }) => name)).toEqual(['container-default'])
})

it('has the policy of each preset under its name in camel case', () => {
  expect(presets.containerDefault).toBe(containerDefault)
  const inCamelCase = presetNames.map((name) =>
    name.split('-').map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join(''),
  ) // prettier-ignore
  expect(Object.keys(presets)).toEqual(inCamelCase)
  expect(Object.values(presets)).toEqual(presetNames.map((name) => presetPolicy(name)))
})

it('suggests the preset that was meant', () => {
  expect(() => presetPolicy('container-defualt')).toThrow(
    'unknown preset "container-defualt"; did you mean "container-default"?',
  )
  expect(() => presetPolicy('constructor')).toThrow(
    /^unknown preset "constructor"; there is .*"container-default"/,
  )
})
