import { expect, it } from 'vitest'
import * as kernel from '@seccompile/kernel'

it('exports these names', () => {
  expect(Object.keys(kernel).sort()).toEqual([
    'KernelError',
    'NO_FILTER',
    'RET_ALLOW',
    'bench',
    'benchAttach',
    'getppidCall',
    'isHarmless',
  ])
})
