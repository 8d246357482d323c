import { expect, it } from 'vitest'
import * as heal from '@seccompile/heal'

it('exports exactly its public names', () => {
  expect(Object.keys(heal).sort()).toEqual([
    'WITHOUT_TEXT', 'addedConditions', 'allowingSeen', 'assembled', 'builderLines', 'chainText', 'editOf', 'editedPolicy',
    'effectKey', 'heal', 'healedPolicy', 'jsonProfile', 'judgedHeal', 'reportRows', 'seenCalls', 'writtenEdit', 'yamlProfile',
  ]) // prettier-ignore
})
