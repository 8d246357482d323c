import { actionOf } from '@seccompile/abi'
import { estimateUnseen } from '../src/estimate.ts'
import { ledger, needsOf, notKnownLines } from '@seccompile/needs'
import type { NamedRecording, NeedsOptions } from '@seccompile/needs'
import { policySource, resolve } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import fc from 'fast-check'
import { format } from 'prettier'
import { describe, expect, it } from 'vitest'
import { recorded } from './recordings.ts'
import type { TriedCall } from './recordings.ts'

const START = recorded('start', ['read', 'read', { call: 'ioctl', args: [0n, 0x5401n] }, { call: 'socket', args: [2n, 1n, 6n] }], { libc: 'glibc 2.41', kernel: '6.18.0' }) // prettier-ignore
const LOAD = recorded('load', ['read', 'accept4', { call: 'socket', args: [2n, 0x8_0001n, 0n] }, { call: 'clone', args: [0x120_0011n] }], { libc: 'musl 1.2', kernel: '6.18.0' }) // prettier-ignore
const STOP = recorded('stop', ['read', 'accept4', 'close'], {
  libc: 'glibc 2.41',
  kernel: '6.1.0',
  unseen: ['exit'],
})

const SOURCE = `// A policy of 3 recordings of 3 scenarios: load, start, stop.
// Machine: x86_64; ABIs: x86_64; kernel: 6.1.0, 6.18.0; C library: glibc 2.41,
//   musl 1.2.
// A call that is not allowed fails with ENOSYS, after which C libraries try an
//   older call. A call of another ABI kills the thread. The end of this file
//   says what is not known.
import {
  AF_INET,
  CLONE_CHILD_CLEARTID,
  CLONE_CHILD_SETTID,
  CSIGNAL,
  IPPROTO_IP,
  IPPROTO_TCP,
  SOCK_STREAM,
  SOCK_TYPE_MASK,
  TCGETS,
  all,
  errno,
  policy,
} from 'seccompile'

export default policy({ abis: ['x86_64'], default: errno('ENOSYS') })
  // base: what no process lives without: to start, get memory, use open
  //   descriptors, and end
  .allow(
    'close', // seen once in 1 scenario
    'read', // seen 4 times in 3 scenarios
  )
  // device-control: ioctl: any request to any driver, among them TIOCSTI
  // ioctl: seen once in 1 scenario
  .allow('ioctl', ({ cmd }) => cmd.eq(TCGETS))
  // processes: making processes, running programs in them, and waiting for
  //   their end
  // clone: seen once in 1 scenario
  .allow('clone', ({ clone_flags }) =>
    clone_flags.hasOnly(CLONE_CHILD_CLEARTID, CLONE_CHILD_SETTID, CSIGNAL),
  )
  // sockets: sockets of every address family: making, connecting, serving,
  //   sending and receiving
  .allow(
    'accept4', // seen 2 times in 2 scenarios
  )
  // socket: seen 2 times in 2 scenarios
  .allow('socket', ({ family, type, protocol }) =>
    all(
      family.eq(AF_INET),
      type.masked(SOCK_TYPE_MASK).eq(SOCK_STREAM),
      protocol.in(IPPROTO_IP, IPPROTO_TCP),
    ),
  )
  // Added: without these calls no program lives. Sources do not see all of them.
  .allow(
    'exit_group', // needed to end
    'exit', // needed to end a thread
    'rt_sigreturn', // needed to return from a signal handler
    'restart_syscall', // needed to go on sleeping after a signal stopped them
    'execve', // needed to be started under the filter
  )

// What is not known:
// Of 6 calls, 3 were made in one scenario alone and 2 in two: at least 1.5 more
//   are expected (Chao 1987). This takes the scenarios as drawn at random from
//   all that the program will meet, and says nothing of one that does another
//   kind of thing.
// Made in load alone: clone.
// Made in start alone: ioctl.
// Made in stop alone: close.
// Made once: clone, close, ioctl.
// Never seen, and not allowed: fork (musl in place of
//   clone(CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD)); ioctl with other
//   arguments (ioctl(TCGETS2): glibc since 2.42 in place of ioctl(TCGETS));
//   copy_file_range, pread64, preadv, preadv2, readv, sendfile, splice (can
//   read a file, as read can).
// Not seen by the source: exit.
`

const sourceOf = (recordings: readonly NamedRecording[], options: NeedsOptions = {}): string => {
  const { policy, comments } = needsOf(recordings, options)
  return policySource(policy, comments)
}

