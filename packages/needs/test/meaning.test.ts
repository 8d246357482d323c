/*
 * The policy of recordings allows every call that was seen, and no call with other values of selecting arguments.
 *
 * The oracle keeps the calls as they were made, and the table as a few lines written by hand. It shares no code with the
 * package.
 */
import { actionOf } from '@seccompile/abi'
import { baseOf, needsOf } from '@seccompile/needs'
import type { NeedsOptions } from '@seccompile/needs'
import { LOG, policy, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { meaning, witnesses } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dataOf, recorded } from './recordings.ts'
import type { TriedCall } from './recordings.ts'

const rulesOf = (mine: Policy): RuleSet =>
  resolve(mine, { abis: (mine.abis ?? ['x86_64']).map((abi) => signedAbiTable(abi)) }).rules

const runs = (rules: RuleSet, call: TriedCall): boolean =>
  ['ALLOW', 'LOG'].includes(actionOf(meaning(rules, dataOf(call))) ?? '')

/** The selecting arguments of some calls of x86_64, by hand: index, kind, and the bits that select. */
const SELECTING: Readonly<Record<string, readonly (readonly [index: number, kind: 'value' | 'flags', bits: bigint])[]>> = {
  socket: [[0, 'value', 0xffff_ffffn], [1, 'value', 0xfn], [2, 'value', 0xffff_ffffn]],
  setsockopt: [[1, 'value', 0xffff_ffffn], [2, 'value', 0xffff_ffffn]],
  ioctl: [[1, 'value', 0xffff_ffffn]],
  clone: [[0, 'flags', 0xffff_ff00n]],
  mmap: [[2, 'flags', 2n ** 64n - 1n]],
  unshare: [[0, 'flags', 2n ** 64n - 1n]],
  setns: [[1, 'value', 0xffff_ffffn]],
  read: [],
  close: [],
} // prettier-ignore

/** Whether the calls of one name that were seen allow `call`: by the definition, with at most `most` values an argument. */
function isAllowed(seen: readonly TriedCall[], { call, args = [] }: TriedCall, most: number): boolean {
  const alike = seen.filter((each) => each.call === call)
  const used = SELECTING[call]!.filter(
    ([index, kind, bits]) =>
      kind === 'flags' || new Set(alike.map((each) => each.args![index]! & bits)).size <= most,
  )
  const values = used.filter(([, kind]) => kind === 'value')
  const flags = used.filter(([, kind]) => kind === 'flags')
  return (
    alike.some((each) =>
      values.every(([index, , bits]) => (each.args![index]! & bits) === (args[index]! & bits)),
    ) &&
    flags.every(([index, , bits]) => {
      const all = alike.reduce((sum, each) => sum | (each.args![index]! & bits), 0n)
      return (args[index]! & bits & ~all) === 0n
    })
  )
}

const value = fc.constantFrom(0n, 1n, 2n, 3n, 10n, 16n, 0x11n, 0x8_0001n, 0x800n, 0x1_0000n, 0x5401n, 0xffff_ffffn, 0x1000_0000n, 0x1_0000_0002n, 2n ** 63n) // prettier-ignore
const call: fc.Arbitrary<TriedCall> = fc.record({
  call: fc.constantFrom(...Object.keys(SELECTING)),
  args: fc.array(value, { minLength: 6, maxLength: 6 }),
})

it('allows what was seen, and of its selecting arguments no other values', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(call, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 }),
      fc.array(call, { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      (recordings, others, maxValues) => {
        const seen = recordings.flat()
        const made = needsOf(
          recordings.map((calls, i) => recorded(`s${i}`, calls)),
          { maxValues },
        )
        const rules = rulesOf(made.policy)
        for (const each of seen)
          expect(runs(rules, each), JSON.stringify([each.call, ...each.args!.map(String)])).toBe(true)
        // The neighbours of a seen call: one argument of another.
        const near = seen.flatMap((one) =>
          others.flatMap((other) =>
            [0, 1, 2].map((at) => ({ ...one, args: one.args!.with(at, other.args![at]!) })),
          ),
        )
        for (const each of [...others, ...near])
          expect(runs(rules, each), JSON.stringify([each.call, ...each.args!.map(String)])).toBe(
            isAllowed(seen, each, maxValues),
          )
      },
    ),
    { numRuns: 20 },
  )
})

it.each([
  ['without conditions', { conditions: 'none' }],
  ['where other calls fail with EPERM', { rest: 'EPERM' }],
  ['where other calls kill', { rest: 'kill', widen: ['libc', 'kernel', 'siblings'] }],
  ['where other calls are logged', { rest: 'log' }],
] as const satisfies readonly (readonly [string, NeedsOptions])[])(
  'allows what was seen, %s',
  (_, options) => {
    const seen: readonly TriedCall[] = [
      { call: 'socket', args: [2n, 0x8_0001n, 6n] },
      { call: 'ioctl', args: [0n, 0x5401n] },
      { call: 'clone', args: [0x120_0011n] },
      { call: 'openat' },
    ]
    const rules = rulesOf(needsOf([recorded('all', seen)], options).policy)
    for (const each of seen) expect(runs(rules, each), each.call).toBe(true)
  },
)

