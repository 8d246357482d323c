import { expect, it } from 'vitest'
import * as testkit from '@seccompile/testkit'

it('exports exactly its public names', () => {
  expect(Object.keys(testkit).sort()).toEqual([
    'conformance', 'conformanceChecks', 'deepFreeze', 'disagreement', 'edgesOf', 'explain', 'meaningOf',
  ]) // prettier-ignore
})