const pretty = (source: string): Promise<string> =>
  format(source, { parser: 'typescript', semi: false, singleQuote: true })

describe('the source', () => {
  it('has groups, counts, conditions, additions, and what is not known', () => {
    expect(sourceOf([START, LOAD, STOP])).toBe(SOURCE)
  })

  it('does not depend on the order of recordings', () => {
    expect(sourceOf([STOP, LOAD, START])).toBe(sourceOf([START, LOAD, STOP]))
  })

  const value = fc.constantFrom(
    0n,
    1n,
    2n,
    10n,
    16n,
    0x8_0001n,
    0x1_0000n,
    0x5401n,
    0x5413n,
    0x7654_3210n,
    2n ** 63n,
  )
  const name = fc.constantFrom('socket', 'socketpair', 'setsockopt', 'ioctl', 'prctl', 'clone', 'mmap', 'fcntl', 'keyctl', 'openat', 'read', 'bpf') // prettier-ignore
  const call = fc.record({
    call: name,
    args: fc.array(value, { minLength: 6, maxLength: 6 }),
    abi: fc.constantFrom('x86_64' as const, 'x86' as const),
  })

  it.each(['EPERM', 'kill'] as const)('says which calls do not get %s', (rest) => {
    const head = sourceOf([recorded('s', [{ call: 'read', args: [], abi: 'x86_64' }])], { rest })
      .split('import')[0]!
      .replaceAll(/\n\/\/ +/g, ' ')
    expect(head).toContain('that no table knows, fails with ENOSYS.')
    expect(head).toContain('A call of another ABI kills the thread.')
  })

  it('is what prettier makes of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(call, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom<NeedsOptions>(
          {},
          { conditions: 'none', rest: 'kill' },
          { rest: 'EPERM', widen: ['libc', 'kernel', 'siblings'] },
          { maxValues: 20, rest: 'log' },
        ),
        async (calls, options) => {
          const source = sourceOf(
            calls.map((each, i) => recorded(`s${i}`, each)),
            options,
          )
          expect(source).toBe(await pretty(source))
        },
      ),
      { numRuns: 6 },
    )
  })

  it('keeps a scenario in its comment, whatever its name', async () => {
    const name = 'a\n*/\u2028process.exit(1)\r//'
    const source = sourceOf([recorded(name, ['read']), recorded('b', ['write'])])
    expect(source).toBe(await pretty(source))
    for (const line of source.split(/[\n\r\u2028]/).filter((each) => each.includes('process.exit')))
      expect(line).toMatch(/^\/\/ /)
  })
})

describe('conditions', () => {
  const notesOf = (recordings: readonly NamedRecording[], options: NeedsOptions = {}): unknown =>
    needsOf(recordings, options).notKnown.anyArguments

  it('are left out, and this is said, where there are more values than wanted', () => {
    const many = recorded(
      'a',
      [1n, 2n, 3n].map((cmd) => ({ call: 'ioctl', args: [0n, cmd] })),
    )
    expect(notesOf([many])).toEqual([])
    expect(notesOf([many], { maxValues: 2 })).toEqual([
      { calls: ['ioctl'], reason: 'any cmd: 3 values, more than 2' },
    ])
  })

  it('are left out where a source counts no arguments, in one recording of several', () => {
    const none: NamedRecording = {
      ...START,
      file: 'b',
      rows: START.rows.filter(({ args }) => args === undefined),
    }
    expect(notesOf([none])).toEqual([
      { calls: ['ioctl'], reason: 'any cmd: not all values are known' },
      {
        calls: ['socket'],
        reason: ['family', 'type', 'protocol']
          .map((each) => `any ${each}: not all values are known`)
          .join('; '),
      },
    ])
    expect(notesOf([none, START])).toEqual(notesOf([none]))
  })

  it('are left out where a recording has values without a row of their own', () => {
    const more = recorded(
      'a',
      Array.from({ length: 70 }, (_, i) => ({ call: 'ioctl', args: [0n, BigInt(i)] })),
    )
    expect(notesOf([more], { maxValues: 1000 })).toEqual([
      { calls: ['ioctl'], reason: 'any cmd: not all values are known' },
    ])
  })

  it('are on the bits that the kernel reads, also where a recorder wrote the whole register', () => {
    const rows = [
      { abi: 'x86_64', nr: 16, call: 'ioctl', count: 2 },
      { abi: 'x86_64', nr: 16, call: 'ioctl', args: [null, 0x1_0000_5401n], count: 2 },
    ] as const
    const { seen } = needsOf([{ ...START, rows }])
    expect(seen[0]?.when).toMatchObject({ op: 'eq', values: [{ constant: 'TCGETS' }] })
  })

  it('name a protocol by its family alone: 2 is also the type of a datagram', () => {
    const calls = [1n, 2n, 10n].map((family) => ({ call: 'socket', args: [family, 2n, 6n] }))
    const source = sourceOf([recorded('a', calls)], { maxValues: 2 })
    expect(source).toContain('protocol.eq(6)')
    expect(sourceOf([recorded('a', calls.slice(1, 2))])).toContain('protocol.eq(IPPROTO_TCP)')
  })

  it('of several arguments are for each alone where it is not known what occurred together', () => {
    const apart: NamedRecording = {
      ...LOAD,
      rows: [START, LOAD]
        .flatMap(({ rows }) => rows)
        .filter(({ args = [] }) => args.filter((each) => each !== null).length < 2),
    }
    const { seen, notKnown } = needsOf([apart])
    expect(notKnown.anyArguments).toEqual([
      {
        calls: ['socket'],
        reason: 'any family and type and protocol of these together: it is not known which were',
      },
    ])
    expect(seen.find(({ call }) => call === 'socket')?.when).toMatchObject({ kind: 'all' })
  })
})