it('keeps ABIs apart: a call of x86 is not allowed on x86_64, and the other way round', () => {
  const made = needsOf([
    recorded('both', [
      'read',
      { call: 'getuid', abi: 'x86' },
      { call: 'read', abi: 'x86' },
      { call: 'socket', args: [1n, 1n, 0n] },
      { call: 'socket', args: [2n, 1n, 0n], abi: 'x86' },
    ]),
  ])
  expect(made.policy.abis).toEqual(['x86_64', 'x86'])
  const rules = rulesOf(made.policy)
  const on = (name: string, abi: AbiToken, ...args: readonly bigint[]): boolean =>
    runs(rules, { call: name, abi, args })
  expect([on('read', 'x86_64'), on('read', 'x86'), on('getuid', 'x86'), on('getuid', 'x86_64')]).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect([on('socket', 'x86_64', 1n, 1n), on('socket', 'x86_64', 2n, 1n)]).toEqual([true, false])
  expect([on('socket', 'x86', 1n, 1n), on('socket', 'x86', 2n, 1n)]).toEqual([false, true])
  expect(on('sigreturn', 'x86')).toBe(true)
})

it('allows what a base allows, whatever its conditions, and no more', () => {
  const base = policy({ default: 'deny', abis: ['x86_64'] })
    .allow('read', 'write', 'getppid')
    .allow('socket', ({ family, type }) => ({ kind: 'all', of: [family.in(1, 10), type.ne(3)] }))
    .deny('chmod', ({ mode }) => mode.hasAny(0o4000))
    .allow('ioctl', ({ cmd }) => cmd.gt(0x5400))
  const abis = [signedAbiTable('x86_64')]
  const ofBase = resolve(base, { abis }).rules
  const recordings = [
    recorded('a', ['read', { call: 'socket', args: [2n, 1n, 6n] }, { call: 'ioctl', args: [0n, 5n] }]),
  ]
  const alone = rulesOf(needsOf(recordings).policy)
  const joined = rulesOf(needsOf(recordings, {}, baseOf('base', ofBase, abis)).policy)
  const isOpen = (rules: RuleSet, data: ReturnType<typeof dataOf>): boolean =>
    actionOf(meaning(rules, data)) === 'ALLOW'
  const all = [...witnesses(ofBase), ...witnesses(alone), ...witnesses(joined)]
  expect(all.length).toBeGreaterThan(100)
  for (const data of all) expect(isOpen(joined, data)).toBe(isOpen(ofBase, data) || isOpen(alone, data))
})

it.each([['allow'], [LOG]] as const)(
  'refuses a base that lets calls run that it does not name, by %j',
  (other) => {
    const abis = [signedAbiTable('x86_64')]
    const { rules } = resolve(policy({ default: other }).deny('ptrace'), { abis })
    expect(() => baseOf('deny.json', rules, abis)).toThrow(
      'deny.json: lets calls run that it does not name, on x86_64; a base is an allow-list',
    )
  },
)

it('says of no call that was seen that the base added it unseen', () => {
  const abis = [signedAbiTable('x86_64')]
  const base = policy({ default: 'deny' }).allow('socket', ({ family }) => family.eq(1))
  const { rules } = resolve(base, { abis })
  const recordings = [recorded('a', [{ call: 'socket', args: [1n, 1n, 0n] }])]
  const { comments } = needsOf(recordings, {}, baseOf('mine.json', rules, abis))
  const above = comments.rules!.flatMap((each) => each?.above ?? [])
  expect(above).toContain('Added by --base mine.json.')
  expect(above.join(' ')).not.toContain('never seen')
})

it('does not say of a call that a base allows that it is not allowed, nor lists calls without conditions', () => {
  const base = policy({ default: 'deny', abis: ['x86_64'] })
    .allow('read', 'ioctl')
    .allow('open', ({ flags }) => flags.eq(0))
  const abis = [signedAbiTable('x86_64')]
  const recordings = [recorded('a', ['read', 'openat', { call: 'ioctl', args: [0n, 5n] }])]
  const { notKnown } = needsOf(recordings, {}, baseOf('base', resolve(base, { abis }).rules, abis))
  expect(notKnown.siblings.flatMap(({ calls }) => calls)).not.toContain('open')
  expect(notKnown.siblings.flatMap(({ calls }) => calls)).toContain('openat2')
  expect(notKnown.anyArguments).toEqual([{ calls: ['ioctl'], reason: 'as in base' }])
})

it('adds siblings also where another kind has them first', () => {
  const { added } = needsOf([recorded('a', ['openat'])], { widen: ['siblings'] })
  expect(added.map((each) => each.call)).toContain('open')
})

it('adds to what was seen only what it names', () => {
  const recordings = [
    recorded('a', ['openat', { call: 'clone', args: [0x120_0011n] }, { call: 'ioctl', args: [0n, 0x5401n] }]),
  ]
  const narrow = needsOf(recordings)
  const wide = needsOf(recordings, { widen: ['libc', 'siblings'] })
  const [before, after] = [rulesOf(narrow.policy), rulesOf(wide.policy)]
  const opened = [...signedAbiTable('x86_64').numbers.keys()].filter(
    (name) => runs(after, { call: name }) && !runs(before, { call: name }),
  )
  const added = new Set(wide.added.map((each) => each.call))
  expect(opened.filter((name) => !added.has(name))).toEqual([])
  expect(opened).toEqual(expect.arrayContaining(['open', 'fork', 'creat', 'openat2']))
  expect(runs(after, { call: 'ioctl', args: [0n, 0x802c_542an] })).toBe(true) // TCGETS2 of glibc 2.42
  expect(runs(after, { call: 'ioctl', args: [0n, 0x5412n] })).toBe(false) // TIOCSTI
  expect(runs(after, { call: 'open_by_handle_at' })).toBe(false) // it takes a capability
})
