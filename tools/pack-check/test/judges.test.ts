import { expect, it } from 'vitest'
import { judgedLines, NOT_COUNTED } from '../src/judges.ts'

it('says what publint and attw found, and for each problem that is not counted why', () => {
  const lines = judgedLines(
    [
      { problems: [], notCounted: { node10: 2, 'node16-cjs': 1 } },
      { problems: ['attw: NoResolution: . in bundler'], notCounted: { node10: 1, 'node16-cjs': 1 } },
    ],
    3,
  )
  expect(lines).toEqual([
    'publint: 3 messages; attw: 1 problems, in 2 tarballs',
    `attw: 3 problems of node10 are not counted: ${NOT_COUNTED['node10']}`,
    `attw: 2 problems of node16-cjs are not counted: ${NOT_COUNTED['node16-cjs']}`,
  ])
})
