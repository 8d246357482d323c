import * as traces from '@seccompile/traces'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

it('refuses wrong values of every argument by a message of ours', async () => {
  const task = { file: 'f', abi: 'x86_64' as const, take: () => {} }
  expect(
    await wrongValueFaults(traces, {
      readTrace: ['getpid() = 1\n', mayOmit()],
      traceReader: [mayOmit()],
      traceLines: [task],
    }),
  ).toEqual([])
  expect(traces.traceLines(task).line('getpid() = 1')).toBe('strace')
})
