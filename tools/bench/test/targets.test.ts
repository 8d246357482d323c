import { describe, expect, it } from 'vitest'
import type { CostRow } from '../src/cost-row.ts'
import type { Measurements } from '../src/measurements.ts'
import { holds, targets } from '../src/targets.ts'
import { text } from '../src/text.ts'
import { median } from '../src/timing.ts'

function row(insns: number, cached: number): CostRow {
  const group = { count: 309, mean: 9, worst: 17 }
  return {
    filter: 'speed',
    insns,
    attachSteps: 5000,
    abis: [{ abi: 'x86_64', allowed: group, denied: group, cached }],
  }
}

function measured(insns: number, differ: number, ms: number): Measurements {
  const time = { what: 'compile', runs: 10, median: ms, min: ms }
  const example = differ === 0 ? {} : { example: 'nr 10: ALLOW, theirs ERRNO(1)' }
  return {
    costs: {
      'docker-args': [row(insns, 306)],
      'docker-flat': [row(60, 309)],
      'docker-3abi': [row(300, 306)],
    },
    agreements: [
      {
        subject: 'docker-args',
        against: 'libseccomp-2.6.0-O2',
        inputs: { rules: 3, ours: 2, theirs: 1 },
        disagreements: differ,
        ...example,
      },
    ],
    times: [time, time, time],
  }
}

const missed = (of: Measurements): readonly string[] =>
  targets(of)
    .filter(({ met }) => !met)
    .map(({ figure }) => figure)

describe('targets', () => {
  it('are met at their limits', () => {
    const all = targets(measured(110, 0, 20))
    expect(all.every(({ met }) => met)).toBe(true)
    expect(holds(all)).toBe(true)
  })

  it('are missed by one instruction or one verdict too many, and that fails', () => {
    expect(missed(measured(111, 0, 1))).toEqual(['docker-args: instructions'])
    expect(missed(measured(80, 1, 1))).toEqual(['docker-args: verdicts that differ from libseccomp-2.6.0-O2'])
    expect(holds(targets(measured(111, 0, 1)))).toBe(false)
  })

  it('say so of a time that is missed, and do not fail', () => {
    const slow = measured(80, 0, 20.1)
    expect(missed(slow)).toEqual(['docker-args: compile, warm, ms'])
    expect(holds(targets(slow))).toBe(true)
  })

  it('are not met by what was never measured', () => {
    const of = measured(80, 0, 1)
    expect(() => targets({ ...of, times: [] })).toThrow(
      'nothing was measured for "docker-args: compile, warm, ms"',
    )
    expect(() => targets({ ...of, costs: { ...of.costs, 'docker-3abi': [] } })).toThrow(
      'docker-3abi: instructions',
    )
  })
})

describe('text', () => {
  it('shows each figure beside its target, what differs and what was missed', () => {
    const of = measured(111, 1, 25)
    const lines = text(of, targets(of)).split('\n')
    expect(lines).toContain('nr 10: ALLOW, theirs ERRNO(1)')
    expect(lines.filter((line) => /^docker-args: instructions +111 +<= 110 +FAIL$/.test(line))).toHaveLength(
      1,
    )
    expect(lines.filter((line) => line.endsWith('FAIL (a time: does not count)'))).toHaveLength(1)
    expect(lines).toContain('4 of 7 targets met')
  })
})

describe('median', () => {
  it('is the middle, of an even number the lower of two', () => {
    expect([median([3]), median([9, 1, 5]), median([4, 2, 8, 6])]).toEqual([3, 5, 4])
  })
})
