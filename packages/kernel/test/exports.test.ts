import { expect, it } from 'vitest'
import * as kernel from '@seccompile/kernel'

it('exports these names', () => {
  expect(Object.keys(kernel).sort()).toEqual(['KernelError'])
})
