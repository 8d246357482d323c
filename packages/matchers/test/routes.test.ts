/* The routes by which a program makes a call: `toRefuse` and `not.toAllow` ask all of them, as the judge of attacks does. */
import '@seccompile/matchers/vitest'
import { AF_ALG, AF_INET } from '@seccompile/constants/af'
import { policy } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'
import { messageOf } from './message-of.ts'

const on = (...abis: readonly ['x86_64' | 'x86' | 'mips64' | 'aarch64', ...'x86'[]]) => ({
  deny: policy({ abis, default: 'deny' }).allow('read'),
  allow: policy({ abis, default: 'allow' }),
})
const sockets = on('x86_64').allow.deny('socket', ({ family }) => family.eq(AF_INET))

describe('toRefuse', () => {
  it('fails where io_uring makes the call', () => {
    expect(messageOf(() => expect(sockets).toRefuse('socket', { family: AF_INET }))).toBe(
      'expected the filter to refuse socket where family == AF_INET\n' +
        '  x86_64 io_uring_setup(), and io_uring does what socket does: ALLOW',
    )
    expect(sockets.deny('io_uring_setup')).toRefuse('socket', { family: AF_INET })
    expect(() => expect(on('x86_64').deny.allow('io_uring_setup')).toRefuse('openat')).toThrow('io_uring')
    expect(on('x86_64').deny.allow('io_uring_setup')).toRefuse('mount')
    // Older forms of a call, and calls that only close or read.
    for (const name of [
      'open',
      'accept',
      'close',
      'getsockopt',
      'futex_waitv',
      'stat',
      'ppoll',
      'wait4',
    ] as const)
      expect(() => expect(on('x86_64').deny.allow('io_uring_setup')).toRefuse(name)).toThrow('io_uring')
  })

  it('fails where io_uring waits for events on an ABI that has newer calls alone', () => {
    const mine = policy({ abis: ['aarch64'], default: 'deny' }).allow('io_uring_setup')
    for (const name of ['epoll_pwait', 'epoll_pwait2', 'newfstatat', 'ppoll'] as const)
      expect(() => expect(mine).toRefuse(name)).toThrow('io_uring')
    // The operations of a futex wait and wake, and do not requeue.
    expect(mine).toRefuse('futex')
  })

  it('fails where socketcall or ipc make the call', () => {
    expect(messageOf(() => expect(on('x86_64', 'x86').deny.allow('socketcall')).toRefuse('bind'))).toBe(
      'expected the filter to refuse bind\n  x86 socketcall(call=bind), which makes bind: ALLOW',
    )
    expect(() => expect(on('x86').deny.allow('ipc')).toRefuse('semget')).toThrow('ipc(')
  })

  it('fails where a number of another ABI makes the call', () => {
    const mine = on('mips64').allow.deny('mount')
    expect(() => expect(mine).toRefuse('mount')).toThrow('which is mount by a number of another ABI: ALLOW')
  })

  it('names every open route', () => {
    expect(messageOf(() => expect(on('x86_64', 'x86').allow).toRefuse('socket', { family: AF_ALG }))).toBe(
      [
        'expected the filter to refuse socket where family == AF_ALG',
        'x86_64 socket(family=AF_ALG): ALLOW',
        'x86_64 io_uring_setup(), and io_uring does what socket does: ALLOW',
        'x86 socket(family=AF_ALG): ALLOW',
        'x86 socketcall(call=socket), which makes socket: ALLOW',
        'x86 io_uring_setup(), and io_uring does what socket does: ALLOW',
      ].join('\n  '),
    )
  })

  it('leaves out routes that the test names, and kernels', () => {
    expect(sockets).toRefuse('socket', { family: AF_INET }, { exceptBy: ['io_uring'] })
    expect(sockets).toRefuse('socket', { family: AF_INET }, { kernels: { to: '5.18' } })
    expect(() =>
      expect(sockets).toRefuse('socket', { family: AF_INET }, { kernels: { to: '5.19' } }),
    ).toThrow('io_uring')
    const old = on('x86_64').allow.deny('ptrace')
    expect(old).toRefuse('ptrace')
    expect(() => expect(old).toRefuse('ptrace', {}, { kernels: { from: '5.3' } })).toThrow(
      'x86_64 call 521(), which is ptrace by a number of another ABI: ALLOW',
    )
  })

  it('asks for a call that only the multiplexer of the ABI makes', () => {
    expect(on('x86').deny).toRefuse('accept')
    expect(() => expect(on('x86').deny.allow('socketcall')).toRefuse('accept')).toThrow(
      'socketcall(call=accept)',
    )
    expect(on('x86').deny.allow('socketcall')).toAllow('accept')
    expect(on('x86').deny.allow('socketcall')).not.toRefuse('accept')
  })

  it('asks for the multiplexer in kernels that have no number for the call yet', () => {
    const asked = { kernels: { from: '4.19', to: '5.0' } } as const
    expect(on('x86').deny).toRefuse('semget', {}, asked)
    expect(() => expect(on('x86').deny.allow('ipc')).toRefuse('semget', {}, asked)).toThrow(
      'ipc(call=semget)',
    )
  })

  it('calls the ABIs of the machine by name, also those that the filter does not test', () => {
    const program = [{ code: 6, jt: 0, jf: 0, k: 0x7fff0000 }]
    const said = messageOf(() => expect(program).toRefuse('socket', { family: AF_ALG }))
    expect(said).toContain('\n  x32 socket(family=AF_ALG): ALLOW')
    expect(said).toContain('\n  x32 io_uring_setup(), and io_uring does what socket does: ALLOW')
  })

  it('does not hold for a call that the kernel runs whatever the filter says', () => {
    for (const name of ['uretprobe', 'uprobe'] as const)
      for (const failing of [
        () => expect(on('x86_64').deny).toRefuse(name),
        () => expect(on('x86_64').deny).not.toAllow(name),
      ])
        expect(failing).toThrow(`x86_64: Linux 6.14 and newer run ${name} whatever a filter says`)
    expect(on('x86_64').deny).toRefuse('uretprobe', {}, { kernels: { to: '6.13' } })
    expect(on('x86_64').deny.allow('uretprobe')).toAllow('uretprobe')
  })

  it('refuses kernels of which the oldest is newer than the newest', () => {
    expect(() => expect(sockets).toRefuse('socket', {}, { kernels: { from: '5.18', to: '4.19' } })).toThrow(
      'options.kernels: expected the oldest kernel in "from" and the newest in "to"; got from 5.18 to 4.19',
    )
  })

  it('refuses options that it does not know', () => {
    const asked =
      (options: object): (() => void) =>
      () => {
        expect(sockets).toRefuse('mount', {}, options)
      }
    expect(asked({ exceptBy: ['uring'] })).toThrow(
      'options.exceptBy[0]: expected socketcall, ipc, io_uring, foreign-number; got "uring"',
    )
    expect(asked({ kernels: { from: '5' } })).toThrow(
      'options.kernels.from: expected MAJOR.MINOR, such as "6.12"; got "5"',
    )
    expect(asked({ kernels: { since: '5.4' } })).toThrow('options.kernels: unknown key "since"')
    expect(asked({ by: ['ipc'] })).toThrow('options: unknown key "by"')
  })
})

describe('not.toAllow', () => {
  it('asks the same routes as toRefuse', () => {
    expect(() => expect(sockets).not.toAllow('socket', { family: AF_INET })).toThrow('io_uring_setup()')
    expect(sockets).not.toAllow('socket', { family: AF_INET }, { exceptBy: ['io_uring'] })
  })
})

describe('toAllow', () => {
  it('asks for the multiplexer under the arch of its own ABI alone', () => {
    expect(policy({ abis: ['mips'], default: 'deny' }).allow('ipc')).toAllow('semop')
  })
})
