import { x86 } from '@seccompile/syscalls/x86'
import { x86_64 } from '@seccompile/syscalls/x86_64'
import { describe, expect, it } from 'vitest'
import { ALLOW, errno, TRAP } from '../src/data/action.ts'
import { arg } from '../src/data/condition.ts'
import type { ArgCondition } from '../src/data/condition.ts'
import { NEWEST_KERNEL } from '@seccompile/syscalls'
import type { Policy } from '../src/data/policy.ts'
import { callsOf } from '../src/resolution/calls/call-rules.ts'
import type { PolicyCall } from '../src/resolution/calls/call-rules.ts'
import { conditionalRules } from '../src/resolution/calls/conditional.ts'

const circumstances = { caps: new Set<never>(), goArch: 'amd64', kernel: NEWEST_KERNEL }

/** `read` and `write` allowed where `allowed` holds, and trapped where `trapped` does. */
const twoRules = (allowed: ArgCondition, trapped: ArgCondition): Policy => {
  const names = [{ name: 'read' }, { name: 'write' }]
  return {
    defaultAction: errno(1),
    rules: [
      { names, action: ALLOW, args: [allowed] },
      { names, action: TRAP, args: [trapped] },
    ],
  }
}

const both = (policy: Policy): readonly [PolicyCall, PolicyCall] => {
  const [read, write] = callsOf(policy, circumstances, { strict: false, multiplexers: false }).calls
  return [read!, write!]
}

describe('conditionalRules', () => {
  it('compares the rules that several calls share once', () => {
    const apart = twoRules(arg(0).eq(1), arg(0).eq(2))
    const settled = new Set<string>()
    const [read, write] = both(apart)
    expect(
      conditionalRules({ policy: apart, call: read, abi: x86_64, widths: 'profile' }, settled).rules,
    ).toHaveLength(2)
    const size = settled.size
    expect(
      conditionalRules({ policy: apart, call: write, abi: x86_64, widths: 'profile' }, settled).rules,
    ).toHaveLength(2)
    expect(settled.size).toBe(size)
    // Nothing is compared again: not even rules that clash, where told that they were settled.
    const clashing = twoRules(arg(0).eq(1), arg(0).le(2))
    const [, again] = both(clashing)
    expect(() =>
      conditionalRules({ policy: clashing, call: again, abi: x86_64, widths: 'profile' }, settled),
    ).not.toThrow()
    expect(() =>
      conditionalRules({ policy: clashing, call: again, abi: x86, widths: 'profile' }, settled),
    ).toThrow('may not overlap')
  })

  it('does not take a comparison that found a clash for settled', () => {
    const clashing = twoRules(arg(0).eq(1), arg(0).le(2))
    const settled = new Set<string>()
    for (const call of both(clashing))
      expect(() =>
        conditionalRules({ policy: clashing, call: call, abi: x86_64, widths: 'profile' }, settled),
      ).toThrow(`"${call.name}" gets TRAP`)
  })

  it('warns of a vain exception for each call that has it', () => {
    const names = [{ name: 'read' }, { name: 'write' }]
    const vain: Policy = {
      defaultAction: errno(1),
      rules: [
        { names, action: ALLOW, args: [arg(0).le(9)] },
        { names, action: errno(1), args: [arg(0).eq(5)] },
      ],
    }
    const settled = new Set<string>()
    const said = both(vain).flatMap(
      (call) =>
        conditionalRules({ policy: vain, call: call, abi: x86_64, widths: 'profile' }, settled).warnings,
    )
    expect(said.map(({ message }) => /"\w+"/.exec(message)?.[0])).toEqual(['"read"', '"write"'])
  })
})
