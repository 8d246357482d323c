import { createStore } from '@seccompile/diagram'
import { stepBudget } from '@seccompile/outcomes'
import { describe, expect, it } from 'vitest'

describe('stepBudget', () => {
  it('gives each attempt its share, and what is above it out of one reserve', () => {
    const store = createStore({ maxSteps: Infinity })
    const budget = stepBudget(store)
    const take = (steps: number): number | undefined =>
      budget.within(1, () => {
        store.take(steps)
        return steps
      })
    // 1,000,000 in reserve, and shares of 700.
    expect(take(1_000_700)).toBe(1_000_700)
    expect(take(701)).toBeUndefined()
    expect(take(700)).toBe(700)
    expect(budget.within(1, () => store.take(10), 9)).toBeUndefined()
  })
})
