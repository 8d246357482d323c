import { lintFacts } from '@seccompile/lint-report'
import { expect, it } from 'vitest'
import { answerOf, callOn, FILTER, lintedWith, UNREAD, X86_64 } from './linted.ts'

it('has both calls of a finding, each with its verdict', () => {
  const linted = lintedWith([{ call: callOn(X86_64, 0), other: callOn(X86_64, 1) }])
  expect(lintFacts(answerOf(linted))).toMatchObject({
    files: [{ findings: [{ call: { name: 'read' }, other: { name: 'write' } }] }],
  })
})

it('has the notes of reading, and the ABIs that the filter leaves out', () => {
  const filter = { ...FILTER, notes: ['a note', 'x32 is left out'] }
  expect(lintFacts(answerOf(lintedWith([], { filter })))).toMatchObject({
    files: [{ notes: ['a note', 'x32 is left out'] }],
  })
  expect(JSON.stringify(lintFacts(answerOf(lintedWith([]))))).not.toContain('notes')
})

it('has the error of a file that was not read', () => {
  expect(lintFacts(answerOf(UNREAD))).toMatchObject({
    files: [{ file: 'b.json', error: 'b.json: is no policy' }],
  })
})
