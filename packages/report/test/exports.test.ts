import { expect, it } from 'vitest'
import * as report from '@seccompile/report'
import * as compilation from '@seccompile/report/compilation'

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

it('exports exactly the public names of reports of compilations', () => {
  expect(Object.keys(compilation).sort()).toEqual([
    'certificateLine',
    'certificateWarning',
    'costReport',
    'digestText',
    'jsonReport',
    'optimizationJson',
    'optimizationReport',
    'otherAbisOf',
    'presetJson',
    'presetText',
    'report',
    'reportMarkdown',
    'reportText',
    'shortDigest',
  ])
})
