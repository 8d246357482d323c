import { describe, expect, it } from 'vitest'
import type { CostRow } from '../src/cost-row.ts'
import type { Measurements } from '../src/measurements.ts'
import { holds, targets } from '../src/targets.ts'
import { text } from '../src/text.ts'
import { median } from '../src/timing.ts'

/** A row that meets every target of docker-args, except where `more` changes a figure. */
function row(filter: string, insns: number, more: Partial<CostRow['abis'][number]> = {}): CostRow {
  const group = { count: 309, mean: 8, worst: 16, mispredictable: 1 }
  const main = {
    abi: 'x86_64',
    allowed: group,
    denied: group,
    cached: 306,
    neverCached: 9,
    weighted: 6,
    ...more,
  }
  return {
    filter,
    insns,
    attachSteps: 5000,
    abis: [main, { abi: 'x86', allowed: { ...group, mean: 10 }, denied: group, cached: 300 }],
  }
}

const FILTERS = ['speed', 'size', 'speed, weights', 'speed, bitmap', 'speed, ENOSYS']

function measured(changes: Partial<Measurements> = {}): Measurements {
  const rows = FILTERS.map((filter) => row(filter, 50))
  return {
    costs: { 'docker-args': rows, 'docker-flat': rows, 'docker-3abi': rows },
    gaps: [gapWith({ insns: 105, value: 0.808 })],
    getppid: [
      { pipeline: 'none', place: 'last', insns: 313, executed: 310 },
      { pipeline: 'speed', place: 'last', insns: 57, executed: 7 },
    ],
    agreements: [agreementWith(0)],
    times: TIME_IDS.map((id) => ({ id, what: id, runs: 10, median: 20, min: 20 })),
    turns: [],
    ...changes,
  }
}

const TIME_IDS = [
  'one-abi',
  'one-abi-max',
  'three-abis',
  'three-abis-max',
  'process',
  'blocks',
  'process-cpu',
  'empty-cpu',
] as const

function agreementWith(differ: number): Measurements['agreements'][number] {
  return {
    subject: 'docker-args',
    against: 'libseccomp-2.6.0-O2',
    inputs: { rules: 3, ours: 2, theirs: 1 },
    disagreements: differ,
    ...(differ === 0 ? {} : { example: 'nr 10: ALLOW, theirs ERRNO(1)' }),
  }
}

function gapWith(found: Measurements['gaps'][number]['found']): Measurements['gaps'][number] {
  const best = { insns: 100, value: 0.8 }
  return {
    subject: 'docker-args',
    pipeline: 'speed',
    objective: 'uniform',
    found,
    best,
    least: 0.79,
    exact: false,
  }
}

/** The measurements of docker-args with `changed` in place of the row of that name. */
function withRow(changed: CostRow): Partial<Measurements> {
  const { costs } = measured()
  const rows = costs['docker-args'].map((one) => (one.filter === changed.filter ? changed : one))
  return { costs: { ...costs, 'docker-args': rows } }
}

const missed = (of: Measurements): readonly string[] =>
  targets(of)
    .filter(({ met }) => !met)
    .map(({ figure }) => figure)

