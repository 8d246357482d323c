import * as report from '@seccompile/report'
import * as compilation from '@seccompile/report/compilation'
import { mayOmit, unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const ANSWER = unchecked('takes sections, and filters that are linted and compiled')

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(report, {
      changeBlocks: ANSWER,
      changeSummary: ANSWER,
      code: ANSWER,
      costSection: ANSWER,
      differencePage: ANSWER,
      differenceSection: ANSWER,
      attacksSection: ANSWER,
      findingsSection: ANSWER,
      glance: ANSWER,
      gradeOf: ANSWER,
      meaningSection: ANSWER,
      programsOf: ANSWER,
      proofSection: ANSWER,
      reportDocument: ANSWER,
      reportPage: ANSWER,
      sizesSection: ANSWER,
      withPictures: ANSWER,
    }),
  ).toEqual([])
})

const COMPILED = unchecked('takes what `compile`, `compileStack`, `optimize` and `cost` have made')

it('refuses wrong values of every argument of `/compilation` by a message of ours', async () => {
  expect(
    await wrongValueFaults(compilation, {
      shortDigest: ['58ab40cb'],
      digestText: [mayOmit('58ab40cb')],
      certificateLine: COMPILED,
      certificateWarning: COMPILED,
      costReport: COMPILED,
      jsonReport: COMPILED,
      optimizationJson: COMPILED,
      optimizationReport: COMPILED,
      otherAbisOf: COMPILED,
      presetJson: COMPILED,
      presetText: COMPILED,
      report: COMPILED,
      reportMarkdown: COMPILED,
      reportText: COMPILED,
    }),
  ).toEqual([])
})
