import { expect, it } from 'vitest'
import { clock, failureText, progressLine, summaryLine } from '../src/report.ts'

const failure = { name: 'rules', seed: 5, message: 'Property failed' }
const progress = { cases: 12_345, rounds: 1, failures: [], now: 'rules' }

it('shows how far it is, how fast, and what is left', () => {
  expect(progressLine(progress, 10_000, 3_590_000)).toBe(
    '12,345 cases, 1 round, 1,235/s, 0 failures, 0:59:50 left: rules',
  )
})

it('sums up with the seed', () => {
  const after = { cases: 1, rounds: 2, failures: [failure] }
  expect(summaryLine(after, 3_600_000, 5)).toBe('soak: 1 case, 2 rounds, 0/s, 1 failure in 1:00:00, seed 5')
})

it('shows a failure with the command that shows it again', () => {
  expect(failureText(failure)).toBe(
    'FAIL rules, seed 5\nProperty failed\nagain: pnpm soak levels --only "rules" --seed 5 --rounds 1\n',
  )
})

it('tells time without going below nothing', () => {
  expect([clock(-5), clock(59_499), clock(59_500), clock(36_061_000)]).toEqual([
    '0:00:00', '0:00:59', '0:01:00', '10:01:01',
  ]) // prettier-ignore
})
