import { BPF, SECCOMP_RET } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { AF_ALG } from '@seccompile/constants/af'
import { errno, KILL_PROCESS, KILL_THREAD, NOTIFY, policy, resolve, trace, TRAP } from '@seccompile/policy'
import type { Action, MaskedArgument, Policy, PolicyBuilder } from '@seccompile/policy'
import type { Subject } from '@seccompile/prover'
import { call } from '@seccompile/routes'
import { argument } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable, AbiToken, SyscallName } from '@seccompile/syscalls'
import {
  allOf,
  anyOf,
  attackRecords,
  clause,
  judgeAttacks,
  noCall,
  onCompatAbis,
  socketOf,
} from '@seccompile/attacks'
import type {
  AffectedKernels,
  AttackAnswer,
  AttackRecord,
  AttackSubject,
  AttackNeed,
} from '@seccompile/attacks'
import { expect, it } from 'vitest'

const tables = (main: AbiToken, ...others: readonly AbiToken[]): readonly [AbiTable, ...AbiTable[]] => [
  signedAbiTable(main),
  ...others.map((token) => signedAbiTable(token)),
]
const X86 = tables('x86_64', 'x86', 'x32')

/** A record with this need. */
const needing = (
  needs: AttackNeed,
  affected: AffectedKernels = { from: '5.4', to: '6.12', text: '' },
): AttackRecord => ({
  ...attackRecords[0]!,
  needs,
  affected,
})

const rulesOf = (mine: Policy, abis: AttackSubject['abis']): Subject => ({
  level: 'rules',
  ir: resolve(mine, { abis }).rules,
})

function judge(mine: Policy, record: AttackRecord, more: Partial<AttackSubject> = {}): AttackAnswer {
  const { abis = X86 } = more
  return judgeAttacks({ filter: rulesOf(mine, abis), abis, caps: [], ...more }, [record])[0]!
}

/** The ABI, the name and the door of each open call. */
const open = ({ machines }: AttackAnswer): readonly string[] =>
  machines.flatMap((machine) =>
    machine.kind === 'not-stopped'
      ? machine.through.map((answer) =>
          answer.kind === 'open'
            ? `${answer.call.abi} ${answer.call.data.nr} ${answer.call.name}${answer.call.by === undefined ? '' : ` by ${answer.call.by}`}`
            : answer.kind,
        )
      : [],
  )

/** The names of the clauses of each stop. */
const stops = ({ machines }: AttackAnswer): readonly (readonly string[])[] =>
  machines.flatMap((machine) =>
    machine.kind === 'stopped' ? machine.by.map((stop) => stop.map(({ name }) => name)) : [],
  )

const deny = (...names: readonly SyscallName[]): PolicyBuilder => policy({ default: 'allow' }).deny(...names)
const sample = deny('mount')
const [a, b, c] = [
  clause('a', [call('mount')]),
  clause('b', [call('bpf')]),
  clause('c', [call('ptrace')]),
] as const

it('is stopped by any clause of all, and names each that does it alone', () => {
  expect(stops(judge(deny('mount', 'bpf'), needing(allOf(a, b, c))))).toEqual([['a'], ['b']])
})

it('is stopped by all clauses of any together', () => {
  expect(judge(deny('mount'), needing(anyOf(a, b))).verdict).toBe('not-stopped')
  expect(stops(judge(deny('mount', 'bpf'), needing(anyOf(a, b))))).toEqual([['a', 'b']])
})

it('names no stop that holds a smaller one', () => {
  expect(stops(judge(deny('mount', 'bpf'), needing(allOf(a, anyOf(a, b)))))).toEqual([['a']])
})

it('leaves out a clause in place of which the process has a capability', () => {
  const either = { ...a, replacedBy: 'CAP_SYS_ADMIN' } as const
  expect(stops(judge(deny('mount'), needing(allOf(either, b))))).toEqual([['a']])
  const answer = judge(deny('mount'), needing(allOf(either, b)), { caps: ['CAP_SYS_ADMIN'] })
  expect(open(answer)).toEqual(['held', 'x86_64 321 bpf'])
})

