import { presetNames, presetPolicy } from '@seccompile/presets'
import { expect, it } from 'vitest'
import { written } from './written.ts'

const TARGETS = [['x86_64'], ['x86_64', 'x86', 'x32'], ['aarch64', 'arm']] as const

it.each(presetNames)('writes the preset %s as a profile that lets no call do more', (name) => {
  const made = presetPolicy(name)
  const foreign = (made.notFor ?? []).flatMap(({ abis }) => abis)
  for (const tokens of TARGETS.filter((each) => each.every((token) => !foreign.includes(token)))) {
    const { losses, same, warnings, abis, more } = written(made, tokens)
    expect(same, `${name} on ${tokens.join()}`).toBe(losses.length === 0 ? 'equal' : 'different')
    expect(more).toEqual([])
    expect(warnings).toEqual([])
    expect(abis).toEqual(tokens)
  }
})
