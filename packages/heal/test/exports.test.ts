import { expect, it } from 'vitest'
import * as heal from '@seccompile/heal'

it('exports exactly its public names', () => {
  expect(Object.keys(heal).sort()).toEqual([
    'WITHOUT_TEXT', 'allowingSeen', 'builderLines', 'chainText', 'editOf', 'heal', 'healedPolicy', 'jsonProfile',
    'reportRows', 'seenCalls', 'yamlProfile',
  ]) // prettier-ignore
})