it('says the clauses that would stop an attack: those that are refused already count', () => {
  const needs = allOf({ ...a, replacedBy: 'CAP_SYS_ADMIN' }, anyOf(b, c))
  const would = (mine: Policy, caps: AttackSubject['caps'] = []): readonly (readonly string[])[] =>
    judge(mine, needing(needs), { caps }).machines.flatMap(({ wouldStop }) =>
      wouldStop.map((stop) => stop.map(({ name }) => name)),
    )
  expect(would(policy({ default: 'allow' }))).toEqual([['a'], ['b', 'c']])
  expect(would(deny('bpf'))).toEqual([['a'], ['c']])
  expect(would(policy({ default: 'allow' }), ['CAP_SYS_ADMIN'])).toEqual([['b', 'c']])
  expect(would(deny('mount'))).toEqual([])
  expect(would(policy({ default: 'allow' }).deny('mount', NOTIFY).deny('ptrace'))).toEqual([['a'], ['b']])
})

it('takes one clause by one ABI and another by another', () => {
  const native = deny('mount')
  const other = deny('bpf')
  const rules = resolve(native, { abis: X86 }).rules
  const others = resolve(other, { abis: X86 }).rules
  const mixed = { ...rules, sections: [rules.sections[0]!, others.sections[1]!] }
  const [answer] = judgeAttacks({ filter: { level: 'rules', ir: mixed }, abis: X86 }, [needing(allOf(a, b))])
  expect(open(answer!)).toEqual(['x86 21 mount', 'x86_64 321 bpf'])
})

it('judges each machine by itself', () => {
  const abis = tables('x86_64', 'aarch64')
  const rules = resolve(deny('mount'), { abis }).rules
  const others = resolve(deny('bpf'), { abis }).rules
  const mixed = { ...rules, sections: [rules.sections[0]!, others.sections[1]!] }
  const subject = { filter: { level: 'rules', ir: mixed }, abis } as const
  const [each, none] = judgeAttacks(subject, [needing(allOf(a, b)), needing(a)])
  expect(each!.verdict).toBe('stopped')
  expect(stops(each!)).toEqual([['a'], ['b']])
  expect(none!.verdict).toBe('not-stopped')
  expect(none!.machines.map(({ kind }) => kind)).toEqual(['stopped', 'not-stopped'])
})

