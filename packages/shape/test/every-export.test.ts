import * as shape from '@seccompile/shape'
import { mayOmit, unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

// A constructor, which is no function that a caller calls.
const { Given: _given, ...functions } = shape
const u32 = shape.u32
const INNER = unchecked('a part of a reader, which `read` calls, or a check that is a gate itself')

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(functions, {
      argumentError: INNER,
      atLeast: [1],
      callback: [],
      checkKeys: INNER,
      fail: INNER,
      listOf: INNER,
      member: INNER,
      oneOf: [['a']],
      optional: [u32],
      read: INNER,
      record: INNER,
      unread: [],
      whole: [1, mayOmit()],
      expectFunction: INNER,
      expectIterable: INNER,
      expectList: INNER,
      expectObject: INNER,
      expectText: INNER,
      assertNever: unchecked('refuses every value'),
      quote: ['read'],
      quoteHiding: ['read', /x/g, String],
      shown: [{}],
      didYouMean: ['read', ['reed'], mayOmit('read')],
      misspelling: ['read', ['reed']],
      suggest: ['read', ['a']],
      endianness: INNER,
      flag: INNER,
      number: INNER,
      text: INNER,
      u32: INNER,
      u64: INNER,
    }),
  ).toEqual([])
})
