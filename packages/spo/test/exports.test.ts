import { expect, it } from 'vitest'
import * as spo from '@seccompile/spo'

it('exports exactly its public names', () => {
  expect(Object.keys(spo).sort()).toEqual([
    'MAX_FILE_DEPTH',
    'MAX_FILE_LENGTH',
    'isSpo',
    'parseSpo',
    'writeSpo',
  ])
})
