import { AUDIT_ARCH, BPF, verdictName, verdictOf } from '@seccompile/abi'
import type { SeccompData, SockFilter, Verdict } from '@seccompile/abi'
import { insn } from '@seccompile/abi/test-makers'
import { decode, witnesses } from '@seccompile/cbpf'
import { arbitraryLoweredProgram } from '@seccompile/cbpf/arbitrary'
import { argument, contains, holds, meaning, printPredicate } from '@seccompile/rules'
import * as rules from '@seccompile/rules'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import { baseline, BASELINE_NAMES, THREE_ABI_NAMES } from '@seccompile/vectors'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meaningOf, regions } from '@seccompile/prover'
import type { LeveledIr, ProveOptions, Regions } from '@seccompile/prover'

const program = (...ir: readonly SockFilter[]): LeveledIr => ({ level: 'program', ir })
const [allow, deny] = [verdictOf('ALLOW'), verdictOf('ERRNO', 1)]

function listOf(leveled: LeveledIr, options: ProveOptions = {}): Regions {
  const list = regions(leveled, options)
  if (list.kind === 'undecided') throw new Error(list.reason)
  return list
}

/** The verdict of a list for a call, by a search in the list. The function shares no code with the maker of the list. */
function lookUp({ sections }: Regions, { arch, nr, args, instruction_pointer: ip }: SeccompData): Verdict {
  const section = sections.find(({ arches }) => contains(arches, arch))
  if (section === undefined) throw new Error('no section')
  const region = section.regions.find(({ numbers }) => contains(numbers, nr))
  if (region === undefined) return section.otherwise
  const found = region.cases.find(
    ({ when, pointer }) =>
      holds(when, args) && (pointer === undefined || contains(pointer.values, ip & pointer.mask)),
  )
  return found!.verdict // the last case always holds
}

/** The list for a person, one line for each case. */
function textOf({ sections }: Regions): readonly string[] {
  const hex = (n: number): string => (n > 0xffff ? `0x${n.toString(16)}` : n.toString())
  return sections.flatMap(({ arches, rest, regions: list, otherwise }) => [
    `${rest ? 'rest' : arches.map(({ lo }) => hex(lo)).join()}: ${verdictName(otherwise)}`,
    ...list.flatMap(({ numbers, cases }) =>
      cases.map(({ when, verdict }) => {
        const text = numbers.map(({ lo, hi }) => (lo === hi ? hex(lo) : `${hex(lo)}..${hex(hi)}`))
        const shown = text.length > 3 ? `${text.length} ranges` : text.join()
        return `  ${shown}: ${printPredicate(when)} -> ${verdictName(verdict)}`
      }),
    ),
  ])
}

/** A filter that tests words and returns `allow` where all tests hold, `deny` elsewhere. */
function whereAll(...tests: readonly (readonly SockFilter[])[]): LeveledIr {
  const flat = tests.flat()
  const body = flat.map((one, pc) => (one.jf === 1 ? { ...one, jf: flat.length - pc } : one))
  return program(...body, insn(BPF.RET_K, allow), insn(BPF.RET_K, deny))
}

