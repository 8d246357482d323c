import { expect, it } from 'vitest'
import * as textLayout from '@seccompile/text-layout'

it('exports exactly its public names', () => {
  expect(Object.keys(textLayout).sort()).toEqual([
    'formatNumber',
    'inColumns',
    'markdownCode',
    'markdownRows',
    'markdownTable',
    'markdownText',
    'printableJson',
    'printableLine',
    'shellLine',
    'shellWord',
    'table',
    'wrapped',
    'wrappedText',
  ])
})
