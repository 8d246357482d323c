import { describe, expect, it } from 'vitest'
import { MAX_SEED, seedOfRound, soak } from '../src/soak-loop.ts'
import type { Failure, SoakOptions } from '../src/soak-loop.ts'

const properties = [
  { name: 'one', cases: 1 },
  { name: 'ten', cases: 10 },
]

/** Options for `rounds` rounds in which every property holds, and the list of attempts. */
function recorded(rounds: number): { readonly options: SoakOptions; readonly tried: string[] } {
  const tried: string[] = []
  const attempt = (name: string, seed: number): Promise<undefined> => {
    tried.push(`${name} ${seed}`)
    return Promise.resolve(undefined)
  }
  return { options: { properties, seed: 7, rounds, attempt, isOver: () => false }, tried }
}

describe('soak', () => {
  it('tries every property in every round, each round with another seed', async () => {
    const { options, tried } = recorded(3)
    expect(await soak(options)).toEqual({ cases: 33, rounds: 3, failures: [] })
    const [a, b, c] = [7, seedOfRound(7, 1), seedOfRound(7, 2)]
    expect(tried).toEqual([`one ${a}`, `ten ${a}`, `one ${b}`, `ten ${b}`, `one ${c}`, `ten ${c}`])
    expect(new Set([a, b, c]).size).toBe(3)
  })

  it('does a later round again when it begins with its seed', async () => {
    const later = recorded(1)
    const all = recorded(3)
    await soak(all.options)
    await soak({ ...later.options, seed: seedOfRound(7, 2) })
    expect(later.tried).toEqual(all.tried.slice(-2))
  })

  it('says what failed with which seed, leaves it out from then on, and goes on with the rest', async () => {
    const { options } = recorded(4)
    const told: Failure[] = []
    const seeds: number[] = []
    const result = await soak({
      ...options,
      attempt: (name, seed) => {
        if (name === 'one') seeds.push(seed)
        return Promise.resolve(name === 'ten' && seeds.length === 2 ? 'broken' : undefined)
      },
      onFailure: (failure) => {
        told.push(failure)
      },
    })
    expect(result).toEqual({ cases: 24, rounds: 4, failures: told })
    expect(told).toEqual([{ name: 'ten', seed: seedOfRound(7, 1), message: 'broken' }])
  })

  it('ends when everything has failed', async () => {
    const { options } = recorded(1000)
    const result = await soak({ ...options, attempt: () => Promise.resolve('broken') })
    expect(result).toMatchObject({ cases: 11, rounds: 1 })
    expect(result.failures).toHaveLength(2)
  })

  it('ends when it is over, and does not count what ran meanwhile', async () => {
    const { options, tried } = recorded(1000)
    const result = await soak({ ...options, isOver: () => tried.length >= 4 })
    expect(result).toEqual({ cases: 12, rounds: 1, failures: [] })
  })

  it('keeps a failure found while it came to be over', async () => {
    const { options } = recorded(1)
    let over = false
    const attempt = (): Promise<string> => {
      over = true
      return Promise.resolve('broken')
    }
    const result = await soak({ ...options, attempt, isOver: () => over })
    expect(result.failures).toHaveLength(1)
  })
})

describe('seedOfRound', () => {
  it('is in bounds in every round, and never the same soon', () => {
    const seeds = Array.from({ length: 10_000 }, (_, round) => seedOfRound(MAX_SEED, round))
    expect(seeds.every((seed) => seed >= 0 && seed <= MAX_SEED)).toBe(true)
    expect(new Set(seeds).size).toBe(seeds.length)
  })
})
