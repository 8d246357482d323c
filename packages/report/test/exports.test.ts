import { expect, it } from 'vitest'
import * as report from '@seccompile/report'

it('exports exactly its public names', () => {
  expect(Object.keys(report).sort()).toEqual([
    'changeBlocks',
    'changeSummary',
    'code',
    'costSection',
    'differencePage',
    'differenceSection',
    'findingsSection',
    'meaningSection',
    'programsOf',
    'proofSection',
    'reportDocument',
    'reportPage',
    'sizesSection',
    'withPictures',
  ])
})
