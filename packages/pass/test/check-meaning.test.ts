import { describe, expect, it } from 'vitest'
import { checkMeaning, definePass, pipeline, runPass } from '@seccompile/pass'
import type { CompareMeaning } from '@seccompile/pass'
import { dropLast, forget, input, keep, restless } from './example-passes.ts'

const same: CompareMeaning = () => undefined
const differ: CompareMeaning = (before, after, endianness) => `${before.level} ${after.level} ${endianness}`

describe('checkMeaning', () => {
  it('lets passes through whose input and output compare as the same', () => {
    const made = pipeline('p', [restless, forget])
    expect(runPass(made, input, { instruments: [checkMeaning(same)] })).toMatchObject({ kind: 'verdict' })
  })

  it('stops at the first pass that compares as different, with what differs', () => {
    const made = pipeline('p', [keep, forget])
    expect(() => runPass(made, input, { endianness: 'big', instruments: [checkMeaning(differ)] })).toThrow(
      expect.objectContaining({
        code: 'E_PASS_MEANING',
        pass: 'forget',
        message: 'forget: changes the meaning: rules decision big',
        before: input,
      }),
    )
  })

  it('compares nothing where nothing changed, and pipelines by their parts', () => {
    const compared: string[] = []
    const compare: CompareMeaning = (before, after) => {
      compared.push(`${before.level} ${after.level}`)
      return undefined
    }
    const again = definePass({ ...dropLast, name: 'again' })
    runPass(pipeline('p', [keep, pipeline('q', [dropLast, again])]), input, {
      instruments: [checkMeaning(compare)],
    })
    expect(compared).toEqual(['rules rules', 'rules rules'])
  })
})
