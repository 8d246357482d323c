import { letsRun, refuses, SECCOMP_RET } from '@seccompile/abi'
import { expect, it } from 'vitest'

it('a call runs, is refused, or is left to a listener or tracer', () => {
  const entries = Object.entries(SECCOMP_RET)
  const namesWhere = (holds: (verdict: number) => boolean) =>
    entries.filter(([, verdict]) => holds(verdict + 1)).map(([name]) => name)
  expect(namesWhere(letsRun)).toEqual(['LOG', 'ALLOW'])
  expect(namesWhere(refuses)).toEqual(['KILL_PROCESS', 'KILL_THREAD', 'TRAP', 'ERRNO'])
})
