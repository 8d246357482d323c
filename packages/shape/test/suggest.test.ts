import { didYouMean, misspelling, suggest } from '@seccompile/shape'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const ACTIONS = ['SCMP_ACT_ALLOW', 'SCMP_ACT_ERRNO', 'SCMP_ACT_KILL', 'SCMP_ACT_KILL_PROCESS', 'SCMP_ACT_LOG']

describe('suggest', () => {
  it('works on any words', () => {
    expect(suggest('SCMP_ACT_ALOW', ACTIONS)).toBe('SCMP_ACT_ALLOW')
    expect(suggest('scmp_act_errno', ACTIONS)).toBe('SCMP_ACT_ERRNO')
    expect(suggest('CAP_SYS_ADMlN', new Set(['CAP_SYS_ADMIN', 'CAP_SYS_TIME']))).toBe('CAP_SYS_ADMIN')
    expect(suggest('read', [])).toBeUndefined()
  })

  it('prefers the same length, then the longer common start, then the order of code units', () => {
    expect(suggest('fchmodat3', ['fchmodat', 'fchmodat2'])).toBe('fchmodat2')
    expect(suggest('mbcx', ['abcx', 'mbcz'])).toBe('mbcz')
    expect(suggest('dup4', ['dup3', 'dup2'])).toBe('dup2')
  })

  it('allows two edits, or a third of the letters, and half of the longer word at most', () => {
    expect(suggest('abcdef__', ['abcdef'])).toBe('abcdef')
    expect(suggest('abcde___', ['abcde'])).toBeUndefined()
    expect(suggest('abcdef___', ['abcdef'])).toBe('abcdef')
    expect(suggest('abcdefgh____', ['abcdefgh'])).toBe('abcdefgh')
    expect(suggest('abcdefg_____', ['abcdefg'])).toBeUndefined()
    expect(suggest('a__', ['abc'])).toBeUndefined()
    expect(suggest('ab__', ['ab'])).toBe('ab')
  })

  it('finds a word as near as the nearest by the plain definition of the distance', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 })
    fc.assert(
      fc.property(letters, fc.array(letters, { maxLength: 5 }), (typed, words) => {
        const near = words
          .map((word) => [plainDistance(typed, word), Math.max(word.length, typed.length)] as const)
          .filter(([d, longer]) => d <= Math.max(2, Math.floor(typed.length / 3)) && d * 2 <= longer)
          .map(([d]) => d)
        const found = suggest(typed, words)
        if (near.length === 0) expect(found).toBeUndefined()
        else expect(plainDistance(typed, found ?? '')).toBe(Math.min(...near))
      }),
      { numRuns: 2000 },
    )
  })

  it('gives up at once on a text that is longer than any name', () => {
    expect(suggest('read'.repeat(2 ** 18), ['read'])).toBeUndefined()
    expect(suggest('read', ['read'.repeat(2 ** 18), 'reads'])).toBe('reads')
    const [longest, longer] = ['a'.repeat(64), 'a'.repeat(65)]
    expect(suggest(longest, [longest, longer])).toBe(longest)
    expect(suggest(longer, [longest, longer])).toBeUndefined()
    expect(suggest(`${longest.slice(1)}b`, [longer])).toBeUndefined()
  })
})

it('a message ends with the near word, or with what the caller says instead', () => {
  expect(didYouMean('raed', ['read'], '; see --help')).toBe('; did you mean "read"?')
  expect(didYouMean('zzzz', ['read'], '; see --help')).toBe('; see --help')
  expect(didYouMean('zzzz', ['read'])).toBe('')
})

/** The optimal string alignment distance by its definition, computed from the ends of both words, without a bound. */
function plainDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const rest = (x: number, y: number): number => plainDistance(a.slice(x), b.slice(y))
  if (a[0] === b[0]) return Math.min(rest(1, 1), 1 + rest(1, 0), 1 + rest(0, 1))
  const swapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]
  return 1 + Math.min(rest(1, 1), rest(1, 0), rest(0, 1), swapped ? rest(2, 2) : Infinity)
}

describe('misspelling', () => {
  it.each([
    ['arg', 'args'],
    ['argss', 'args'],
    ['argz', 'args'],
    ['asgr', undefined], // two letters that are no neighbours
    ['agrs', 'args'],
    ['ARGS', 'args'],
    ['note', undefined],
    ['', undefined],
    ['x'.repeat(2 ** 20), undefined],
  ])('takes %j for %j', (typed, meant) => {
    expect(misspelling(typed, ['names', 'args'])).toBe(meant)
  })
})