describe('what is not known', () => {
  it('is estimated from three scenarios on, as in the papers', () => {
    expect(estimateUnseen([1, 2, 1], 2)).toEqual({ kind: 'none', scenarios: 2 })
    // Q1 = 3, Q2 = 2, m = 4: 3/4 * 9/4
    expect(estimateUnseen([1, 1, 1, 2, 2, 4], 4)).toMatchObject({
      seen: 6,
      inOne: 3,
      inTwo: 2,
      unseen: 1.6875,
    })
    // Q2 = 0: 2/3 * 3 * 2 / 2
    expect(estimateUnseen([1, 1, 1, 3], 3)).toMatchObject({ inOne: 3, inTwo: 0, unseen: 2 })
    expect(estimateUnseen([3, 3], 3)).toMatchObject({ unseen: 0 })
  })

  it('says of a call that was seen that it was not with other arguments', () => {
    const thread: TriedCall = { call: 'clone', args: [0x1200011n] }
    const { notKnown } = needsOf([recorded('start', ['read']), recorded('save', [thread, 'clone3'])])
    expect(notKnown.alone).toContainEqual({ scenario: 'save', calls: ['clone', 'clone3'] })
    expect(notKnown.siblings).toContainEqual({
      reason: 'can enter another user namespace, as clone3 can',
      calls: ['clone with other arguments', 'setns', 'unshare'],
    })
  })

  it('names calls of one scenario alone, calls that were made once, and siblings', () => {
    const { notKnown } = needsOf([START, LOAD, STOP])
    expect(notKnown.alone).toEqual([
      { scenario: 'load', calls: ['clone'] },
      { scenario: 'start', calls: ['ioctl'] },
      { scenario: 'stop', calls: ['close'] },
    ])
    expect(notKnown.once).toEqual(['clone', 'close', 'ioctl'])
    expect(notKnown.siblings).toContainEqual({
      calls: ['fork'],
      reason: 'musl in place of clone(CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD)',
    })
    expect(notKnown.unseen).toEqual(['exit'])
    expect(notKnown.estimate).toMatchObject({ kind: 'chao2', seen: 6, inOne: 3, inTwo: 2 })
  })

  it('has no calls of one scenario alone where there is one scenario, and no estimate', () => {
    const { notKnown } = needsOf([START, { ...START, file: 'again' }])
    expect(notKnown).toMatchObject({ alone: [], scenarios: ['start'], estimate: { kind: 'none' } })
    expect(notKnownLines(notKnown, 100)[0]).toBe(
      '1 scenario: nothing can be estimated about calls that were not seen. It takes three.',
    )
  })

  it('says that no more calls are expected where all scenarios made the same', () => {
    const { notKnown } = needsOf(['a', 'b', 'c'].map((name) => recorded(name, ['read', 'write'])))
    expect(notKnownLines(notKnown, 1000)[0]).toMatch(
      /^Of 2 calls, 0 were made in one scenario alone and 0 in two: no more are expected \(Chao 1987\)\. .* says nothing of one that does another kind of thing\.$/,
    )
  })

  it('has a call with a name that no table has, of a newer kernel', () => {
    const rows = [...START.rows, { abi: 'x86_64', nr: 9999, call: 'newcall', count: 3 }] as const
    const { notKnown, seen } = needsOf([{ ...START, rows }])
    expect(notKnown.unnamed).toEqual([{ abi: 'x86_64', nr: 9999, count: 3 }])
    expect(seen.map(({ call }) => call)).not.toContain('newcall')
  })

  it('has the calls that no table names, which the policy does not allow', () => {
    const rows = [...START.rows, { abi: 'x86_64', nr: 1000, count: 3 }, { abi: 'x86_64', count: 2 }] as const
    const { notKnown } = needsOf([{ ...START, rows }])
    expect(notKnown.unnamed).toEqual([
      { abi: 'x86_64', nr: 1000, count: 3 },
      { abi: 'x86_64', count: 2 },
    ])
    expect(notKnownLines(notKnown, 200)).toContain(
      'Seen 3 times and not allowed, because no table names it: number 1000 of x86_64.',
    )
  })
})

