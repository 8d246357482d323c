import { AUDIT_ARCH, BPF, verdictOf } from '@seccompile/abi'
import type { SockFilter } from '@seccompile/abi'
import { insn } from '@seccompile/abi/test-makers'
import { decode } from '@seccompile/cbpf'
import { baseline } from '@seccompile/vectors'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asRules, equal } from '@seccompile/prover'
import type { LeveledIr } from '@seccompile/prover'

const program = (...ir: readonly SockFilter[]): LeveledIr => ({ level: 'program', ir })

describe('asRules', () => {
  it('yields rules that mean the same', () => {
    let read = 0
    fc.assert(
      fc.property(arbitraryRuleSet(), (ir) => {
        const answer = asRules({ level: 'rules', ir })
        // Some unions of ranges and masks take too many ranges for a reader, and are undecided.
        if (answer.kind === 'undecided') return
        if (answer.kind !== 'rules') throw new Error(answer.reason)
        read += 1
        expect(equal({ level: 'rules', ir }, { level: 'rules', ir: answer.rules }).kind).toBe('equal')
      }),
      { numRuns: 50 },
    )
    expect(read).toBeGreaterThan(25)
  })

  it('yields the same rules for filters that mean the same', () => {
    const of = (name: Parameters<typeof baseline>[0]): LeveledIr => ({
      level: 'program',
      ir: decode(baseline(name), 'little'),
    })
    const [tree, list] = [of('libseccomp-2.6.0-O2.docker-args'), of('libseccomp-2.6.0-O1.docker-args')]
    expect(asRules(tree)).toEqual(asRules(list))
  })

  it('says what rules cannot', () => {
    const test = (offset: number): LeveledIr =>
      program(
        insn(BPF.LD_ABS, offset),
        insn(BPF.JGT_K, 7, 0, 1),
        insn(BPF.RET_K, verdictOf('ALLOW')),
        insn(BPF.RET_K, verdictOf('ERRNO', 1)),
      )
    const reasonOf = (leveled: LeveledIr): string | undefined => {
      const answer = asRules(leveled)
      return answer.kind === 'inexpressible' ? answer.reason : undefined
    }
    expect(reasonOf(test(0))).toBe('the verdict depends on nr whatever arch is')
    expect(reasonOf(test(8))).toBe('the verdict depends on the instruction pointer')
  })

  it('has a section where arch does not matter', () => {
    const badArch = verdictOf('LOG')
    expect(asRules(program(insn(BPF.RET_K, badArch)))).toEqual({
      kind: 'rules',
      rules: { sections: [{ arch: AUDIT_ARCH.X86_64, rules: [], otherwise: badArch }], badArch },
    })
  })
})
