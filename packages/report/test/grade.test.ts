import type { LintResult } from '@seccompile/lint-report'
import type { Severity } from '@seccompile/policy'
import { expect, it } from 'vitest'
import { GRADE_RULE, gradeOf } from '@seccompile/report'

const undecided: LintResult['undecided'] = [{ name: 'width-gap', reason: 'too large' }]

/** The grade for findings of these severities; `accepted:` is before those that a baseline accepts. */
function grade(found: readonly (Severity | `accepted:${Severity}`)[], open: LintResult['undecided'] = []): string {
  const findings = found.map((each) => ({
    name: 'width-gap',
    severity: each.replace('accepted:', '') as Severity,
    message: 'so',
    what: 'so',
    ...(each.startsWith('accepted:') ? { accepted: 'known' } : {}),
  }))
  return gradeOf({ findings, undecided: open })
} // prettier-ignore

it.each([
  [[], 'A'],
  [['low', 'low'], 'B'],
  [['medium', 'low'], 'C'],
  [['high', 'medium', 'medium'], 'D'],
  [['high', 'high'], 'E'],
  [['accepted:high', 'accepted:medium'], 'A'],
  [['accepted:high', 'high'], 'D'],
] as const)('the grade for %j is %s', (found, expected) => {
  expect(grade(found)).toBe(expected)
})

it('is C at best where a lint rule is not decided', () => {
  expect(grade([], undecided)).toBe('C')
  expect(grade(['low'], undecided)).toBe('C')
  expect(grade(['high', 'high'], undecided)).toBe('E')
})

it('is E where every call runs, whatever is found', () => {
  expect(gradeOf({ findings: [], undecided: [] }, 'all')).toBe('E')
  expect(gradeOf({ findings: [], undecided }, 'all')).toBe('E')
})

it('is C at best where the default lets calls run', () => {
  expect(gradeOf({ findings: [], undecided: [] }, 'default')).toBe('C')
  expect(gradeOf({ findings: [], undecided: [] }, 'listed')).toBe('A')
})

it('has a rule that names every grade, and claims no safety', () => {
  for (const letter of [
    'A none',
    'B low',
    'C a medium',
    'D one high',
    'E several high, or every call of the main ABI runs',
  ])
    expect(GRADE_RULE).toContain(letter)
  expect(GRADE_RULE).toContain('not that a filter is safe')
})
