import { verdictName } from '@seccompile/abi'
import { presetNames, presetPolicy } from '@seccompile/presets'
import { ALLOW, arg, errno, KILL_THREAD, not, policy, TRAP } from '@seccompile/policy'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { randomPolicy } from './random-policy.ts'
import { checkWritten, written } from './written.ts'

it.each(presetNames)('writes the preset %s so that no call is let do more', (name) => {
  const made = presetPolicy(name)
  const foreign = (made.notFor ?? []).flatMap(({ abis }) => abis)
  for (const tokens of [['x86_64'], ['aarch64', 'arm']] as const) {
    if (tokens.some((token) => foreign.includes(token))) continue
    const { same, losses, opened, warnings } = written(made, tokens)
    if (losses.length === 0) expect(same).toBe('equal')
    expect(opened?.map(({ to }) => verdictName(to)) ?? []).toEqual([])
    expect(warnings).toEqual([])
  }
})

const TARGETS = [
  ['x86_64'],
  ['x86'],
  ['x86_64', 'x86', 'x32'],
  ['aarch64', 'arm'],
  ['s390x', 's390'],
] as const

it.each(['python', 'c'] as const)('writes for %s what has a rule for every call', (dialect) => {
  const defaults = [KILL_THREAD, TRAP, errno('EPERM'), ALLOW]
  fc.assert(
    fc.property(randomPolicy(defaults), fc.constantFrom(...TARGETS), (made, tokens) => {
      checkWritten(made, tokens, dialect)
    }),
    { numRuns: 40 },
  )
})

it('names conditions that take more comparisons than a filter has room for', () => {
  const isNot = (index: 0 | 1) => not(arg(index).maskedEq(0xffff_ffff, 0x5555_5555))
  const made = policy({ default: KILL_THREAD }).allow('socket', () => isNot(0), () => isNot(1)) // prettier-ignore
  const { losses, opened } = written(made)
  expect(losses).toEqual(['minijail cannot express the conditions on socket on x86_64'])
  expect(opened).toEqual([])
})
