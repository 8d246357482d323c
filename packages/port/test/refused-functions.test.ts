/* Refusals that count as refusals of a function, and functions that count as running there. */
import { errno, policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import type { LostRefusal } from '../src/lost-refusals.ts'
import { describe, expect, it } from 'vitest'
import { AARCH64, MUSL, ported } from './ported.ts'

const open = policy({ default: 'allow' })
const lostCalls = (lost: readonly LostRefusal[]): readonly string[] => lost.map(({ call }) => call)

describe('a refused call', () => {
  it('after whose ENOSYS the library goes on refuses no function', () => {
    expect(ported(open.deny('faccessat2', errno('ENOSYS')), MUSL).lost).toEqual([])
    expect(ported(open.deny('clone3', errno('ENOSYS')), MUSL).lost).toEqual([])
  })

  it('after whose EPERM the library gives up refuses its function, which another library makes by another call', () => {
    const { lost } = ported(open.deny('faccessat2', errno('EPERM')), MUSL)
    expect(lost).toContainEqual(expect.objectContaining({ call: 'faccessat2', runs: ['faccessat'] }))
  })

  it('of one form of a function refuses not the function: creat() of 32 bits makes creat, or openat', () => {
    // creat() of musl makes open on x86_64.
    const { lost } = ported(open.deny('creat'), { ...MUSL, from: 'x86' })
    expect(lost.flatMap(({ functions }) => functions)).not.toContain('creat')
  })

  it('of one form of a function refuses not the function whose other form keeps its condition there', () => {
    const question = { ...MUSL, from: 'x86' } as const
    const functions = (given: Policy): readonly string[] =>
      ported(given, question).lost.flatMap(({ functions: names }) => names)
    const kept = open
      .deny('creat')
      .deny('openat', ({ mode }) => mode.eq(0o777))
      .deny('open', ({ mode }) => mode.eq(0o777))
    expect(functions(kept)).not.toContain('creat')
    expect(functions(open.deny('creat', 'openat'))).toContain('creat')
  })
})

it('of a function that is refused there by another of its calls is not lost', () => {
  // fork() of musl makes rt_sigprocmask before clone.
  const { lost } = ported(open.deny('fork', 'rt_sigprocmask'), { ...AARCH64, libcs: ['musl'] })
  expect(lostCalls(lost)).not.toContain('fork')
  const alone = ported(open.deny('fork'), { ...AARCH64, libcs: ['musl'] })
  expect(lostCalls(alone.lost)).toContain('fork')
})
