/* Small presets for the tests, one of each kind. */
import { AF_INET, AF_UNIX } from '@seccompile/constants/af'
import { errno, policy } from '@seccompile/policy'
import type { PolicyBuilder } from '@seccompile/policy'
import type { KeptCall, Preset } from '@seccompile/presets'

/** A preset with the name of its policy. */
export function testPreset(own: PolicyBuilder, keeps: readonly KeptCall[] = []): Preset {
  return {
    name: own.name as Preset['name'], // the tests have names of their own
    summary: 'a preset of a test',
    policy: own,
    note: { against: 'Nothing.', leavesOpen: [], breaks: [], needs: 'Nothing.', sources: [] },
    keeps,
  }
}

/** Allows stream sockets of every family except those of networks. */
export const unixOnly: Preset = testPreset(
  policy({ name: 'unix-only', default: 'allow' }).deny('socket', ({ family }) => family.notIn(AF_UNIX)),
  [{ call: 'socket', args: { family: AF_UNIX } }],
)

/** Refuses all sockets, by another errno. */
export const noSockets: Preset = testPreset(
  policy({ name: 'no-sockets', default: 'allow' }).deny('bind', 'socket', errno('EACCES')),
)

/** Allows the sockets of a network server. */
export const server: Preset = testPreset(
  policy({
    name: 'server',
    default: 'deny',
  })
    .allow('read', 'listen', 'bind')
    .allow('socket', ({ family }) => family.in(AF_INET, AF_UNIX)),
  [{ call: 'socket', args: { family: AF_INET } }, { call: 'listen' }],
)

/** Kills for every call that tells the time. */
export const noTime: Preset = testPreset(
  policy({ name: 'no-time', default: 'allow' }).kill('gettimeofday', 'time').deny('getppid', errno('EIO')),
)

/** Refuses readv; it is not for x32. */
export const noRead: Preset = testPreset(
  policy({
    name: 'no-read',
    default: 'allow',
    notFor: [{ abis: ['x32'], reason: 'there is no build for it' }],
  }).deny('readv'),
)
