/*
 * Two facts hold for every policy of the corpus and every objective. No lower bound is higher than the cost of a filter
 * with the same meaning. No row is lost: at the price of our pipeline, no other filter costs less than ours (rows.ts).
 */
import { isObjectiveKind, OBJECTIVES } from '@seccompile/compiler'
import { describe, expect, it } from 'vitest'
import { corpus } from '../src/corpus.ts'
import { rowsOf, rowSubject } from '../src/rows.ts'
import type { Rows } from '../src/rows.ts'

const kinds = Object.keys(OBJECTIVES).filter(isObjectiveKind)

/** Policies with so few cells that a search with effort `max` is quick. */
const SMALL = /^(five-calls|log-only|requirements|repeats|tracer)/

/** Targets with nearly the same sections as another target. One objective is enough for them. */
const ALIKE = /^container-default-(arm|mips|s390)|^deny-list-3abi|^five-calls-/

/** Policies whose bound for `attach` takes seconds. Small policies of the same shape test this bound. */
const SLOW_ATTACH = /^(tracer|requirements-admin|thousand-values|repeats)$/

const kindsFor = (name: string): typeof kinds => {
  if (ALIKE.test(name)) return kinds.slice(0, 1)
  return SLOW_ATTACH.test(name) ? kinds.filter((kind) => kind !== 'attach') : kinds
}

describe.each(corpus)('$name', (entry) => {
  let made: Promise<Rows> | undefined
  const rows = (): Promise<Rows> => (made ??= rowSubject(entry).then(rowsOf))

  it('has other filters that are proved to mean the same', async () => {
    expect((await rows()).leftOut).toEqual([])
  })

  it.each(kindsFor(entry.name))('has a bound below every filter, and no row is lost: %s', async (kind) => {
    const { objective, filters, losses } = (await rows()).row(kind)
    for (const effort of SMALL.test(entry.name) ? (['default', 'max'] as const) : (['default'] as const)) {
      const { bound } = objective.boundOf(0, effort)
      for (const { name, value } of filters)
        expect(value, `${name}, ${effort}`).toBeGreaterThanOrEqual(bound * (1 - 1e-9))
    }
    expect(losses).toEqual([])
  })
})
