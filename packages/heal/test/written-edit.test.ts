import { WITHOUT_TEXT, writtenEdit } from '@seccompile/heal'
import type { EditableText } from '@seccompile/heal'
import { policy } from '@seccompile/policy'
import { expect, it } from 'vitest'

const NO_EDIT = { joins: [], takes: [], rules: [] }
const mine = policy({ default: 'deny' })
const form: EditableText = { ...WITHOUT_TEXT, write: () => 'after' }
const text = { path: 'p.json', content: 'before' }
const reread = () => Promise.resolve(mine)
const not = (why: string): object => ({ kind: 'not-written', why })

it('is the text whose meaning is the right one when it is read again', async () => {
  const seen: unknown[] = []
  const read = (content: string) => {
    seen.push(content)
    return Promise.resolve(mine)
  }
  const isMeant = (given: unknown): boolean => {
    seen.push(given)
    return true
  }
  expect(await writtenEdit({ form, text, reread: read }, NO_EDIT, isMeant)).toEqual({
    kind: 'written',
    path: 'p.json',
    before: 'before',
    after: 'after',
  })
  expect(seen).toEqual(['after', mine])
})

it('is none, and says why', async () => {
  const yes = () => true
  expect(await writtenEdit({ form, why: 'a preset has no text', reread }, NO_EDIT, yes)).toEqual(
    not('a preset has no text'),
  )
  expect(await writtenEdit({ form, reread }, NO_EDIT, yes)).toEqual(not('its text is not edited'))
  expect(
    await writtenEdit({ form: { ...form, write: () => undefined }, text, reread }, NO_EDIT, yes),
  ).toEqual(not('its text has a form in which the edit cannot be written'))
  expect(await writtenEdit({ form, text, reread }, NO_EDIT, () => Promise.resolve(false))).toEqual(
    not('the edited text, read again, does not mean what it should'),
  )
  const broken = () => Promise.reject(new Error('no JSON'))
  expect(await writtenEdit({ form, text, reread: broken }, NO_EDIT, yes)).toEqual(
    not('the edited text could not be read again: no JSON'),
  )
})
