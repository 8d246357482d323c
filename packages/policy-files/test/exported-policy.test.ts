import { policy } from '@seccompile/policy'
import { exportedPolicy } from '@seccompile/policy-files'
import { expect, it } from 'vitest'

it('yields plain data', () => {
  const made = policy({ default: 'deny' }).allow('read')
  expect(exportedPolicy(made, 'p.ts').rules).toEqual(made.rules)
})

it.each([
  [undefined, 'p.ts: expected a policy, such as policy({ default: errno(1) }).allow("read")'],
  [{ rules: 1 }, 'p.ts: '],
])('names the module that exports %j', (value, message) => {
  expect(() => exportedPolicy(value, 'p.ts')).toThrow(
    expect.objectContaining({ name: 'PolicyError', message: expect.stringContaining(message) as string }),
  )
})

it('takes what a getter throws for a fault of the module', () => {
  const hostile = {
    get defaultAction(): never {
      throw new Error('no')
    },
  }
  expect(() => exportedPolicy(hostile, 'p.ts')).toThrow('p.ts: no')
})
