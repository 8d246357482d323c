import { expect, it } from 'vitest'
import * as compilationReport from '@seccompile/compilation-report'

it('exports exactly its public names', () => {
  expect(Object.keys(compilationReport).sort()).toEqual([
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
