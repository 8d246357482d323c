import { seccompData, verdictName } from '@seccompile/abi'
import { ALLOW, arg, errno, LOG, policy, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { meaning } from '@seccompile/rules'
import { abiTable } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

const base = policy({ default: errno(1) })
const open = policy({ default: ALLOW })
const x86 = abiTable('x86')

const warned = (what: Policy, abis: readonly AbiTable[] = [x86]) =>
  resolve(what, { abis })
    .warnings.filter(({ name }) => name === 'multiplexer-gap' || name === 'multiplexer-refused')
    .map(({ message }) => message)

describe('a multiplexer left open', () => {
  it('is warned of where a call is filtered by its arguments', () => {
    const policyOfSockets = open.deny('socket', arg(0).eq(38))
    expect(warned(policyOfSockets)).toEqual([
      'on x86, "socketcall" may run and does what "socket" would, which the policy filters; refuse "socketcall" or ' +
        'test its first argument',
    ])
  })

  it('is warned of where a call is denied that the ABI has by the multiplexer alone', () => {
    // x86 has no accept.
    expect(warned(open.deny('accept', 'semop'))).toEqual([
      expect.stringContaining('"socketcall" may run and does what "accept" would'),
      expect.stringContaining('"ipc" may run and does what "semop" would'),
    ])
  })

  it('is warned of where the default denies the calls', () => {
    expect(warned(base.allow('ipc'))).toEqual([
      expect.stringContaining(
        '"ipc" may run and does what "semop", "semget", "semctl", "semtimedop", "msgsnd", "msgrcv" and 6 more would',
      ),
    ])
  })

  it('is warned of at the place that opens it', () => {
    const source = { file: 'p.json', line: 3, column: 7 }
    const placed: Policy = {
      defaultAction: errno(1),
      rules: [{ names: [{ name: 'socketcall', source }], action: LOG, args: [] }],
    }
    expect(warned(placed)[0]).toMatch(/^p\.json:3:7: on x86, "socketcall" may run/)
  })
})

describe('no warning', () => {
  it('is given on ABIs without multiplexers', () => {
    expect(warned(open.deny('socket'), [abiTable('x86_64'), abiTable('x32'), abiTable('aarch64')])).toEqual(
      [],
    )
  })

  it('is given where the multiplexer is refused too', () => {
    expect(warned(open.deny('socket', 'socketcall'))).toEqual([])
    expect(warned(base.allow('read'))).toEqual([])
  })

  it('is given where the calls run anyway', () => {
    expect(warned(open)).toEqual([])
    expect(warned(open.rule(LOG, 'socket', arg(0).eq(1)))).toEqual([])
  })

  it('is given where the call runs that the ABI has in the place of one behind the multiplexer', () => {
    const lists = base.allow(
      'socketcall',
      'socket',
      'bind',
      'connect',
      'listen',
      'getsockname',
      'getpeername',
    )
    const most = lists.allow('socketpair', 'sendto', 'recvfrom', 'shutdown', 'setsockopt', 'getsockopt')
    const all = most.allow('sendmsg', 'recvmsg', 'accept4', 'recvmmsg', 'sendmmsg')
    // x86 has sendto for send, recvfrom for recv, and accept4 for accept.
    expect(warned(all)).toEqual([])
    expect(warned(most)).toEqual([
      expect.stringContaining('what "accept", "sendmsg", "recvmsg", "accept4", "recvmmsg", "sendmmsg" would'),
    ])
  })

  it('is given where some calls run that the ABI has in the place of one behind the multiplexer', () => {
    const byAddress = open.deny('sendto', arg(4).ne(0)).deny('socketcall', arg(0).eq(11))
    expect(warned(byAddress)).toEqual([])
    // With every sendto refused, send is what still runs.
    const all = open.deny('sendto').deny('socketcall', arg(0).eq(11))
    expect(warned(all)).toEqual([expect.stringContaining('"socketcall" may run and does what "send" would')])
  })

  it('is given where the multiplexer’s first argument is tested', () => {
    expect(warned(open.deny('bind').deny('socketcall', arg(0).eq(2)))).toEqual([])
    expect(warned(base.allow('connect').allow('socketcall', arg(0).eq(3)))).toEqual([])
  })
})

it('sees a test of the first argument that misses the operation', () => {
  expect(warned(open.deny('bind').deny('socketcall', arg(0).eq(3)))).toHaveLength(1)
  expect(warned(base.allow('socketcall', arg(0).le(3)))[0]).toContain(
    'does what "socket", "bind", "connect" would',
  )
  expect(warned(open.deny('bind').deny('socketcall', arg(0).eq(2), arg(1).eq(0)))).toHaveLength(1)
  expect(warned(open.deny('bind').deny('socketcall', arg(0).lt(0)))).toHaveLength(1)
})

it('knows that a 64-bit ABI cuts the first argument to an int', () => {
  for (const abi of [abiTable('ppc64le'), abiTable('s390x')]) {
    const [message] = warned(open.deny('bind').deny('socketcall', arg(0).eq(2)), [abi])
    expect(message).toBe(
      `on ${abi.token}, "socketcall" may run and does what "bind" would, which the policy filters; refuse ` +
        '"socketcall" or test the low 32 bits of its first argument',
    )
    expect(warned(open.deny('bind').deny('socketcall', arg(0).maskedEq(0xffff_ffff, 2)), [abi])).toEqual([])
  }
})

it('is given for each ABI that has a multiplexer', () => {
  const denied = open.deny('semget')
  expect(warned(denied, [abiTable('mips64'), abiTable('mips'), abiTable('mips64n32')])).toEqual([
    expect.stringContaining('on mips, "ipc" may run and does what "semget" would'),
  ])
  expect(warned(denied, [abiTable('s390x'), abiTable('s390')])).toHaveLength(2)
  expect(warned(denied, [abiTable('parisc')])).toEqual([])
})

it('knows that ipc ignores the high half of its first argument', () => {
  expect(warned(open.deny('semget').deny('ipc', arg(0).eq(2)))).toEqual([
    expect.stringMatching(/ test the low 16 bits of its first argument$/),
  ])
  expect(warned(open.deny('semget').deny('ipc', arg(0).maskedEq(0xffff, 2)))).toEqual([])
})

describe('a multiplexer left shut', () => {
  it('is warned of where the calls behind it are allowed, once for each multiplexer and ABI', () => {
    const few = base.allow('socket', 'connect', 'semget')
    expect(warned(few, [abiTable('x86_64'), x86, abiTable('mipsel')])).toEqual([
      'on x86, "socketcall" is refused and does what "socket", "connect" would, which the policy allows and runc with ' +
        'libseccomp lets run both ways; allow "socketcall" too, or set multiplexers to runc',
      expect.stringContaining('on x86, "ipc" is refused and does what "semget" would'),
      expect.stringContaining('on mipsel, "socketcall" is refused'),
      expect.stringContaining('on mipsel, "ipc" is refused'),
    ])
  })

  it('is not warned of where the policy allows the operations', () => {
    expect(warned(base.allow('socket').allow('socketcall', arg(0).eq(1)))).toEqual([])
  })

  it('is not warned of where the policy refuses it by name, or nobody names the calls', () => {
    expect(warned(base.allow('socket').deny('socketcall', errno(38)))).toEqual([])
    expect(warned(open.deny('socketcall'))).toEqual([])
  })
})

describe('the multiplexers of runc', () => {
  const runc = (what: Policy, abi: AbiTable = x86) => resolve(what, { abis: [abi], multiplexers: 'runc' })
  const at = (what: Policy, args: readonly bigint[], abi: AbiTable = x86, name = 'socketcall'): string => {
    const data = seccompData({ nr: abi.numbers.get(name)!, arch: abi.auditArch, args })
    return verdictName(meaning(runc(what, abi).rules, data))
  }

  it('make a rule for a call one for the operation, without its condition on the first argument', () => {
    const sockets = base.allow('socket', arg(0).eq(5), arg(2).eq(7)).deny('bind', errno(13))
    expect(at(sockets, [1n, 0n, 7n])).toBe('ALLOW')
    expect(at(sockets, [1n, 0n, 6n])).toBe('ERRNO(1)')
    expect(at(sockets, [2n])).toBe('ERRNO(13)')
    expect(at(sockets, [5n, 0n, 7n], x86, 'socket')).toBe('ALLOW')
    expect(at(sockets, [1n, 0n, 7n], x86, 'socket')).toBe('ERRNO(1)')
    expect(at(base.allow('semop'), [1n], abiTable('s390x'), 'ipc')).toBe('ALLOW')
  })

  it('leave a multiplexer that is decided without conditions as it is', () => {
    const refused = base.deny('socketcall', errno(38)).allow('socket')
    expect(at(refused, [1n])).toBe('ERRNO(38)')
    expect(runc(refused).warnings.map(({ name }) => name)).toEqual(['cannot-live'])
  })

  it('do not count as names that an ABI lacks', () => {
    expect(runc(base.allow('socket'), abiTable('x86_64')).absent).toEqual([])
  })

  it('are warned of where they open what the policy filters', () => {
    expect(runc(base.allow('socket', arg(0).eq(1))).warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('on x86, "socketcall" may run and does what "socket" would'),
      expect.stringContaining('programs cannot end'),
    ])
    expect(runc(base.allow('socket')).warnings.map(({ name }) => name)).toEqual(['cannot-live'])
  })
})
