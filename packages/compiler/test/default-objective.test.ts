import { ALLOW, errno } from '@seccompile/policy'
import type { KernelVersion, Policy } from '@seccompile/policy'
import { presetPolicy } from '@seccompile/presets'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { abiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { compileStack, objectiveOf } from '@seccompile/compiler'
import { compile } from './with-tables.ts'

const abis = [abiTable('x86_64')]
const old: KernelVersion = { major: 5, minor: 10 }
const withBitmap: KernelVersion = { major: 5, minor: 11 }
const newer: KernelVersion = { major: 6, minor: 1 }

describe('the objective that nobody names', () => {
  it('is bitmap from the first kernel with the bitmap on, and says what implied it', () => {
    for (const kernel of [withBitmap, newer])
      expect(compile(dockerProfile, { abis, kernel }).objective).toMatchObject({
        kind: 'bitmap',
        impliedBy: 'kernel',
      })
  })

  it('is uniform for an older kernel, and for none', () => {
    for (const options of [{ abis, kernel: old }, { abis }]) {
      const { objective } = compile(dockerProfile, options)
      expect(objective!.kind).toBe('uniform')
      expect(objective).not.toHaveProperty('impliedBy')
    }
  })

  it('makes the same bytes as the objective by its name', () => {
    const implied = compile(dockerProfile, { abis, kernel: newer }).bytes
    expect(implied).toEqual(compile(dockerProfile, { abis, kernel: newer, objective: 'bitmap' }).bytes)
    expect(implied).not.toEqual(compile(dockerProfile, { abis, kernel: newer, objective: 'uniform' }).bytes)
  })

  it('follows the kernel of the policy, which the options override', () => {
    const own: Policy = {
      defaultAction: errno(1),
      kernel: newer,
      rules: [
        { names: [{ name: 'clone3' }], action: errno(38), args: [] },
        { names: [{ name: 'read' }], action: ALLOW, args: [] },
      ],
    }
    expect(compile(own, { abis }).objective).toMatchObject({ kind: 'bitmap', impliedBy: 'kernel' })
    expect(compile(own, { abis, kernel: old }).objective!.kind).toBe('uniform')
  })

  it('is weights where there are weights, and what is named where something is', () => {
    const { objective } = compile(dockerProfile, { abis, kernel: newer, weights: { read: 1 } })
    expect(objective).toMatchObject({ kind: 'weights' })
    expect(objective).not.toHaveProperty('impliedBy')
    expect(compile(dockerProfile, { abis, kernel: newer, objective: 'uniform' }).objective!.kind).toBe(
      'uniform',
    )
  })

  it('stays uniform where the bitmap takes every call that the policy names', () => {
    const strict = presetPolicy('mode-strict')
    const { objective, bytes } = compile(strict, { abis, kernel: newer })
    expect(objective!.kind).toBe('uniform')
    expect(objective!.value).toBeGreaterThan(0)
    expect(bytes).toEqual(compile(strict, { abis }).bytes)
  })

  it('is the same for several filters, and for rules alone', () => {
    const { objective, rules } = compileStack(dockerProfile, { abis, kernel: newer })
    expect(objective).toMatchObject({ kind: 'bitmap', impliedBy: 'kernel' })
    expect(objectiveOf(rules, abis, { kernel: newer })).toMatchObject({ kind: 'bitmap', impliedBy: 'kernel' })
    expect(objectiveOf(rules, abis, { kernel: old }).kind).toBe('uniform')
  })
})
