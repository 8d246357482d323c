import { WARNINGS } from '@seccompile/policy'
import { expect, it } from 'vitest'
import { factsOfFindings, findingFacts, lintRules } from '@seccompile/lint'

it('has each name of a warning or a lint rule once, in order', () => {
  const names = findingFacts.map(({ name }) => name)
  const all = [...WARNINGS, ...lintRules].map(({ name }) => name)
  expect(names).toEqual([...new Set(all)].toSorted())
})

it('says of each name who finds it', () => {
  const from = new Map(findingFacts.map((facts) => [facts.name, facts.from]))
  expect(['dead-rule', 'tty-injection', 'width-gap'].map((name) => from.get(name))).toEqual([
    'resolve',
    'lint',
    'both',
  ])
})

it('has one severity and one text for a name that a warning and a lint rule share', () => {
  const shared = WARNINGS.flatMap((warning) => {
    const rule = lintRules.find(({ name }) => name === warning.name)
    return rule === undefined ? [] : [{ warning, rule }]
  })
  expect(shared.length).toBeGreaterThan(0)
  for (const { warning, rule } of shared) {
    const { name, severity, means, remedy } = rule
    expect({ name, severity, means, remedy }).toEqual(warning)
  }
})

it('takes in a lint rule of somebody else', () => {
  const own = { ...lintRules[0]!, name: 'our-own' }
  expect(factsOfFindings([own]).find(({ name }) => name === 'our-own')?.from).toBe('lint')
})