describe('targets', () => {
  it('are met at their limits', () => {
    const all = targets(measured(withRow(row('speed', 77))))
    expect(all.filter(({ met }) => !met)).toEqual([])
    expect(holds(all)).toBe(true)
  })

  it('are missed by one instruction or one verdict too many, and that fails', () => {
    const long = measured(withRow(row('speed', 78)))
    expect(missed(long)).toEqual(['docker-args, speed: instructions'])
    expect(holds(targets(long))).toBe(false)
    expect(missed(measured({ agreements: [agreementWith(1)] }))).toEqual([
      'docker-args: verdicts that differ from libseccomp-2.6.0-O2',
    ])
  })

  it('are each about their own filter', () => {
    expect(missed(measured(withRow(row('size', 68))))).toEqual(['docker-args, size: instructions'])
    expect(missed(measured(withRow(row('speed, weights', 500, { weighted: 6.58 }))))).toEqual([
      'docker-args, weights: executed, weighted',
    ])
    expect(missed(measured(withRow(row('speed, bitmap', 500, { neverCached: 10.25 }))))).toEqual([
      'docker-args, bitmap: executed for a call that is never cached',
    ])
    expect(missed(measured(withRow(row('speed', 50, { cached: 307 }))))).toEqual([
      'docker-args, speed: calls in the bitmap',
    ])
  })

  it('hold what ENOSYS costs against the filter without it', () => {
    const { costs } = measured()
    const rows = costs['docker-3abi'].map((one) =>
      one.filter === 'speed, ENOSYS' ? row(one.filter, 57) : one,
    )
    expect(missed(measured({ costs: { ...costs, 'docker-3abi': rows } }))).toEqual([
      'docker-3abi, ENOSYS for unknown calls: more instructions',
    ])
  })

  it('hold default effort against all effort', () => {
    const what = 'docker-args, speed, uniform'
    expect(missed(measured({ gaps: [gapWith({ insns: 106, value: 0.808 })] }))).toEqual([
      `${what}: instructions, the same`,
    ])
    expect(missed(measured({ gaps: [gapWith({ insns: 105, value: 0.809 })] }))).toEqual([
      `${what}: default effort beside all effort`,
    ])
  })

  it('hold the gap of the policies that are loaded', () => {
    expect(missed(measured({ gaps: [{ ...gapWith({ insns: 100, value: 0.8 }), least: 0.77 }] }))).toEqual([
      'docker-args, speed, uniform: above the lower bound',
    ])
  })

  it('take getppid where it is dearest, in the tree', () => {
    const getppid = (['first', 'last'] as const).map((place, i) => ({
      pipeline: 'speed' as const,
      place,
      insns: 57,
      executed: 9 + i,
    }))
    expect(missed(measured({ getppid }))).toEqual(['getppid anywhere in a list of 306 calls: executed'])
  })

  it('say so of a time that is missed, and do not fail', () => {
    const slow = measured({
      times: measured().times.map((one) => (one.id === 'one-abi' ? { ...one, median: 40.1 } : one)),
    })
    expect(missed(slow)).toEqual(['docker-args: compile, warm, ms'])
    expect(holds(targets(slow))).toBe(true)
  })

  it('hold the CPU of a process against that of an empty Node, each the least', () => {
    const figure = "docker-3abi: seccompile compile, CPU, against an empty Node's"
    const timesWith = (ours: number, median: number): Measurements =>
      measured({
        times: measured().times.map((one) =>
          one.id === 'process-cpu' ? { ...one, min: ours, median } : one,
        ),
      })
    expect(missed(timesWith(160, 1000))).toEqual([])
    const slow = timesWith(162, 162)
    expect(missed(slow)).toEqual([figure])
    expect(targets(slow).find((one) => one.figure === figure)?.measured).toBe(8.1)
    expect(holds(targets(slow))).toBe(true)
  })

  it('hold the time of a compilation to that of libseccomp, by the median over turns', () => {
    const turnsWith = (...ours: readonly number[]): Measurements =>
      measured({ turns: [{ subject: 'docker-args', turns: ours.map((one) => ({ ours: one, tree: 2 })) }] })
    expect(missed(turnsWith(9, 3.2, 1))).toEqual([])
    const slow = turnsWith(9, 3.3, 1)
    expect(missed(slow)).toEqual(["docker-args: compile, warm, against libseccomp's tree"])
    expect(holds(targets(slow))).toBe(true)
    const three = measured({ turns: [{ subject: 'docker-3abi', turns: [{ ours: 1, tree: 1 }] }] })
    expect(missed(three)).toEqual(["docker-3abi: compile, warm, against libseccomp's tree"])
  })

  it('are not met by what was never measured', () => {
    expect(() => targets(measured({ times: [] }))).toThrow(
      'nothing was measured for "docker-args: compile, warm, ms"',
    )
    expect(() => targets(measured({ getppid: [] }))).toThrow('nothing was measured for "getppid anywhere')
    const { costs } = measured()
    expect(() => targets(measured({ costs: { ...costs, 'docker-3abi': [] } }))).toThrow(
      'docker-3abi, speed: instructions',
    )
  })
})

describe('text', () => {
  it('shows each figure beside its target, what differs and what was missed', () => {
    const speed = row('speed', 78, { allowed: { count: 309, mean: 8.754, worst: 17, mispredictable: 1 } })
    const of = measured({ ...withRow(speed), agreements: [agreementWith(1)] })
    const all = targets(of)
    const lines = text(of, all).split('\n')
    expect(lines).toContain('nr 10: ALLOW, theirs ERRNO(1)')
    expect(
      lines.filter((line) => /^docker-args, speed: instructions +78 +<= 77 +FAIL$/.test(line)),
    ).toHaveLength(1)
    // With two digits the figure would look as if it met its target.
    expect(lines.filter((line) => / 8\.754 +<= 8\.75 +FAIL$/.test(line))).toHaveLength(1)
    expect(lines).toContain(`${all.length - 3} of ${all.length} targets met`)
    expect(lines.filter((line) => / 0\.790 +1\.27 % +a bound$/.test(line))).toHaveLength(1)
    expect(lines).toContain('libseccomp is not installed here, or Python is not')
  })

  it('has the turns by us and by libseccomp: medians, and ratios of turns', () => {
    const turns = [
      { ours: 6, tree: 2 },
      { ours: 2, tree: 2 },
      { ours: 8, tree: 5 },
    ]
    const shown = text(measured({ turns: [{ subject: 'docker-args', turns }] }), [])
    expect(shown).toMatch(/^docker-args +3 +6 +2 +1\.60 +1\.00 +3\.00$/m)
    expect(text(measured(), [])).not.toContain('in turns')
  })

  it('has what libseccomp makes here, and ratios to its tree', () => {
    const theirs = row('libseccomp-2.6.0-O2', 400)
    const { costs } = measured()
    const of = measured({
      costs: { ...costs, 'docker-args': [...costs['docker-args'], theirs] },
      live: {
        version: 'libseccomp 2.6.0',
        costs: [{ subject: 'docker-args', shape: 'tree', cost: theirs, ms: 5 }],
        getppid: [{ shape: 'list', place: 'last', insns: 316, executed: 311 }],
      },
    })
    const shown = text(of, [])
    expect(shown).toMatch(/^speed +50 +0\.13 +8 +1\.00 /m)
    expect(shown).toMatch(/^docker-args +tree +400 +8 +5 +0\.13 +1\.00$/m)
    expect(shown).toMatch(/^libseccomp 2\.6\.0 list +last +316 +311$/m)
  })
})

describe('median', () => {
  it('is the middle, of an even number the lower of two', () => {
    expect([median([3]), median([9, 1, 5]), median([4, 2, 8, 6])]).toEqual([3, 5, 4])
  })
})
