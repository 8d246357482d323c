import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import type { SeccompData, Verdict } from '@seccompile/abi'
import { decode, witnesses } from '@seccompile/cbpf'
import { arbitraryLoweredProgram } from '@seccompile/cbpf/arbitrary'
import { ALWAYS, argument, contains, holds, meaning } from '@seccompile/rules'
import * as rules from '@seccompile/rules'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import { baseline } from '@seccompile/vectors'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changes, equal, meaningOf } from '@seccompile/prover'
import type { Change, LeveledIr } from '@seccompile/prover'

const of = (name: Parameters<typeof baseline>[0]): LeveledIr => ({
  level: 'program',
  ir: decode(baseline(name), 'little'),
})
const native = { arch: AUDIT_ARCH.X86_64, numbers: [{ lo: 0, hi: 0x3fff_ffff }] }
const [allow, enosys, eperm] = [verdictOf('ALLOW'), verdictOf('ERRNO', 38), verdictOf('ERRNO', 1)]

function applying(
  list: readonly Change[],
  { arch, nr, args, instruction_pointer: ip }: SeccompData,
): readonly Change[] {
  return list.filter(
    ({ arches, numbers, when, pointer }) =>
      contains(arches, arch) &&
      contains(numbers, nr) &&
      holds(when, args) &&
      (pointer === undefined || contains(pointer.values, ip & pointer.mask)),
  )
}

/** Whether the list has exactly one change for `data`, from `from` to `to`, or none where its verdict does not change. */
function isListed(list: readonly Change[], data: SeccompData, from: Verdict, to: Verdict): boolean {
  const found = applying(list, data)
  return from === to
    ? found.length === 0
    : found.length === 1 && found[0]!.from === from && found[0]!.to === to
}

// Where there are many calls, one expectation serves all of them, because an expectation takes longer than an answer.

describe('changes', () => {
  it('lists each call that gets another verdict once, and no other', () => {
    fc.assert(
      fc.property(arbitraryRuleSet(), arbitraryRuleSet(), (left, right) => {
        const list = changes({ level: 'rules', ir: left }, { level: 'rules', ir: right })
        if (list.kind === 'undecided') return
        const wrong = [...rules.witnesses(left), ...rules.witnesses(right)].find(
          (data) => !isListed(list.changes, data, meaning(left, data), meaning(right, data)),
        )
        expect(wrong).toBeUndefined()
      }),
      { numRuns: 20, includeErrorInReport: true },
    )
  })

  it('does so for programs', () => {
    const pair = fc.tuple(
      arbitraryLoweredProgram({ maxLength: 16 }),
      arbitraryLoweredProgram({ maxLength: 16 }),
    )
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [left, right]: readonly LeveledIr[] = [
          { level: 'program', ir: a },
          { level: 'program', ir: b },
        ]
        const list = changes(left!, right!)
        if (list.kind === 'undecided') return
        expect(list.changes.length === 0).toBe(equal(left!, right!).kind === 'equal')
        const wrong = [...witnesses(a, 'little'), ...witnesses(b, 'little')].find((data) => {
          const [from, to] = [meaningOf(left!, data, 'little'), meaningOf(right!, data, 'little')]
          return !isListed(list.changes, data, from, to)
        })
        expect(wrong).toBeUndefined()
      }),
      { numRuns: 100, includeErrorInReport: true },
    )
  })

  it('finds that a tool without a third action gives clone3 another errno', () => {
    const list = changes(of('libseccomp-2.6.0-O2.docker-args'), of('seccompiler.docker-args'), {
      within: native,
    })
    expect(list).toEqual({
      kind: 'changes',
      changes: [
        {
          arches: [{ lo: AUDIT_ARCH.X86_64, hi: AUDIT_ARCH.X86_64 }],
          numbers: [{ lo: 435, hi: 435 }],
          when: ALWAYS,
          from: enosys,
          to: eperm,
          direction: 'other',
        },
      ],
    })
  })

  it('finds that a tool compares only low words', () => {
    const list = changes(of('libseccomp-2.6.0-O2.docker-args'), of('easyseccomp.docker-args'), {
      within: native,
    })
    expect(
      list.kind === 'changes' && list.changes.map(({ numbers, from, to }) => [numbers[0]!.lo, from, to]),
    ).toEqual([
      [41, allow, eperm],
      [135, eperm, allow],
    ])
  })

  it('finds none between programs of other tools that mean the same for native calls', () => {
    for (const name of ['bpf_dsl-emulated', 'gvisor', 'kafel', 'minijail-bst'] as const)
      expect(
        changes(of('libseccomp-2.6.0-O2.docker-args'), of(`${name}.docker-args`), { within: native }),
      ).toEqual({ kind: 'changes', changes: [] })
  })

  it('yields conditions that exclude one another', () => {
    const set = (verdict: number): LeveledIr => ({
      level: 'rules',
      ir: {
        sections: [
          {
            arch: 1,
            rules: [{ numbers: [{ lo: 3, hi: 3 }], when: argument(1, [{ lo: 2n, hi: 4n }]), verdict }],
            otherwise: 0,
          },
        ],
        badArch: 0,
      },
    })
    const list = changes(set(allow), set(eperm))
    expect(list.kind === 'changes' && list.changes).toEqual([
      {
        arches: [{ lo: 1, hi: 1 }],
        numbers: [{ lo: 3, hi: 3 }],
        when: argument(1, [{ lo: 2n, hi: 4n }]),
        isPartial: true,
        from: allow,
        to: eperm,
        direction: 'stricter',
      },
    ])
  })

  it('says which calls keep their verdict with other arguments', () => {
    const set = (verdict: number, otherwise: number): LeveledIr => ({
      level: 'rules',
      ir: {
        sections: [
          {
            arch: 1,
            rules: [{ numbers: [{ lo: 3, hi: 3 }], when: argument(1, [{ lo: 2n, hi: 4n }]), verdict }],
            otherwise,
          },
        ],
        badArch: 0,
      },
    })
    const partial = (left: LeveledIr, right: LeveledIr): readonly (true | undefined)[] | false => {
      const list = changes(left, right)
      return (
        list.kind === 'changes' &&
        list.changes.filter(({ numbers }) => contains(numbers, 3)).map(({ isPartial }) => isPartial)
      )
    }
    expect(partial(set(allow, 0), set(eperm, 0))).toEqual([true])
    expect(partial(set(allow, enosys), set(eperm, eperm))).toEqual([undefined, undefined])
  })

  it.each([
    ['weaker', verdictOf('KILL_PROCESS'), verdictOf('KILL_THREAD')],
    ['weaker', eperm, verdictOf('USER_NOTIF')],
    ['weaker', verdictOf('LOG'), allow],
    ['stricter', allow, verdictOf('LOG')],
    ['stricter', enosys, verdictOf('TRAP')],
    ['other', eperm, enosys],
    ['other', verdictOf('TRACE', 1), verdictOf('TRACE', 2)],
  ])('says that a change is %s', (direction, from, to) => {
    const constant = (verdict: Verdict): LeveledIr => ({
      level: 'program',
      ir: [{ code: 6, jt: 0, jf: 0, k: verdict }],
    })
    expect(changes(constant(from), constant(to))).toMatchObject({ changes: [{ direction }] })
  })
})
