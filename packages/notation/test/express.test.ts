import { actionOf, AUDIT_ARCH, SECCOMP_RET, verdictName, verdictOf } from '@seccompile/abi'
import { clausesOf, express, lossText } from '@seccompile/notation'
import type { NotationRules, Vocabulary } from '@seccompile/notation'
import { arg, errno, policy, printCondition, resolve, trace } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { all, any, argument, isAlways, ruleSet } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

const FULL: Vocabulary = { hasVerdict: () => true, clauses: clausesOf }
/** A notation without conditions on arguments. */
const FLAT: Vocabulary = { ...FULL, clauses: (when) => (isAlways(when) ? [[]] : undefined) }

function expressed(made: Policy, tokens: readonly AbiToken[] = ['x86_64'], vocabulary = FULL): NotationRules {
  const abis = tokens.map(abiTable)
  return express(resolve(made, { abis }).rules, abis, vocabulary)
}

const text = ({ otherwise, calls, losses }: NotationRules): readonly string[] => [
  `* ${verdictName(otherwise)}`,
  ...calls.flatMap(({ name, answers }) =>
    answers.flatMap(({ clauses, verdict }) =>
      clauses.map((clause) => [name, ...clause.map(printCondition), verdictName(verdict)].join(' ')),
    ),
  ),
  ...losses.map((loss) => `! ${lossText(loss, 'the notation')}`),
]

const base = policy({ default: 'deny' }).allow('read', 'write')
const first = policy({ default: 'deny', overlaps: 'first' })

it('lists the calls that do not get the default', () => {
  expect(text(expressed(base))).toEqual(['* ERRNO(1)', 'read ALLOW', 'write ALLOW'])
})

it('gives each verdict of a call its own clauses, which exclude one another', () => {
  const made = first.allow('socket', arg(0).eq(1)).rule(errno(13), 'socket')
  expect(text(expressed(made))).toEqual([
    '* ERRNO(1)',
    'socket args[0] == 1 ALLOW',
    'socket args[0] != 1 ERRNO(13)',
  ])
})

it('says once what all ABIs agree on, by the widest arguments', () => {
  const made = base.allow('socket', arg(0).ne(0x28n)).allow('ioctl', arg(1).ge(2n))
  expect(text(expressed(made, ['x86', 'x86_64']))).toEqual([
    '* ERRNO(1)',
    'read ALLOW',
    'write ALLOW',
    'ioctl args[1] >= 2 ALLOW',
    'socket args[0] != 0x28 ALLOW',
  ])
})

it('names a call that differs between ABIs, and gives it the strictest of its verdicts', () => {
  const made = base.on(['x86_64'], (rules) => rules.allow('ioctl'))
  const found = expressed(made, ['x86_64', 'x86'])
  expect(text(found).filter((line) => line.includes('ioctl'))).toEqual([
    '! the notation has the same rules for a call on all ABIs, and ioctl differs between x86_64 and x86',
  ])
})

it('names a call whose conditions the notation cannot hold', () => {
  const made = base.allow('ioctl', arg(1).eq(5)).kill('ptrace', arg(0).eq(1))
  expect(text(expressed(made, ['x86_64'], FLAT))).toEqual([
    '* ERRNO(1)',
    'read ALLOW',
    'write ALLOW',
    'ptrace KILL_PROCESS',
    '! the notation cannot express the conditions on ioctl on x86_64',
    '! the notation cannot express the conditions on ptrace on x86_64',
  ])
})

it('gives a call whose verdict has no word the next stricter verdict', () => {
  const made = base.notify('mount')
  const without: Vocabulary = { ...FULL, hasVerdict: (verdict) => verdict !== SECCOMP_RET.USER_NOTIF }
  expect(text(expressed(made, ['x86_64'], without))).toEqual([
    '* ERRNO(1)',
    'read ALLOW',
    'write ALLOW',
    '! the notation has no word for USER_NOTIF, which mount gets on x86_64',
  ])
})

it('takes the verdict of unknown numbers for the default, and names numbers that differ', () => {
  const made = policy({ default: 'deny', unknown: errno(38) }).allow('read')
  const found = text(expressed(made))
  expect(found[0]).toBe('* ERRNO(38)')
  expect(found).toContain('read ALLOW')
  expect(found).toContain('write ERRNO(1)')
  expect(found).toContain(
    '! the notation has only names of calls, and number 4294967295 of x86_64, without a name, gets ERRNO(EPERM)',
  )
})

