import { expect, it } from 'vitest'
import { healedProfile, rowsOf } from './healed.ts'

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`

const PROFILE = lines(
  '{',
  '  "defaultAction": "SCMP_ACT_ERRNO",',
  '  "syscalls": [',
  '    {',
  '      "names": [',
  '        "close",',
  '        "read"',
  '      ],',
  '      "action": "SCMP_ACT_ALLOW"',
  '    }',
  '  ]',
  '}',
)

it('adds a name to the rule that allows calls, in its place', () => {
  expect(healedProfile(PROFILE, rowsOf('getpid')).text).toBe(
    PROFILE.replace('        "close",\n', '        "close",\n        "getpid",\n'),
  )
})

it('adds a rule with the seen values', () => {
  expect(healedProfile(PROFILE, rowsOf('socket', [2n, 1n, 0n])).text).toBe(PROFILE)
})
