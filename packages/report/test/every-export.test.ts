import * as report from '@seccompile/report'
import { unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
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
