import { expect, it } from 'vitest'
import * as answer from '@seccompile/answer'

it('exports exactly its public names', () => {
  expect(Object.keys(answer).sort()).toEqual(['FORM_OF_ENDING', 'PLAIN', 'notDecided', 'note', 'undecided'])
})
