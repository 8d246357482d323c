import { resolve } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'
import { drawFor } from '../src/peers/draw.ts'
import { freshPolicies } from '../src/peers/fresh-policies.ts'
import { isAlone, isProfile } from '../src/peers/peer-subject.ts'
import { repositoryPolicies } from '../src/repository-policies.ts'

describe('draws', () => {
  it('are the same for one name in every run, and others for another name', () => {
    expect(drawFor('a').words(3)).toEqual(drawFor('a').words(3))
    expect(drawFor('a').words(3)).not.toEqual(drawFor('b').words(3))
    // A change of the sequence changes every policy, and so every figure of the bench.
    expect(drawFor('calls at random, 3').words(3)).toMatchInlineSnapshot(`
      [
        694881299,
        2430884070,
        4199067637,
      ]
    `)
  })

  it('yields different items in the order of the list', () => {
    const list = Array.from({ length: 20 }, (_, i) => i)
    for (let count = 0; count <= 21; count += 1) {
      const drawn = drawFor(`some ${count}`).some(list, count)
      expect(new Set(drawn).size).toBe(Math.min(count, 20))
      expect(drawn).toEqual(drawn.toSorted((a, b) => a - b))
    }
  })
})

describe('fresh policies', () => {
  const all = freshPolicies()

  it('are at least 76 for x86_64 and 11 for three ABIs, each with a name of its own', () => {
    expect(all.filter(({ abis }) => abis.length === 1).length).toBeGreaterThanOrEqual(76)
    expect(all.filter(({ abis }) => abis.length === 3).length).toBeGreaterThanOrEqual(11)
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  })

  it('are the same in every run', () => {
    expect(freshPolicies()).toEqual(all)
  })

  it('have rules that no tool needs to be told more for', () => {
    for (const { name, policy, abis } of all) {
      expect([name, isAlone(policy) && isProfile(policy)]).toEqual([name, true])
      expect(resolve(policy, { abis }).rules.sections[0]!.rules.length, name).toBeGreaterThan(0)
    }
  })

  it('differ in meaning from one another', () => {
    const texts = all.map(({ policy, abis }) => JSON.stringify([policy, abis.length], (_, value: unknown) => typeof value === 'bigint' ? String(value) : value)) // prettier-ignore
    expect(new Set(texts).size).toBe(all.length)
  })
})

it('takes the policies of the repository that other tools can have', async () => {
  const names = (await repositoryPolicies()).map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['crosvm-gpu', 'firecracker-vmm', 'podman', 'docker, three ABIs']),
  )
  expect(names).toContain('container-default') // its conditions are by names of arguments
  expect(names).not.toContain('container-default-3abi') // which no profile can hold
})
