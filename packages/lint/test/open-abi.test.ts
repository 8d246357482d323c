import { AUDIT_ARCH, BPF, verdictOf } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { AF_INET } from '@seccompile/constants/af'
import { TIOCSTI } from '@seccompile/constants/ioctl'
import { ALLOW, errno, policy, resolve } from '@seccompile/policy'
import type { Finding, Policy, PolicyOptions } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { lint, lintRules } from '@seccompile/lint'
import { messagesOf } from './messages-of.ts'

const [DENIED, KILLED, RUNS] = [verdictOf('ERRNO', 1), verdictOf('KILL_THREAD'), verdictOf('ALLOW')]
const byName = (a: Finding, b: Finding): number => (a.name < b.name ? -1 : 1)
const OPEN_ABIS = lintRules.filter(({ name }) => name === 'abi-open' || name === 'x32-open')

const insn = (code: number, k: number, jt: number = 0, jf: number = 0): SockFilter => ({ code, jt, jf, k })
const load = (offset: number): SockFilter => insn(BPF.LD_ABS, offset)
const ret = (verdict: number): SockFilter => insn(BPF.RET_K, verdict)
const [NR, ARCH] = [0, 4]

/** Instructions that give `numbers` one verdict, and then all other numbers another. */
const numbers = (of: readonly number[], then: number, otherwise: number): Program => [
  load(NR),
  ...of.flatMap((nr) => [insn(BPF.JEQ_K, nr, 0, 1), ret(then)]),
  ret(otherwise),
]
const testArch = [load(ARCH), insn(BPF.JEQ_K, AUDIT_ARCH.X86_64, 1, 0), ret(KILLED)]

function found(ir: Program, tokens: readonly AbiToken[] = ['x86_64']): readonly (readonly string[])[] {
  const [main, ...others] = tokens.map((token) => signedAbiTable(token))
  const { findings } = lint({ filter: { level: 'program', ir }, abis: [main!, ...others] }, OPEN_ABIS)
  return findings.map(({ name, message, call, other }) => [name, message, call!.abi, other!.abi])
}

describe('abi-open', () => {
  it('finds a call that runs by its number of an ABI that the program does not test', () => {
    // munmap of x86_64 has the number of execve of x86.
    expect(found(numbers([11, 60], RUNS, DENIED))).toEqual([
      [
        'abi-open',
        'execve(…) of x86 runs and execve(…) of x86_64 is refused; programs of the machine can make calls by both',
        'x86',
        'x86_64',
      ],
    ])
  })

  it('finds it where both ABIs are examined, once', () => {
    expect(found(numbers([11, 60], RUNS, DENIED), ['x86_64', 'x86']).map(([name]) => name)).toEqual([
      'abi-open',
    ])
  })

  it('finds nothing in a program that tests arch first', () => {
    expect(found([...testArch, ...numbers([11, 60], RUNS, DENIED)])).toEqual([])
  })

  it('finds nothing where the program has rules for the other ABI, whatever they let run', () => {
    const x86 = numbers([11], RUNS, DENIED)
    const jump = [load(ARCH), insn(BPF.JEQ_K, AUDIT_ARCH.I386, 0, x86.length)]
    expect(found([...jump, ...x86, ...testArch, ...numbers([60], RUNS, DENIED)])).toEqual([])
    // Every other arch is taken for x86_64: calls of x86 that run are those of its own rules.
    expect(found([...jump, ...x86, ...numbers([60], RUNS, DENIED)])).toEqual([])
  })

  it('counts a call that is refused for some arguments only', () => {
    const inet = policy({ default: 'allow', badArch: ALLOW }).deny('socket', ({ family }) =>
      family.eq(AF_INET),
    )
    expect(messagesOf('abi-open', inet)).toEqual([
      'socket(…) of x86 runs and socket(AF_INET, …) of x86_64 is refused; programs of the machine can make calls by both',
    ])
  })

  it('counts an ABI with rules that refuse nothing, and none that refuses something', () => {
    const both = policy({ default: 'allow', abis: ['aarch64', 'arm'] }).on(['aarch64'], (rules) =>
      rules.deny('socket'),
    )
    expect(messagesOf('abi-open', both)).toHaveLength(1)
    expect(
      messagesOf(
        'abi-open',
        both.on(['arm'], (rules) => rules.deny('reboot')),
      ),
    ).toEqual([])
  })

  it.each([
    ['without a call', policy({ default: 'allow', badArch: ALLOW }).deny('execve'), ['x86_64']],
    [
      'with another call',
      policy({ default: 'allow' }).on(['x86_64'], (rules) => rules.deny('reboot', 'execve')),
      ['x86_64', 'x86'],
    ],
  ] as const)('leaves out what a warning of resolve has said %s', (_, given, tokens) => {
    const [main, ...others] = tokens.map((token) => signedAbiTable(token))
    const abis = [main!, ...others] as const
    const { rules, warnings } = resolve(given, { abis })
    const { findings } = lint({ filter: { level: 'rules', ir: rules }, abis, warnings }, [OPEN_ABIS[0]!])
    expect(findings.map(({ name }) => name)).toContain('abi-open')
    const said = findings.map(({ instead: _, ...finding }) => finding)
    expect(said.toSorted(byName)).toEqual(warnings.toSorted(byName))
  })
})