it('replaces a default without a word by a stricter one', () => {
  const made = policy({ default: trace(7) }).allow('read')
  const without: Vocabulary = { ...FULL, hasVerdict: (verdict) => actionOf(verdict) !== 'TRACE' }
  expect(text(expressed(made, ['x86_64'], without)).slice(0, 2)).toEqual(['* ERRNO(1)', 'read ALLOW'])
  expect(text(expressed(made, ['x86_64'], without))).toContain(
    '! the notation has no word for TRACE(7), which calls without a rule get',
  )
})

it('kills where it cannot hold an action that the kernel does not know, since the kernel kills', () => {
  const x86_64 = abiTable('x86_64')
  const isOne = argument(0, [{ lo: 1n, hi: 1n }])
  const rules = ruleSet({
    sections: [
      {
        arch: AUDIT_ARCH.X86_64,
        rules: [
          { numbers: [{ lo: 0, hi: 0 }], when: isOne, verdict: 0x7ffd_0001 },
          { numbers: [{ lo: 0, hi: 0 }], when: all([]), verdict: verdictOf('ERRNO', 13) },
        ],
        otherwise: verdictOf('ALLOW'),
      },
    ],
    badArch: SECCOMP_RET.KILL_PROCESS,
  })
  const hasVerdict = (verdict: number): boolean => actionOf(verdict) !== undefined
  const { calls } = express(rules, [x86_64], { ...FULL, hasVerdict })
  expect(calls.map(({ answers }) => answers)).toEqual([
    [{ clauses: [[]], verdict: SECCOMP_RET.KILL_PROCESS }],
  ])
})

it('refuses a call that it cannot hold, where none of its verdicts refuses', () => {
  const made = policy({ default: 'deny', overlaps: 'first' }).log('ioctl', arg(1).eq(1)).allow('ioctl')
  expect(text(expressed(made, ['x86_64'], FLAT))).toEqual([
    '* ERRNO(1)',
    '! the notation cannot express the conditions on ioctl on x86_64',
  ])
})

it('names conditions of which more pairs may overlap than a reader of profiles compares', () => {
  const values = Array.from({ length: 12 }, (_, i) => i)
  const is = (index: number, value: number): Predicate =>
    argument(index, [{ lo: BigInt(value), hi: BigInt(value) }])
  const points = (parity: number): Predicate =>
    any(
      values.flatMap((a) =>
        values.flatMap((b) =>
          values.filter((c) => (a + b + c) % 2 === parity).map((c) => all([is(0, a), is(1, b), is(2, c)])),
        ),
      ),
    )
  const rules = [0, 1].map((parity) => ({
    numbers: [{ lo: 16, hi: 16 }],
    when: points(parity),
    verdict: verdictOf('ERRNO', 2 + parity),
  }))
  const section = { arch: AUDIT_ARCH.X86_64, rules, otherwise: SECCOMP_RET.ALLOW }
  const made = express(ruleSet({ sections: [section], badArch: 0 }), [abiTable('x86_64')], FULL)
  expect(made.losses.map((loss) => lossText(loss, 'the notation'))).toContain(
    'the notation cannot express the conditions on ioctl on x86_64',
  )
})

it('takes numbers of one verdict for such, whatever conditions lead to it', () => {
  const numbers = [{ lo: 1000, hi: 0xffff_ffff }]
  const rules = [
    { numbers, when: argument(0, [{ lo: 1n, hi: 1n }]), verdict: SECCOMP_RET.LOG },
    { numbers, when: all([]), verdict: SECCOMP_RET.LOG },
  ]
  const section = { arch: AUDIT_ARCH.AARCH64, rules, otherwise: SECCOMP_RET.ALLOW }
  const made = express(ruleSet({ sections: [section], badArch: 0 }), [abiTable('aarch64')], FULL)
  expect(made.otherwise).toBe(SECCOMP_RET.LOG)
})

it('sees that a mask leaves no value that a condition asks for', () => {
  const when = argument(0, [{ lo: 0x1_0000_0001n, hi: 0x1_0000_0001n }], 1n << 63n)
  const rules = [{ numbers: [{ lo: 1000, hi: 1000 }], when, verdict: SECCOMP_RET.LOG }]
  const section = { arch: AUDIT_ARCH.AARCH64, rules, otherwise: SECCOMP_RET.ALLOW }
  const made = express(ruleSet({ sections: [section], badArch: 0 }), [abiTable('aarch64')], FULL)
  expect(made.losses).toEqual([])
})
