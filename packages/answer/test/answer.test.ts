import { FORM_OF_ENDING, PLAIN, undecided } from '@seccompile/answer'
import { expect, it } from 'vitest'

it('changes no text where a stream has no colours', () => {
  expect(Object.values(PLAIN).map((paint) => paint('read'))).toEqual(Array(7).fill('read'))
})

it('says why a question is undecided, to people and to machines', () => {
  const answer = undecided('too large')
  expect(answer.status).toBe('undecided')
  expect(answer.facts?.()).toEqual({ answer: 'undecided', reason: 'too large' })
  expect(answer.remarks).toEqual([{ label: 'not decided', kind: 'doubt', text: 'too large' }])
})

it('has no text where a question is undecided, so that no file holds half of an answer', () => {
  expect(undecided('too large').text).toBeUndefined()
})

it('keeps the warnings and notes that were found before a question was undecided', () => {
  const context = { warnings: [[{ message: 'open' }]], notes: ['for x86 alone'] }
  expect(undecided('too large', context)).toMatchObject(context)
})

it('has a form alone for a picture, whose endings it knows', () => {
  expect(FORM_OF_ENDING['gv']).toBe('dot')
  expect(FORM_OF_ENDING['mmd']).toBe('mermaid')
})

it('reads both endings of HTML as one form', () => {
  expect(FORM_OF_ENDING['htm']).toBe(FORM_OF_ENDING['html'])
})
