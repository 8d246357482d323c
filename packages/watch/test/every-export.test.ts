import { unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import * as watch from '@seccompile/watch'
import { expect, it } from 'vitest'

const STARTS = unchecked('starts a process: options.test.ts')

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(await wrongValueFaults(watch, { record: STARTS, recordByStrace: STARTS, watch: STARTS })).toEqual([])
})
