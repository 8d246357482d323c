import * as compilationReport from '@seccompile/compilation-report'
import { mayOmit, unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const ANSWER = unchecked('takes what `compile`, `compileStack`, `optimize` and `cost` have made')

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(compilationReport, {
      shortDigest: ['58ab40cb'],
      digestText: [mayOmit('58ab40cb')],
      certificateLine: ANSWER,
      certificateWarning: ANSWER,
      costReport: ANSWER,
      jsonReport: ANSWER,
      optimizationJson: ANSWER,
      optimizationReport: ANSWER,
      otherAbisOf: ANSWER,
      presetJson: ANSWER,
      presetText: ANSWER,
      report: ANSWER,
      reportMarkdown: ANSWER,
      reportText: ANSWER,
    }),
  ).toEqual([])
})
