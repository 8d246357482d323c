import { AUDIT_ARCH, BPF, seccompData, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { ALWAYS, meaning } from '@seccompile/rules'
import * as rules from '@seccompile/rules'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digest, equal, solve, stackVerdict } from '@seccompile/prover'
import type { FilterStack, LeveledIr } from '@seccompile/prover'

const constant = (verdict: Verdict): LeveledIr => ({
  level: 'program',
  ir: [{ code: BPF.RET_K, jt: 0, jf: 0, k: verdict }],
})
const stack = (...ir: readonly LeveledIr[]): FilterStack => ({ level: 'stack', ir })

/**
 * The loop of the kernel, written in another way: the newest first, and only a smaller signed action replaces the
 * result.
 */
function asTheKernel(oldestFirst: readonly Verdict[]): Verdict {
  const action = new Int32Array(1)
  let result = 0x7fff_0000
  for (let i = oldestFirst.length - 1; i >= 0; i -= 1) {
    action[0] = Math.floor(result / 65536) * 65536
    const held = action[0]
    action[0] = Math.floor(oldestFirst[i]! / 65536) * 65536
    if (action[0] < held) result = oldestFirst[i]!
  }
  return result
}

describe('stackVerdict', () => {
  it('takes the strongest action, with the data of the newest that has it', () => {
    const [one, two] = [verdictOf('ERRNO', 1), verdictOf('ERRNO', 2)]
    expect(stackVerdict([one, two])).toBe(two)
    expect(stackVerdict([two, verdictOf('ALLOW'), one, verdictOf('LOG')])).toBe(one)
    expect(stackVerdict([verdictOf('KILL_PROCESS'), verdictOf('KILL_THREAD')])).toBe(
      verdictOf('KILL_PROCESS'),
    )
  })

  it('yields ALLOW without data, which the kernel begins with', () => {
    expect(stackVerdict([])).toBe(verdictOf('ALLOW'))
    expect(stackVerdict([verdictOf('ALLOW', 7)])).toBe(verdictOf('ALLOW'))
  })

  it('does as the loop of the kernel does, unknown actions too', () => {
    const verdict = fc.oneof(
      fc.constantFrom(
        0x7fff_0000,
        0x7fff_0001,
        0x7ffc_0000,
        0x7ff0_0003,
        0x0005_0001,
        0x0005_0002,
        0x8000_0000,
        0,
      ),
      fc.integer({ min: 0, max: 0xffff_ffff }),
    )
    fc.assert(
      fc.property(fc.array(verdict, { maxLength: 5 }), (list) => {
        expect(stackVerdict(list)).toBe(asTheKernel(list))
      }),
    )
  })
})

describe('a stack', () => {
  it('means what its filters come to together, in their order', () => {
    const [one, two] = [constant(verdictOf('ERRNO', 1)), constant(verdictOf('ERRNO', 2))]
    expect(equal(stack(one, two), two).kind).toBe('equal')
    expect(equal(stack(two, one), two)).toMatchObject({
      kind: 'different',
      left: verdictOf('ERRNO', 1),
      right: verdictOf('ERRNO', 2),
    })
    expect(digest(stack(one, two))).toBe(digest(two))
  })

  it('is confirmed by running it', () => {
    const denies = constant(verdictOf('TRAP'))
    expect(solve(stack(constant(verdictOf('LOG')), denies), 'TRAP')).toMatchObject({ kind: 'found' })
    expect(solve(stack(constant(verdictOf('LOG')), denies), 'LOG').kind).toBe('none')
  })

  it('agrees with the kernel at the edges of its rules', () => {
    fc.assert(
      fc.property(arbitraryRuleSet(), arbitraryRuleSet(), arbitraryRuleSet(), (a, b, whole) => {
        const parts = [a, b]
        const answer = equal(stack(...parts.map((ir) => ({ level: 'rules' as const, ir }))), {
          level: 'rules',
          ir: whole,
        })
        const seen = [a, b, whole]
          .flatMap((ir) => rules.witnesses(ir))
          .some((data) => asTheKernel(parts.map((ir) => meaning(ir, data))) !== meaning(whole, data))
        if (seen) expect(answer.kind).not.toBe('equal')
        if (answer.kind === 'different')
          expect(asTheKernel(parts.map((ir) => meaning(ir, answer.data)))).toBe(answer.left)
      }),
      { numRuns: 20, includeErrorInReport: true },
    )
  })

  it('is seen to differ also where no diagram fits its bounds', () => {
    const arch = AUDIT_ARCH.X86_64
    const allows = (hi: number): LeveledIr => ({
      level: 'rules',
      ir: {
        sections: [
          {
            arch,
            rules: [{ numbers: [{ lo: 0, hi }], when: ALWAYS, verdict: verdictOf('ALLOW') }],
            otherwise: 0,
          },
        ],
        badArch: 0,
      },
    })
    const answer = equal(stack(allows(9), allows(5)), allows(9), { maxNodes: 4 })
    expect(answer).toMatchObject({ kind: 'different', data: seccompData({ nr: 6, arch }) })
  })
})
