import { ALLOW, arg, errno, LOG, policy, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { abiTable } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

const base = policy({ default: errno(1) })
const open = policy({ default: ALLOW })
const x86 = abiTable('x86')

const warned = (what: Policy, abis: readonly AbiTable[] = [x86]) =>
  resolve(what, { abis })
    .warnings.filter(({ code }) => code === 'W_MULTIPLEXER')
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
    expect(warned(base.allow('socket', arg(0).eq(1)))).toEqual([])
  })

  it('is given where the calls run anyway', () => {
    expect(warned(open)).toEqual([])
    expect(warned(open.rule(LOG, 'socket', arg(0).eq(1)))).toEqual([])
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