it('counts the ABIs that a filter does not test', () => {
  // ld nr; jeq 41 (socket of x86_64); ret ERRNO(1); ret ALLOW
  const program: Program = [
    { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
    { code: BPF.JEQ_K, jt: 0, jf: 1, k: 41 },
    { code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ERRNO + 1 },
    { code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ALLOW },
  ]
  const [answer] = judgeAttacks({ filter: { level: 'program', ir: program }, abis: tables('x86_64') }, [
    needing(socketOf({ family: AF_ALG }), { to: '5.10', text: '' }),
  ])
  expect(open(answer!)).toEqual(['x86 359 socket'])
})

it('counts io_uring from the kernel whose io_uring makes the call', () => {
  const mine = deny('socket', 'socketcall')
  const need = socketOf({ family: AF_ALG })
  expect(judge(mine, needing(need, { from: '5.4', to: '5.18', text: '' })).verdict).toBe('stopped')
  expect(open(judge(mine, needing(need, { from: '5.4', to: '5.19', text: '' })))).toEqual([
    'x86_64 425 socket by io_uring',
  ])
  expect(open(judge(mine, needing(need, { from: '5.4', text: '' })))).toEqual([
    'x86_64 425 socket by io_uring',
  ])
})

it('counts a call only from the kernel that brought it', () => {
  const need = clause('fsconfig', [call('fsconfig'), call('mount')])
  expect(judge(deny('mount'), needing(need, { from: '5.4', to: '5.4', text: '' })).verdict).toBe(
    'not-stopped',
  )
  expect(judge(deny('mount'), needing(need, { to: '5.2', text: '' })).verdict).toBe('not-stopped')
  expect(
    judge(policy({ default: 'deny' }).allow('fsconfig'), needing(need, { from: '4.4', to: '5.2', text: '' }))
      .verdict,
  ).toBe('not-stopped')
  expect(
    judge(policy({ default: 'deny' }).allow('fsconfig'), needing(need, { from: '4.4', to: '5.1', text: '' }))
      .verdict,
  ).toBe('stopped')
})

it('counts the numbers of x86_64 that belong to no ABI, for kernels before 5.4', () => {
  const mine = deny('ptrace')
  const numbers = (affected: AffectedKernels): readonly string[] => open(judge(mine, needing(c, affected)))
  expect(numbers({ from: '5.4', text: '' })).toEqual([])
  expect(numbers({ from: '5.3', text: '' })).toEqual(['x32 1073741925 ptrace by foreign-number'])
  const without = resolve(mine, { abis: X86, unknown: 'ENOSYS' }).rules
  const [main, ...others] = without.sections
  const holed = {
    ...main!,
    rules: [
      { numbers: [{ lo: 521, hi: 521 }], when: { kind: 'all', of: [] }, verdict: SECCOMP_RET.ALLOW } as const,
      ...main!.rules,
    ],
  }
  const judged = (sections: typeof without.sections): AttackAnswer =>
    judgeAttacks({ filter: { level: 'rules', ir: { ...without, sections } }, abis: X86 }, [
      needing(c, { text: '' }),
    ])[0]!
  expect(judged(without.sections).verdict).toBe('stopped')
  expect(open(judged([holed, ...others]))).toEqual(['x32 521 ptrace by foreign-number'])
})

it('compares the bits that the entry point reads: 64 of the request of ptrace by 0x40000065, 32 by 521', () => {
  const record = attackRecords.find(({ id }) => id === 'CVE-2019-13272')!
  const refused = resolve(deny('ptrace'), { abis: X86, unknown: 'ENOSYS' }).rules
  const [main, ...others] = refused.sections
  /** Lets the request run by `nr` where any of its 64 bits is set. */
  const judged = (nr: number): AttackAnswer => {
    const runs = {
      numbers: [{ lo: nr, hi: nr }],
      when: argument(0, [{ lo: 1n, hi: 2n ** 64n - 1n }]),
      verdict: SECCOMP_RET.ALLOW,
    } as const
    const holed = { ...main!, rules: [runs, ...main!.rules] }
    const ir = { ...refused, sections: [holed, ...others] }
    return judgeAttacks({ filter: { level: 'rules', ir }, abis: X86 }, [record])[0]!
  }
  expect(judged(0x40000065).verdict).toBe('stopped')
  expect(open(judged(521))).toEqual(['x32 521 ptrace by foreign-number'])
})

it('counts the numbers of all ABIs of 64-bit mips under the arch of each', () => {
  const abis = tables('mips64', 'mips', 'mips64n32')
  expect(judge(policy({ default: 'deny' }).allow('read'), needing(a), { abis }).verdict).toBe('stopped')
  expect(open(judge(deny('mount'), needing(a), { abis }))).toEqual(['mips64 5160 mount by foreign-number'])
  expect(judge(deny('mount'), needing(a), { abis: tables('s390x', 's390') }).verdict).toBe('stopped')
})

it('counts only compat ABIs for a clause that asks for one', () => {
  const need = onCompatAbis(a)
  const only = (abis: AttackSubject['abis']): AttackAnswer =>
    judge(policy({ default: 'allow' }), needing(need), { abis })
  expect(open(only(X86))).toEqual(['x86 21 mount'])
  expect(open(only(tables('s390x', 's390')))).toEqual(['s390 21 mount'])
  expect(only(tables('riscv64')).verdict).toBe('no-matter')
  // A filter for x86_64 alone refuses the other arch, and x32.
  expect(
    judge(policy({ default: 'deny' }).allow('mount'), needing(need), { abis: tables('x86_64') }).verdict,
  ).toBe('stopped')
})

it.each<[string, Action]>([
  ['a listener', NOTIFY],
  ['a tracer', trace(1)],
])('does not decide a call that %s decides', (who, action) => {
  const [machine] = judge(policy({ default: 'allow' }).deny('mount', action), needing(a)).machines
  expect(machine).toMatchObject({
    kind: 'not-decided',
    because: `${who} decides about a`,
    call: { abi: 'x86_64', name: 'mount' },
  })
})

it('is stopped by another clause, where a listener decides about one', () => {
  expect(
    stops(judge(policy({ default: 'allow' }).deny('mount', NOTIFY).deny('bpf'), needing(allOf(a, b)))),
  ).toEqual([['b']])
})

it('takes the strictest verdict of a stack', () => {
  const [one, two] = [rulesOf(deny('mount'), X86), rulesOf(deny('bpf'), X86)] as const
  const stack = { level: 'stack', ir: [one, two] } as Subject
  const judged = (filter: Subject): string =>
    judgeAttacks({ filter, abis: X86, caps: [] }, [needing(anyOf(a, b))])[0]!.verdict
  expect([judged(one), judged(two), judged(stack)]).toEqual(['not-stopped', 'not-stopped', 'stopped'])
})

it('takes every action that refuses', () => {
  for (const action of [errno(0), errno('ENOSYS'), KILL_PROCESS, KILL_THREAD, TRAP])
    expect(judge(policy({ default: 'allow' }).deny('mount', action), needing(a)).verdict).toBe('stopped')
})

it('says why no call decides', () => {
  expect(judge(sample, needing(noCall('the kernel reads it from a packet'))).machines).toEqual([
    {
      kind: 'no-matter',
      because: 'the kernel reads it from a packet',
      abis: ['x86_64', 'x86', 'x32'],
      clauses: [],
      wouldStop: [],
    },
  ])
})

it('refuses noCall() as a part: an attack that can do without a call is not stopped', () => {
  const part = noCall('the kernel reads it from a packet')
  for (const joint of [allOf, anyOf])
    expect(() => joint(a, part)).toThrow('a joint of needs has a part noCall(); make noCall() the whole need')
})

it('does not decide a filter whose diagram is too large, and says so', () => {
  const subject = { filter: rulesOf(sample, X86), abis: X86, limits: { maxNodes: 10 } }
  for (const { verdict, machines } of judgeAttacks(subject, attackRecords)) {
    expect(verdict).toBe('not-decided')
    expect(machines[0]).toMatchObject({ kind: 'not-decided', clauses: [] })
  }
})

it('decides by the clauses that it can decide, and not where a question passes a bound', () => {
  const filter = rulesOf(deny('bpf'), X86)
  const hard = clause('d', [
    call('ioctl', ({ cmd }) => cmd.in(...Array.from({ length: 40 }, (_, i) => 40503 * i))),
  ])
  const enough = [...Array(400).keys()].map((n) => 400 + 10 * n)
  const judged = (needs: AttackNeed, maxNodes: number): AttackAnswer =>
    judgeAttacks({ filter, abis: X86, caps: [], limits: { maxNodes } }, [needing(needs)])[0]!
  const maxNodes = enough.find((n) => judged(hard, n).machines[0]!.clauses[0]?.kind === 'undecided')!
  expect(judged(hard, maxNodes).verdict).toBe('not-decided')
  expect(judged(allOf(a, hard), maxNodes).verdict).toBe('not-decided')
  expect(stops(judged(allOf(hard, b), maxNodes))).toEqual([['b']])
})

it('reads a kernel version of a record that is none', () => {
  expect(() => judge(sample, needing(a, { to: '6.x' as '6.1', text: '' }))).toThrow(
    'span of kernels: expected MAJOR.MINOR, such as 6.12; got "6.x"',
  )
})

it('refuses a record of JavaScript with an unknown call or argument', () => {
  expect(() => call('sokcet' as 'socket')).toThrow('no system call is named "sokcet"; did you mean "socket"?')
  const misspelt = ({ famliy }: Record<'famliy', MaskedArgument<'af'>>): unknown => famliy.eq(AF_ALG)
  expect(() => call('socket', misspelt as never)).toThrow(
    '"socket" has no argument "famliy" on x86_64; did you mean "family"?',
  )
})