describe('regions', () => {
  it('says what the rules say, for every call at their edges', () => {
    fc.assert(
      fc.property(arbitraryRuleSet(), (set) => {
        const list = regions({ level: 'rules', ir: set })
        if (list.kind === 'undecided') return
        // One expectation serves all calls, because an expectation takes longer than an answer.
        const wrong = rules.witnesses(set).find((data) => lookUp(list, data) !== meaning(set, data))
        expect(wrong).toBeUndefined()
      }),
      { numRuns: 20, includeErrorInReport: true },
    )
  })

  it('says what programs do, for every call at their edges', () => {
    let undecided = 0
    let tried = 0
    fc.assert(
      fc.property(arbitraryLoweredProgram({ maxLength: 24 }), (ir) => {
        tried += 1
        const leveled: LeveledIr = { level: 'program', ir }
        const list = regions(leveled)
        if (list.kind === 'undecided') {
          undecided += 1
          return
        }
        const wrong = witnesses(ir, 'little').find(
          (data) => lookUp(list, data) !== meaningOf(leveled, data, 'little'),
        )
        expect(wrong).toBeUndefined()
      }),
      { numRuns: 200, includeErrorInReport: true },
    )
    expect(undecided).toBeLessThan(tried / 2)
  })

  it('reads every program of other tools', () => {
    for (const name of [...BASELINE_NAMES, ...THREE_ABI_NAMES]) {
      const ir = decode(baseline(name), 'little')
      const list = listOf({ level: 'program', ir })
      const wrong = witnesses(ir, 'little')
        .filter((_, i, all) => i % Math.ceil(all.length / 500) === 0)
        .find((data) => lookUp(list, data) !== meaningOf({ level: 'program', ir }, data, 'little'))
      expect(wrong, name).toBeUndefined()
    }
  })

  it('names the default, joins ranges and recovers masks', () => {
    const ir = decode(baseline('libseccomp-2.6.0-O2.docker-args'), 'little')
    expect(textOf(listOf({ level: 'program', ir }))).toEqual([
      'rest: KILL_PROCESS',
      '0xc000003e: ERRNO(1)',
      '  32 ranges: always -> ALLOW',
      '  41: args[0] not in {0x26, 0x28} -> ALLOW',
      '  41: always -> ERRNO(1)',
      '  56: (args[0] & 0x7e020000) == 0 -> ALLOW',
      '  56: always -> ERRNO(1)',
      '  135: args[0] in {0, 8, 0x20000, 0x20008, 0xffffffff} -> ALLOW',
      '  135: always -> ERRNO(1)',
      '  435: always -> ERRNO(38)',
      '  0x40000000..0xfffffffe: always -> KILL_PROCESS',
    ])
  })

  it('is one list for all that mean the same', () => {
    const [one, other] = (['O1', 'O2'] as const).map((level) =>
      regions({ level: 'program', ir: decode(baseline(`libseccomp-2.6.0-${level}.docker-args`), 'little') }),
    )
    expect(one).toEqual(other)
  })

  it('keeps to the calls that are asked about', () => {
    const ir = decode(baseline('libseccomp-2.6.0-O2.docker-args'), 'little')
    const within = { arch: AUDIT_ARCH.X86_64, numbers: [{ lo: 50, hi: 60 }] }
    expect(textOf(listOf({ level: 'program', ir }, { within }))).toEqual([
      '0xc000003e: ALLOW',
      '  56: (args[0] & 0x7e020000) != 0 -> ERRNO(1)',
      '  56: always -> ALLOW',
    ])
  })

  it('cuts ranges where what is asked about ends', () => {
    const from55 = program(
      insn(BPF.LD_ABS, 0),
      insn(BPF.JGE_K, 55, 0, 1),
      insn(BPF.RET_K, verdictOf('ALLOW')),
      insn(BPF.RET_K, verdictOf('ERRNO', 1)),
    )
    const list = listOf(from55, { within: { arch: 7, numbers: [{ lo: 50, hi: 60 }] } })
    expect(list.sections[0]).toMatchObject({
      otherwise: verdictOf('ALLOW'),
      regions: [{ numbers: [{ lo: 50, hi: 54 }] }],
    })
  })

  it('says "a or b" rather than "a, or not a and b"', () => {
    const when = rules.any([argument(0, [{ lo: 1n, hi: 1n }]), argument(3, [{ lo: 5n, hi: 9n }])])
    const list = listOf({
      level: 'rules',
      ir: {
        sections: [
          { arch: 1, rules: [{ numbers: [{ lo: 0, hi: 0 }], when, verdict: allow }], otherwise: deny },
        ],
        badArch: deny,
      },
    })
    expect(textOf(list)).toContain('  0: args[0] == 1 or args[3] in {5..9} -> ALLOW')
  })

  it('reads a set under two masks as two tests', () => {
    const load = insn(BPF.LD_ABS, 16)
    const list = listOf(
      whereAll([
        load,
        insn(BPF.AND_K, 0xff0),
        insn(BPF.JEQ_K, 0x120, 2, 0),
        load,
        insn(BPF.JSET_K, 0xf000_0001, 0, 1),
      ]),
    )
    expect(textOf(list).at(-2)).toBe(
      '  0..0xffffffff: (args[0] & 0xff0) == 0x120 or (args[0] & 0xf0000001) != 0 -> ALLOW',
    )
  })

  it('says word by word what looks at both words', () => {
    const list = listOf(
      whereAll(
        [insn(BPF.LD_ABS, 20), insn(BPF.JGE_K, 1, 0, 1)],
        [insn(BPF.LD_ABS, 16), insn(BPF.JEQ_K, 7, 0, 1)],
      ),
    )
    expect(textOf(list).at(-2)).toBe(
      '  0..0xffffffff: args[0] >= 0x100000000 and (args[0] & 0xffffffff) == 7 -> ALLOW',
    )
  })

  it('reads what looks at the instruction pointer', () => {
    const list = listOf(whereAll([insn(BPF.LD_ABS, 12), insn(BPF.JEQ_K, 2, 0, 1)]))
    expect(list.sections[0]!.regions).toEqual([
      {
        numbers: [{ lo: 0, hi: 0xffff_ffff }],
        cases: [
          {
            when: rules.ALWAYS,
            pointer: expect.anything() as unknown,
            verdict: expect.anything() as unknown,
          },
          { when: rules.ALWAYS, verdict: expect.anything() as unknown },
        ],
      },
    ])
  })

  it('is undecided where the list would be endless', () => {
    const odd = whereAll([insn(BPF.LD_ABS, 0), insn(BPF.JSET_K, 1, 0, 1)])
    expect(regions(odd)).toEqual({ kind: 'undecided', reason: 'nr: takes more than 16384 cells to say' })
    const any = program(insn(BPF.LD_ABS, 16), insn(BPF.RET_A))
    expect(regions(any, { maxNodes: 20_000 })).toMatchObject({ kind: 'undecided' })
  })
})