it('the ledger says which calls each scenario, libc, ABI and kernel alone has', () => {
  const other = recorded('start', ['read', { call: 'getuid', abi: 'x86' }], {
    libc: 'glibc 2.41',
    kernel: '6.1.0',
  })
  expect(ledger([STOP, START, other]).map((row) => Object.values(row).join(' | '))).toEqual([
    'start | glibc 2.41 | x86 | 6.1.0 | 1 | 1 | getuid',
    'start | glibc 2.41 | x86_64 | 6.1.0 | 1 | 1 | ',
    'start | glibc 2.41 | x86_64 | 6.18.0 | 3 | 4 | ioctl,socket',
    'stop | glibc 2.41 | x86_64 | 6.1.0 | 3 | 3 | accept4,close',
  ])
})

describe('refuses', () => {
  it.each([
    ['no recording', [], 'there is no recording; name one or more'],
    ['recordings of two machines', [START, recorded('arm', [{ call: 'read', abi: 'aarch64' }], { machine: 'aarch64', abis: ['aarch64'] })], 'arm.ndjson: was recorded on "aarch64", and start.ndjson on "x86_64"; make a policy for each machine'],
    ['a sum over machines', [{ ...START, head: { ...START.head, machine: 'several' } }], 'start.ndjson: is a sum of recordings of several machines; name those of one machine'],
    ['calls of an ABI that the head lacks', [{ ...START, head: { ...START.head, abis: ['x86'] } }], 'start.ndjson: has calls of x86_64, and its head names x86; record it again'],
    ['more calls than can be counted', ['a', 'b'].map((file) => ({ ...START, file, rows: [{ abi: 'x86_64', nr: 0, call: 'read', count: Number.MAX_SAFE_INTEGER }] })), 'the recordings count more than 9007199254740991 calls together; name fewer'],
    ['values of a call that no row counts', [{ ...START, rows: START.rows.filter(({ call, args }) => call !== 'ioctl' || args !== undefined) }], 'start.ndjson: has values of arguments of ioctl of x86_64, and no row without "args" that counts the call; record it again'],
    ['an ABI that the machine does not have', [{ ...START, head: { ...START.head, abis: ['x86_64', 'aarch64'] } }], 'start.ndjson: its head names the machine "x86_64" and the ABI aarch64, which that machine does not have; record it again'],
    ['a recording without calls', [{ ...START, rows: [] }], 'start.ndjson: has no call; record a program that makes some'],
  ] as const satisfies readonly (readonly [string, readonly NamedRecording[], string])[])('%s', (_, recordings, message) => {
    expect(() => needsOf(recordings)).toThrow(message)
  }) // prettier-ignore

  it('wrong options', () => {
    expect(() => needsOf([START], { widen: ['glibc' as never] })).toThrow('options.widen[0]')
    expect(() => needsOf([START], { maxValues: -1 })).toThrow('options.maxValues')
  })
})

it.each(['ENOSYS', 'EPERM', 'kill', 'log'] as const)(
  'the head says what happens to calls of an ABI that was not seen, with rest %s',
  (rest) => {
    const { policy, comments } = needsOf([START], { rest })
    const { rules } = resolve(policy, { abis: [signedAbiTable('x86_64')] })
    const text = comments.head!.join(' ').replace(/\s+/g, ' ')
    expect([actionOf(rules.badArch), text.includes('A call of another ABI kills the thread.')]).toEqual(
      rest === 'log' ? ['LOG', false] : ['KILL_THREAD', true],
    )
  },
)

it('names of one machine are one machine', () => {
  const other = { ...LOAD, head: { ...LOAD.head, machine: 'amd64' } }
  expect(needsOf([START, other]).policy.abis).toEqual(['x86_64'])
})
