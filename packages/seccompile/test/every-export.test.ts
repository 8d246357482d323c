import * as compiler from '@seccompile/compiler'
import * as constants from '@seccompile/constants'
import * as groups from '@seccompile/groups'
import * as launchWords from '@seccompile/kernel/launch-words'
import * as policy from '@seccompile/policy'
import * as presets from '@seccompile/presets'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import * as syscalls from '@seccompile/syscalls'
import * as seccompile from 'seccompile'
import { describe, expect, it } from 'vitest'

const { compile, compileStack, resolve, ...others } = seccompile
const mine = policy.policy({ default: policy.errno(1) }).allow('read')

describe('every exported function', () => {
  it('of the package itself refuses wrong values of every argument by a message of ours', async () => {
    expect(
      await wrongValueFaults(
        { compile, compileStack, resolve },
        {
          compile: [mine, mayOmit()],
          compileStack: [mine, mayOmit()],
          resolve: [mine, mayOmit(), mayOmit()],
        },
      ),
    ).toEqual([])
  })

  it('is else one of a package below, which has a table of its own', () => {
    const below = new Set(
      [compiler, constants, groups, launchWords, policy, presets, syscalls].flatMap((module) =>
        Object.values<unknown>(module),
      ),
    )
    const unknown = Object.entries<unknown>(others).filter(
      ([, value]) => typeof value === 'function' && !below.has(value),
    )
    expect(unknown.map(([name]) => name)).toEqual([])
  })

  it('says what is missing', () => {
    for (const run of [compile, compileStack])
      expect(() => run(mine, null as never)).toThrow('options: expected an object; got null')
    expect(() => resolve(mine, null as never)).toThrow('target: expected an object; got null')
  })
})
