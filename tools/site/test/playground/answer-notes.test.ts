import { describe, expect, it } from 'vitest'
import type { Note } from '../../src/playground/messages.ts'
import { AnswerNotes } from '../../src/playground/page/answer-notes.ts'

const note = (message: string): Note => ({ severity: 'error', message })

/** The notes of a text, and the record of what they show. */
function recorded(): { readonly notes: AnswerNotes; readonly record: readonly string[] } {
  const record: string[] = []
  const show = (all: readonly Note[]): void => void record.push(all.map(({ message }) => message).join(' '))
  return { notes: new AnswerNotes(show, () => record.push('end')), record }
}

/** Types, with the function that brings them. */
function comingTypes(): { readonly types: Promise<readonly Note[]>; readonly come: () => Promise<void> } {
  let resolve: (notes: readonly Note[]) => void = () => undefined
  const types = new Promise<readonly Note[]>((yes) => {
    resolve = yes
  })
  const come = async (): Promise<void> => {
    resolve([note('type')])
    await types
  }
  return { types, come }
}

describe('the notes of an answer', () => {
  it('are shown at once where no types are checked', () => {
    const { notes, record } = recorded()
    notes.begin([note('said')])
    notes.found([note('found')])
    notes.end()
    expect(record).toEqual(['said found', 'end'])
  })

  it('wait for the types, so that notes of types do not vanish for a moment at each key', async () => {
    const { notes, record } = recorded()
    const { types, come } = comingTypes()
    notes.begin([note('said')], types)
    notes.found([note('found')])
    notes.end()
    expect(record).toEqual([])
    await come()
    expect(record).toEqual(['type said found', 'end'])
  })

  it('hold the types that come before the filter', async () => {
    const { notes, record } = recorded()
    const { types, come } = comingTypes()
    notes.begin([], types)
    await come()
    notes.found([])
    notes.end()
    expect(record).toEqual(['type', 'end'])
  })

  it('leave out the types of an older text', async () => {
    const { notes, record } = recorded()
    const { types, come } = comingTypes()
    notes.begin([], types)
    notes.begin()
    notes.found([note('new')])
    await come()
    notes.end()
    expect(record).toEqual(['new', 'end'])
  })
})
