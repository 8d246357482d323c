import { expect, it } from 'vitest'
import * as report from '@seccompile/report'

it('exports exactly its public names', () => {
  expect(Object.keys(report).sort()).toEqual([
    'GRADE_RULE',
    'attacksSection',
    'changeBlocks',
    'changeSummary',
    'code',
    'costSection',
    'differencePage',
    'differenceSection',
    'findingsSection',
    'glance',
    'gradeOf',
    'meaningSection',
    'programsOf',
    'proofSection',
    'reportDocument',
    'reportPage',
    'sizesSection',
    'withPictures',
  ])
})
