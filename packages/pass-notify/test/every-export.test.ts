import { ALLOW } from '@seccompile/abi/test-makers'
import * as exported from '@seccompile/pass-notify'
import type { WatchPlan } from '@seccompile/pass-notify'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

it('refuses wrong values of every argument by a message of ours', async () => {
  const watch: WatchPlan = { use: 'try', abi: 'x86_64' }
  expect(
    await wrongValueFaults(exported, {
      notify: [watch],
      notifiedVerdict: [watch, 0, { arch: 0, nr: 0 }],
      watchedProgram: [[ALLOW], watch, mayOmit()],
      proveWatched: [[ALLOW], [ALLOW], watch, mayOmit()],
    }),
  ).toEqual([])
})
