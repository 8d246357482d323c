import { expect, it } from 'vitest'
import * as oci from '@seccompile/oci'
import * as reading from '@seccompile/oci/reading'

it('exports exactly its public names', () => {
  expect(Object.keys(oci).sort()).toEqual([
    'MAX_PROFILE_DEPTH',
    'MAX_PROFILE_LENGTH',
    'exactClauses',
    'parseProfile',
    'profileAbis',
    'profileOf',
    'writeProfile',
  ])
})

it('exports exactly the public names of its reader of JSON', () => {
  expect(Object.keys(reading).sort()).toEqual([
    'arrayAt',
    'checkKnownKeys',
    'field',
    'integerAt',
    'jsonText',
    'objectAt',
    'parseJson',
    'readProfile',
    'requiredField',
    'stringAt',
    'unknownWord',
    'warningsOfIgnoredKeys',
    'withEntries',
    'wordOfAction',
    'wordOfOperator',
  ])
})
