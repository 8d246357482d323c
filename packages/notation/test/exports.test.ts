import { expect, it } from 'vitest'
import * as notation from '@seccompile/notation'

it('exports exactly its public names', () => {
  expect(Object.keys(notation).sort()).toEqual(['MAX_CLAUSES', 'abiLosses', 'clausesOf', 'cubesBetween', 'express', 'lossText', 'lossTexts', 'namedCalls', 'siblings', 'verdictsOn'])
}) // prettier-ignore