describe('x32-open', () => {
  const X32 = 0x4000_0000
  const [EXECVE, SOCKET, EXECVE_OF_X32] = [59, 41, X32 + 520]

  it('finds the numbers of x32 in a list of refused numbers', () => {
    expect(found([...testArch, ...numbers([EXECVE], DENIED, RUNS)]).map(([name]) => name)).toEqual([
      'x32-open',
    ])
  })

  it('finds a number of x32 that was forgotten, where x32 is not examined for its own sake', () => {
    const program = [...testArch, ...numbers([EXECVE, EXECVE_OF_X32, SOCKET], DENIED, RUNS)]
    expect(found(program).map(([, message]) => message)).toEqual([
      'socket(…) of x32 runs and socket(…) of x86_64 is refused; programs of the machine can make calls by both',
    ])
    expect(found(program, ['x86_64', 'x32'])).toEqual([])
  })

  it('finds nothing in a list of allowed numbers', () => {
    expect(found([...testArch, ...numbers([60, 231], RUNS, DENIED)])).toEqual([])
  })
})

describe('a number of another ABI under the same arch', () => {
  const noIoctl = policy({ default: 'allow', abis: ['x86_64', 'x32'] }).deny('ioctl', ({ cmd }) =>
    cmd.eq(TIOCSTI),
  )
  const on = (given: Policy, major: number, minor: number): readonly string[] =>
    messagesOf('x32-open', given, { kernel: { major, minor } })

  it('of x32 without its bit makes a refused call before Linux 5.4', () => {
    expect(on(noIoctl, 5, 3)).toEqual([
      'ioctl(0, TIOCSTI, …) is refused and call 1073741840 with these arguments runs; the kernel takes both for ioctl (x86_64, x32)',
    ])
    expect(on(noIoctl, 5, 4)).toEqual([])
  })

  it('of x32 is refused where unknown numbers are', () => {
    const noExec = (more: Partial<PolicyOptions>): Policy =>
      policy({ default: 'allow', abis: ['x86_64', 'x32'], ...more }).deny('execve', 'execveat')
    expect(on(noExec({}), 5, 3)).toHaveLength(1)
    expect(on(noExec({ unknown: errno('ENOSYS') }), 5, 3)).toEqual([])
    expect(on(policy({ default: 'deny', abis: ['x86_64', 'x32'] }).allow('read'), 5, 3)).toEqual([])
  })

  it('counts with the arguments of the refused call', () => {
    const X32 = 0x4000_0000
    const ioctls = [16, 514, X32 + 16, X32 + 514]
    const [CMD, tty] = [24, 0x5412]
    const program = (tested: readonly number[]): Program => [
      load(NR),
      ...tested.map((nr, i) => insn(BPF.JEQ_K, nr, tested.length - i)),
      ret(RUNS),
      load(CMD),
      insn(BPF.JEQ_K, tty, 0, 1),
      ret(DENIED),
      ret(RUNS),
    ]
    const kernel = { major: 5, minor: 3 }
    const abis = [signedAbiTable('x86_64'), signedAbiTable('x32')] as const
    const rules = lintRules.filter(({ name }) => name === 'x32-open')
    const findings = (ir: Program): readonly Finding[] =>
      lint({ filter: { level: 'program', ir }, abis, kernel }, rules).findings
    expect(findings(program(ioctls))).toEqual([])
    expect(findings(program([16, X32 + 16, X32 + 514]))).toHaveLength(1)
  })

  it('of a call that the kernel lacks makes none', () => {
    const noNew = policy({ default: 'allow', abis: ['x86_64', 'x32'] }).deny('preadv2')
    expect(on(noNew, 4, 6)).toHaveLength(1)
    expect(on(noNew, 4, 5)).toEqual([])
  })

  it('of mips makes a refused call of a process of another ABI', () => {
    const noKill = policy({ default: 'allow', abis: ['mips64', 'mips', 'mips64n32'] }).deny('kill')
    expect(messagesOf('abi-open', noKill)).toEqual([
      'kill(…) is refused and call 4037 with these arguments runs; the kernel takes both for kill (mips64)',
      'kill(…) is refused and call 5060 with these arguments runs; the kernel takes both for kill (mips, mips64n32)',
    ])
    const allowing = policy({ default: 'deny', abis: ['mips64', 'mips', 'mips64n32'] }).allow('read')
    expect(messagesOf('abi-open', allowing)).toEqual([])
    expect(messagesOf('abi-open', policy({ default: 'allow', abis: ['riscv64'] }).deny('kill'))).toEqual([])
  })
})
