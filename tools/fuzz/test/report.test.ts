import { describe, expect, it } from 'vitest'
import { failureOf } from '../src/failure.ts'
import { isRight, progressLine, resultLines } from '../src/report.ts'
import type { TargetResult } from '../src/run-target.ts'
import { PLANTED_FAULTS } from '../src/planted-faults.ts'

const result: TargetResult = {
  target: 'oci',
  seconds: 120.4,
  executions: 145543,
  perSecond: 1202,
  edges: 900,
  features: 2480,
  newInputs: 250,
  find: undefined,
  failure: undefined,
}
const find = {
  what: 'throws TypeError: x is not iterable',
  file: `${process.cwd()}/out/crash-1`,
  isSeed: false,
  seconds: 3.14,
}
const fault = PLANTED_FAULTS[0]

describe('the lines on a target', () => {
  it('have runs, coverage and new inputs', () => {
    expect(resultLines(result, undefined)).toBe(
      'oci: 145,543 runs in 120 s, 1,202 a second; coverage 900 edges, 2,480 features; 250 new inputs; 0 finds\n',
    )
  })

  it('have what is wrong, and the command that repeats it', () => {
    expect(
      resultLines({ ...result, find }, undefined)
        .split('\n')
        .slice(1),
    ).toEqual([
      'FIND oci: throws TypeError: x is not iterable',
      'again: npm run fuzz -- oci --input out/crash-1',
      '',
    ])
  })

  it('say whether a planted fault is found, missed, or shown by a seed', () => {
    expect(resultLines({ ...result, find }, fault)).toMatch(
      /^found oci: planted "takes a fraction for an integer" after 3\.1 s: /,
    )
    expect(resultLines(result, fault)).toMatch(
      /^MISSED oci: planted "takes a fraction for an integer": not found; /,
    )
    expect(resultLines({ ...result, find: { ...find, isSeed: true } }, fault)).toMatch(
      /^WRONG oci: .*: a seed shows it/,
    )
  })

  it('say that the process has ended by itself, and that nothing was covered', () => {
    const failure = 'the process ends with SIGKILL:\n#8 NEW'
    expect(resultLines({ ...result, failure }, undefined)).toMatch(
      /^oci: [^\n]*; 0 finds\nFAILED oci: the process ends with SIGKILL:\n#8 NEW\n$/,
    )
    expect(resultLines({ ...result, failure }, fault)).toMatch(/^MISSED [^]*\nFAILED oci: /)
    expect(isRight({ ...result, failure }, false)).toBe(false)
    expect(isRight({ ...result, failure, find }, true)).toBe(false)
    expect(isRight(result, false)).toBe(true)
    expect(failureOf({ status: '0', edges: 0, lastLines: [] })).toBe(
      'no branch of our packages was covered, so nothing was fuzzed',
    )
    expect(failureOf({ status: '0', edges: 1, lastLines: [] })).toBe(undefined)
    expect(failureOf({ status: 'SIGKILL', edges: 1, lastLines: ['#8 NEW'] })).toBe(failure)
  })

  it('fit a line of a terminal while a target runs', () => {
    const line = progressLine(
      'oci',
      '#4096\tNEW    cov: 9 ft: 12 corp: 7/90b lim: 4 exec/s: 0 rss: 70Mb L: 4/4 MS: 1 Erase-',
    )
    expect(line).toBe('\r\u001b[Koci: #4096 NEW cov: 9 ft: 12 corp: 7/90b lim: 4 exec/s: 0 rss: 70Mb')
  })
})
