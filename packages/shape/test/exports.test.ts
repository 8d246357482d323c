import { expect, it } from 'vitest'
import * as shape from '@seccompile/shape'

it('exports exactly its public names', () => {
  expect(Object.keys(shape).sort()).toEqual([
    'Given', 'IrError', 'argumentError', 'assertNever', 'atLeast', 'callback', 'checkKeys', 'didYouMean', 'endianness',
    'expectFunction', 'expectIterable', 'expectList', 'expectObject', 'expectText', 'fail', 'flag', 'listOf', 'member',
    'misspelling', 'number', 'oneOf', 'optional', 'quote', 'quoteHiding', 'read', 'record', 'shown', 'suggest', 'text',
    'u32', 'u64', 'unread', 'whole',
  ]) // prettier-ignore
})
