import { expect, it } from 'vitest'
import * as textLayout from '@seccompile/text-layout'

it('exports exactly its public names', () => {
  expect(Object.keys(textLayout).sort()).toEqual([
    'formatNumber',
    'inColumns',
    'jsonText',
    'markdownCode',
    'markdownRows',
    'markdownTable',
    'markdownText',
    'printableLine',
    'shellLine',
    'shellWord',
    'table',
    'wrapped',
    'wrappedText',
  ])
})
