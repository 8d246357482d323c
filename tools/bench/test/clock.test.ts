import { BPF, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { isConstAllow, runWords } from '@seccompile/interpreter'
import { benchAttach } from '@seccompile/clock'
import { abiTable, calls } from '@seccompile/syscalls'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { behindGetppid, clockSubject, defeated, GETPPID, OURS, TREE } from '../src/clock-filters.ts'
import { playedCost, wordsOf } from '../src/clock-jumps.ts'
import { figuresFile } from '../src/clock-machine.ts'
import { clockFiles } from '../src/clock-page.ts'
import { clockResults } from '../src/clock-result.ts'
import type { ClockPolicy, ClockResult } from '../src/clock-result.ts'
import { draws, replays, SLICE } from '../src/clock-sequences.ts'
import type { Sequence } from '../src/clock-sequences.ts'
import { sit } from '../src/clock-sittings.ts'
import { DEFEATED, overOf, ratioOf } from '../src/clock-summary.ts'
import { clockTargets } from '../src/clock-text.ts'

const x86_64 = abiTable('x86_64')
const subject = clockSubject('docker-args')

describe('the filters on the clock', () => {
  it('have ours, libseccomp by its own programs and in its shapes, and those of other tools', () => {
    const names = subject.filters.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining([OURS, 'size', 'list', 'none', 'speed, bitmap', TREE, 'shape of libseccomp, tree', 'kafel', 'minijail-bst'])) // prettier-ignore
    expect(new Set(names).size).toBe(names.length)
  })

  it('all cache the same 306 calls, and the profile names four more', () => {
    expect([subject.allowed.size, subject.cached.size]).toEqual([309, 306])
    expect([...subject.neverCached]).toEqual(['socket', 'clone', 'personality', 'clone3'].map((name) => calls(x86_64).find((call) => call.name === name)!.nr)) // prettier-ignore
  })

  it('take the same way with the bitmap defeated, and give nothing but errnos', () => {
    const words = replays()[0]!
      .calls.slice(0, 60)
      .map((call) => wordsOf(call, x86_64))
    for (const { name, program } of subject.filters) {
      const made = defeated(program)
      for (const call of words) {
        const played = runWords(made, call, 'little')
        expect(played.steps, name).toBe(runWords(program, call, 'little').steps)
        expect(played.verdict, name).toBe(verdictOf('ERRNO', 1))
      }
    }
  })

  it('are cached for getppid alone behind the three instructions, of which other calls execute two', () => {
    const several = subject.filters.filter(({ name }) => [OURS, TREE, 'minijail-c'].includes(name))
    for (const { name, program } of several) {
      const made = behindGetppid(program)
      const held = calls(x86_64).filter(({ nr }) => isConstAllow(made, nr, x86_64.auditArch))
      expect(
        held.map(({ nr }) => nr),
        name,
      ).toEqual([GETPPID])
      for (const nr of [0, 41, 435, 1000])
        expect(runWords(made, wordsOf({ nr }, x86_64), 'little').steps, name).toBe(
          2 + runWords(program, wordsOf({ nr }, x86_64), 'little').steps,
        )
    }
    const ret = [{ code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') }]
    expect(isConstAllow(behindGetppid(ret), GETPPID, x86_64.auditArch)).toBe(true)
    expect(isConstAllow(behindGetppid(ret), 0, x86_64.auditArch)).toBe(false)
  })
})

describe('the sequences', () => {
  it('are a whole number of slices, and the same in every run', () => {
    for (const { name, calls: played } of [...replays(), ...draws(x86_64, subject)]) {
      expect(played.length, name).toBeGreaterThan(0)
      expect(played.length % SLICE, name).toBe(0)
    }
    expect(draws(x86_64, subject)).toEqual(draws(x86_64, subject))
  })

  it('keep the arguments that policies test', () => {
    const sockets = replays()[0]!.calls.filter(({ nr }) => nr === 41)
    expect(sockets.length).toBeGreaterThan(40)
    expect(sockets.every(({ args }) => [1n, 2n, 10n, 16n].includes(args![0]!))).toBe(true)
  })

  it('draw only what they say, and no call that the kernel never filters', () => {
    const [alike, byFrequency, refused, neverCached] = draws(x86_64, subject)
    const numbers = (sequence: Sequence | undefined): ReadonlySet<number> =>
      new Set(sequence!.calls.map(({ nr }) => nr))
    expect(numbers(alike).size).toBe([...subject.allowed].filter((nr) => nr !== 335 && nr !== 336).length)
    for (const nr of [...numbers(alike), ...numbers(byFrequency)]) expect(subject.allowed.has(nr)).toBe(true)
    for (const nr of numbers(refused)) expect(subject.allowed.has(nr)).toBe(false)
    expect(numbers(neverCached)).toEqual(subject.neverCached)
    for (const one of draws(x86_64, subject))
      expect(numbers(one).has(335) || numbers(one).has(336)).toBe(false)
  })
})

describe('what a filter executes for calls', () => {
  const program: Program = [
    { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
    { code: BPF.JEQ_K, jt: 1, jf: 0, k: 1 },
    { code: BPF.LD_ABS, jt: 0, jf: 0, k: 16 },
    { code: BPF.RET_K, jt: 0, jf: 0, k: 0 },
  ]

  it('is a mean, and counts the lighter side of each jump', () => {
    const calls = [1, 0, 0, 0].map((nr) => ({ nr }))
    expect(playedCost(program, calls, x86_64)).toEqual({ executed: 3.75, mispredictable: 0.25 })
    expect(playedCost(program, [{ nr: 0 }], x86_64)).toEqual({ executed: 4, mispredictable: 0 })
  })

  it('leaves out a jump whose ways are one', () => {
    const idle = program.map((insn) => ({ ...insn, jt: 0, jf: 0 }))
    expect(playedCost(idle, [{ nr: 1 }, { nr: 0 }], x86_64).mispredictable).toBe(0)
  })

  it('sees both halves of an argument', () => {
    const arg = { nr: 0, args: [0x1_0000_0002n] }
    expect([...wordsOf(arg, x86_64).slice(0, 6)]).toEqual([0, x86_64.auditArch, 0, 0, 2, 1])
  })
})

describe('what is read off the clock', () => {
  const [column] = DEFEATED
  const policyOf = (tree: number, apart: number): ClockPolicy => ({
    policy: 'docker-args',
    filters: [],
    attach: [],
    played: [],
    floors: [{ bitmap: false, work: 'program', sequence: 'a', kind: 'replay', runs: 1, ret: 100, apart: { ret: apart, ours: 0 } }], // prettier-ignore
    rows: ([['a', OURS, 1], ['b', OURS, 3], ['a', TREE, tree], ['b', TREE, tree]] as const).map(([sequence, filter, over]) => ({ bitmap: false, work: 'program', sequence, kind: 'replay', filter, over })), // prettier-ignore
  })

  it('is the mean over sequences, and a ratio to the tree', () => {
    expect(overOf(policyOf(8, 0.1), column!, OURS)).toBe(2)
    expect(ratioOf(policyOf(8, 0.1), column!)).toBe(0.25)
  })

  it('names the targets that noise hides', () => {
    const attach = [{ filter: OURS, us: 30, toTree: 0.32 }]
    const result = (apart: number): ClockResult => ({
      machine: { processor: '', identity: '', kernel: '', date: '', mitigations: {} },
      cpu: 1,
      rounds: 1,
      recordings: [],
      policies: (['docker-args', 'docker-flat', 'docker-3abi'] as const).map((policy) => ({ ...policyOf(8, apart), policy, attach })), // prettier-ignore
    })
    const names = ({ targets, hidden }: ReturnType<typeof clockTargets>): readonly (readonly string[])[] => [
      targets.map(({ figure }) => figure),
      hidden,
    ]
    const program = ['docker-args', 'docker-flat'].map((policy) => `${policy}: replays, as by a program, distance from ret to that of libseccomp's tree`) // prettier-ignore
    const attached = "docker-3abi: attach, to libseccomp's tree"
    const [clear, unclear] = [clockTargets(result(0.1)), clockTargets(result(4))].map(names)
    expect(clear![0]).toEqual([...program, attached])
    expect(unclear![0]).toEqual([attached])
    expect(unclear![1]).toEqual(expect.arrayContaining(program))
  })

  it('has no ratio where the noise is an eighth of what the tree takes', () => {
    expect(ratioOf(policyOf(8, 1), column!)).toBeUndefined()
    expect(ratioOf(policyOf(8, 0.9), column!)).toBe(0.25)
  })
})

/** Why this machine cannot time filters. It is printed, so that skipped tests are not taken for success. */
async function whyNot(): Promise<string | undefined> {
  try {
    await benchAttach([{ name: OURS, programs: [subject.filters[0]!.program] }], { rounds: 1 })
    return undefined
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    process.stderr.write(`\n*** NOT RUN: the clock of filters: ${why}\n\n`)
    return why
  }
}

describe.skipIf((await whyNot()) !== undefined)('a sitting', () => {
  const few = { ...subject, filters: subject.filters.filter(({ name }) => name === OURS || name === 'none') }
  const sequences = draws(x86_64, subject).filter(({ name }) => name === 'never cached, alike')

  it.each(['none', 'jumps', 'words', 'program'] as const)(
    'has a row for each filter, and tells a list of hundreds of tests from a tree where noise hides neither, work: %s',
    async (work) => {
      let turns = 0
      const sat = await sit(
        few,
        sequences,
        { bitmap: false, work },
        { rounds: 3, onTurn: () => (turns += 1) },
      )
      expect(turns).toBe(3 * (few.filters.length + 3)) // `ret` twice, and the default once more
      expect(sat.rows.map(({ filter }) => filter)).toEqual([OURS, 'none'])
      const [tree, list] = sat.rows
      // With work between calls, other work on the machine changes three turns by more than the filters differ.
      if (work === 'none') expect(list!.over).toBeGreaterThan(tree!.over)
      expect(sat.floors).toMatchObject([{ sequence: 'never cached, alike', runs: 1 }])
    },
  )

  it('runs the filter under the bitmap for those calls alone that are not cached', async () => {
    const [replay] = replays()
    const { floors } = await sit(
      few,
      [replay!],
      { bitmap: true, work: 'none' },
      { rounds: 1, onTurn: () => {} },
    )
    const running = replay!.calls.filter(({ nr }) => !subject.cached.has(nr)).length
    expect(floors[0]!.runs).toBeCloseTo(running / replay!.calls.length, 6)
  })
})

describe('the page', () => {
  const results = clockResults(fileURLToPath(new URL('../../../docs/clock', import.meta.url)))

  it('has every filter of every policy, and the machine', () => {
    const { page, chart } = clockFiles(results)
    const [{ machine, policies }] = results as [ClockResult]
    expect(page).toContain(`Linux ${machine.kernel}`)
    expect(policies.map(({ policy }) => policy)).toEqual(['docker-args', 'docker-flat', 'docker-3abi'])
    for (const word of ['`--pipeline speed`', '`--objective bitmap`', TREE, 'kafel commit', 'gvisor-noopt']) expect(page).toContain(`| ${word}`) // prettier-ignore
    expect(page).not.toMatch(/NaN|undefined|Infinity/)
    expect(chart).toContain('bitmap defeated')
    expect(chart).not.toMatch(/NaN|undefined/)
  })

  it('has the ratios of every kind of processor, of which the newest figures are the others', () => {
    const { page } = clockFiles(results)
    for (const { machine, policies } of results) for (const { policy } of policies) expect(page).toContain(`| ${machine.processor} (${machine.identity}) | \`${policy}\` |`) // prettier-ignore
    const dates = results.map(({ machine }) => machine.date)
    expect(dates).toEqual(dates.toSorted().toReversed())
  })

  it('takes the figures of a kind of processor from one file', () => {
    const intel = { processor: 'Intel(R) Xeon(R) Processor @ 2.90GHz', identity: 'family 6, model 167, stepping 1' } // prettier-ignore
    expect(figuresFile(intel)).toBe('intel-xeon-2-90ghz-6-167-1.json')
    expect(figuresFile({ processor: 'AMD EPYC', identity: '' })).toBe('amd-epyc.json')
  })
})
