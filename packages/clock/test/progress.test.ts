import { expect, it } from 'vitest'
import { progress, progressLine, stagedProgress } from '../src/progress.ts'

it('says count, rate and time left', () => {
  const line = (done: number, total: number, seconds: number): string =>
    progressLine('bench', 'turns', { done, total, seconds })
  expect(line(34, 120, 2)).toBe('bench: 34 of 120 turns, 17/s, 6 s left')
  expect(line(1, 1000, 1)).toBe('bench: 1 of 1000 turns, 1.0/s, 16 min 39 s left')
  expect(line(0, 120, 2)).toBe('bench: 0 of 120 turns')
  expect(line(120, 120, 10)).toBe('bench: 120 of 120 turns, 12/s, 0 s left')
})

it('is quiet where standard error is no terminal', () => {
  let err = ''
  const quiet = progress({ err: (text) => (err += text), errIsTerminal: false }, 'bench', 'turns')
  quiet.report(1, 2)
  quiet.end()
  expect(err).toBe('')
})

it('writes over its own line on a terminal, ten times a second at most, and takes it away', () => {
  let err = ''
  let time = 0
  const shown = progress({ err: (text) => (err += text), errIsTerminal: true }, 'bench', 'turns', () => time)
  for (time = 10; time <= 250; time += 10) shown.report(time / 10, 100)
  shown.end()
  expect(err.split('\r\u001b[K')).toEqual([
    '',
    'bench: 1 of 100 turns, 100/s, 1 s left',
    'bench: 11 of 100 turns, 100/s, 1 s left',
    'bench: 21 of 100 turns, 100/s, 1 s left',
    '',
  ])
})

it('takes no line away where it has written none', () => {
  let err = ''
  const io = { err: (text: string) => void (err += text), errIsTerminal: true }
  progress(io, 'bench', 'turns').end()
  expect(err).toBe('')
})

it('begins anew with each part', () => {
  let err = ''
  const shown = stagedProgress({ err: (text) => (err += text), errIsTerminal: true }, 'turns')
  shown.report('calls', 1, 2)
  shown.report('attach', 1, 4)
  shown.end()
  expect(err.split('\r\u001b[K').map((line) => line.split(',')[0])).toEqual([
    '',
    'calls: 1 of 2 turns',
    '',
    'attach: 1 of 4 turns',
    '',
  ])
})
