import {
  containerDefault,
  presetNames,
  presetOf,
  presetPolicy,
  presets,
  PRESETS,
  presetsOf,
} from '@seccompile/presets'
import { describe, expect, it } from 'vitest'

it('has the presets sorted by name, each once', () => {
  expect(presetNames).toEqual([...new Set(PRESETS.map(({ name }) => name))].toSorted())
})

it('finds presets by name', () => {
  for (const preset of PRESETS) expect(presetOf(preset.name)).toBe(preset)
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

/** A text that TypeScript does not know. */
const untyped = (text: string): string => text

it('suggests the preset that was meant', () => {
  expect(() => presetPolicy(untyped('container-defualt'))).toThrow(
    'unknown preset "container-defualt"; did you mean "container-default"?',
  )
  const all = presetNames.map((name) => `"${name}"`).join(', ')
  expect(() => presetPolicy(untyped('constructor'))).toThrow(`unknown preset "constructor"; there is ${all}`)
})

describe.each(PRESETS.map((preset) => [preset.name, preset] as const))('%s', (name, preset) => {
  it('has a policy of the same name', () => {
    expect(preset.policy.name).toBe(name)
  })

  it('has a summary of one line without a full stop, and a note of sentences', () => {
    const { against, leavesOpen, breaks, needs, sources } = preset.note
    expect(preset.summary).toMatch(/^[a-z][^\n]{20,110}[^.\n]$/)
    for (const text of [against, ...leavesOpen, ...breaks, needs]) expect(text).toMatch(/^.+\.$/)
    for (const list of [leavesOpen, breaks, sources]) expect(list.length).toBeGreaterThan(0)
  })
})
