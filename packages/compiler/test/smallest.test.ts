/*
 * The goal `smallest` (issue 34).
 */
import { errno, policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { abiTable, calls, isSyscallName } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { compile } from './with-tables.ts'

const abis = [abiTable('x86_64')]
const names = calls(abis[0]!)
  .map(({ name }) => name)
  .filter(isSyscallName)
const insns = (source: Policy, pipeline: 'smallest' | 'size' | 'speed' | 'list'): number =>
  compile(source, { abis, pipeline, prove: false }).program.length

const shapes: Readonly<Record<string, (name: readonly (typeof names)[number][]) => Policy>> = {
  'an allow list': (some) => policy({ default: errno(1) }).allow(...some),
  'a deny list': (some) => policy({ default: 'allow' }).rule(errno(1), ...some),
  'an errno for each call': (some) =>
    some.reduce((rules, name, i) => rules.rule(errno(1 + i), name), policy({ default: 'allow' })),
}

it.each(Object.entries(shapes))('is as short as any other pipeline: %s', (_, shape) => {
  for (const count of [3, 7, 12, 20])
    for (const step of [2, 5, 7]) {
      const source = shape(names.filter((_name, at) => at % step === 1).slice(0, count))
      const others = (['size', 'speed', 'list'] as const).map((pipeline) => insns(source, pipeline))
      expect(insns(source, 'smallest'), `${count} calls, each ${step}th`).toBeLessThanOrEqual(
        Math.min(...others),
      )
    }
})

it("is as short as any other pipeline: Docker's profile", () => {
  expect(insns(dockerProfile, 'smallest')).toBeLessThanOrEqual(insns(dockerProfile, 'size'))
})
