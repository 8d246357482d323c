import type { Finding } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'
import { judge, parseBaseline, unmatchedText } from '../src/baseline.ts'
import { callOn, found, X86, X86_64 } from './linted.ts'

/** The entries of a baseline with one entry, which has a reason. */
const entry = (parts: object) =>
  parseBaseline(JSON.stringify({ accepted: [{ lintRule: 'some-gap', reason: 'known', ...parts }] }), 'b.json')
const isAccepted = (parts: object, finding: Partial<Finding>): boolean =>
  judge(found(finding), entry(parts)).every((match) => match.entry !== undefined)

describe('an entry of a baseline', () => {
  // On x86_64, 11 is munmap; on x86 it is execve.
  const munmap = { call: callOn(X86_64, 11), abis: ['x86_64'] } as const
  const execve = { call: callOn(X86, 11), abis: ['x86'] } as const

  it.each([
    [{ call: 'munmap' }, munmap, true],
    [{ call: 'mmap' }, munmap, false],
    [{ call: 'execve' }, execve, true],
    [{ call: 'munmap' }, execve, false],
    [{ call: 'munmap', abi: 'x86_64' }, munmap, true],
    [{ call: 'munmap', abi: 'x86' }, munmap, false],
    [{ call: 'munmap', lintRule: 'width-gap' }, munmap, false],
    [{}, munmap, false],
    [{}, {}, true],
    [{ abi: 'x86' }, { abis: ['x86'] }, true],
    [{ abi: 'x86_64' }, { abis: ['x86'] }, false],
  ] as const)('accepts its finding only: %j, case %#', (parts, finding, expected) => {
    expect(isAccepted(parts, finding)).toBe(expected)
  })

  it('knows a call without a name by its number', () => {
    expect(isAccepted({ call: '4000' }, { call: callOn(X86_64, 4000) })).toBe(true)
  })

  it('may name an ABI by any of its names', () => {
    expect(entry({ abi: 'SCMP_ARCH_X86' })[0]?.abi).toBe('x86')
  })

  it.each([
    [{ reason: ' ' }, '"reason" is empty'],
    [{ line: 7 }, 'unknown key "line"'],
    [{ abi: 'x86-64' }, 'unknown ABI "x86-64"; did you mean "x86_64"?'],
  ])('is refused with %j', (parts, message) => {
    expect(() => entry(parts)).toThrow(message)
  })

  it('that names no lint rule gets the name of the nearest', () => {
    expect(unmatchedText(entry({})[0]!, new Set(['some-gaps']))).toBe(
      'b.json:1:14: the entry accepts nothing: no lint rule is called "some-gap"; did you mean "some-gaps"?',
    )
  })
})
