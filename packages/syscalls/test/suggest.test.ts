import { abiTable, suggest, syscallNames } from '@seccompile/syscalls'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('suggest', () => {
  it.each([
    ['fchmodat3', 'fchmodat2'],
    ['opneat', 'openat'],
    ['raed', 'read'],
    ['rad', 'read'],
    ['exceve', 'execve'],
    ['getpppid', 'getppid'],
    ['READ', 'read'],
    ['clone4', 'clone3'],
    ['epol_wiat', 'epoll_wait'],
    ['sched_set_affinity', 'sched_setaffinity'],
    ['process_madvice', 'process_madvise'],
    ['settimeoday', 'settimeofday'],
    ['read', 'read'],
  ])('takes "%s" for "%s"', (typed, meant) => {
    expect(suggest(typed, syscallNames)).toBe(meant)
  })

  it.each(['', 'x', 'qq', 'zzzz', 'frobnicate', 'not_a_system_call', 'ＲＥＡＤ', '__proto__'])(
    'has nothing to say to "%s"',
    (typed) => {
      expect(suggest(typed, syscallNames)).toBeUndefined()
    },
  )

  it('keeps to what an ABI has when it is given a table', () => {
    expect(suggest('opn', abiTable('x86_64'))).toBe('open')
    expect(suggest('set_tlss', abiTable('arm'))).toBe('set_tls')
    expect(suggest('set_tlss', abiTable('x86_64'))).not.toBe('set_tls')
  })

  it('does not depend on the order of the candidates', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...syscallNames),
        fc.nat(),
        fc.stringMatching(/^[a-z_2]$/),
        (name, place, letter) => {
          const at = place % (name.length + 1)
          const typed = name.slice(0, at) + letter + name.slice(at)
          expect(suggest(typed, syscallNames.toReversed())).toBe(suggest(typed, syscallNames))
        },
      ),
    )
  })
})
