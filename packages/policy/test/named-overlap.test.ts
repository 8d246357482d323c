/*
 * Rules that overlap, against a table of every call that matters: two small arguments, which the test compares itself.
 * Where two rules with different actions both hold for a call, the policy is refused, and where none is such, it is not.
 */
import { seccompData } from '@seccompile/abi'
import { all, any, errno, KILL_PROCESS, not, policy, resolve } from '@seccompile/policy'
import type { Argument, Condition, PolicyBuilder } from '@seccompile/policy'
import { meaning } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

type Args = Readonly<Record<'domain' | 'kind', Argument<string>>>
/** A condition, and the same as a function of two numbers. */
type Both = readonly [condition: (args: Args) => Condition, holds: (domain: number, kind: number) => boolean]

const ATOMS: readonly Both[] = [
  [({ domain }) => domain.eq(1), (domain) => domain === 1],
  [({ domain }) => domain.in(1, 2, -1), (domain) => [1, 2, -1].includes(domain)],
  [({ domain }) => domain.lt(0), (domain) => domain < 0],
  [({ kind }) => kind.hasAny(1, 4), (_, kind) => (kind & 5) !== 0],
  [({ kind }) => kind.masked(6).eq(2), (_, kind) => (kind & 6) === 2],
  [({ kind }) => kind.hasNone(8), (_, kind) => (kind & 8) === 0],
  [({ kind }) => kind.hasOnly(1, 8), (_, kind) => (kind & ~9) === 0],
]

const JOINED: readonly Both[] = ATOMS.flatMap(([a, isA], i): Both[] => {
  const [b, isB] = ATOMS[(i + 2) % ATOMS.length]!
  const [c, isC] = ATOMS[(i + 3) % ATOMS.length]!
  return [
    [a, isA],
    [(args) => all(a(args), b(args)), (...call) => isA(...call) && isB(...call)],
    [
      (args) => all(any(a(args), b(args)), not(c(args))),
      (...call) => (isA(...call) || isB(...call)) && !isC(...call),
    ],
    [
      (args) => not(any(a(args), all(b(args), c(args)))),
      (...call) => !(isA(...call) || (isB(...call) && isC(...call))),
    ],
  ]
})

const DOMAINS = [-2, -1, 0, 1, 2, 3, 0x7fff_ffff, -0x8000_0000]
const KINDS = Array.from({ length: 16 }, (_, i) => i)
const CALLS = DOMAINS.flatMap((domain) => KINDS.map((kind): readonly [number, number] => [domain, kind]))
const [EPERM, KILL, ALLOWED] = [0x0005_0001, 0x8000_0000, 0x7fff_0000]

function verdicts(what: PolicyBuilder, token: AbiToken): readonly number[] {
  const abi = signedAbiTable(token)
  const { rules } = resolve(what, { abis: [abi] })
  const nr = numberOf(abi, 'socket')!
  return CALLS.map(([domain, kind]) =>
    // What stands above the 32 bits of an int is no part of it.
    meaning(
      rules,
      seccompData({
        nr,
        arch: abi.auditArch,
        args: [BigInt.asUintN(64, BigInt(domain)), 0x1_0000_0000n | BigInt(kind)],
      }),
    ),
  )
}

/** The two rules. An argument is taken where the condition asks for it: one that is taken has to be tested. */
function written(base: PolicyBuilder, [one]: Both, [other]: Both): PolicyBuilder {
  const named = (args: Readonly<Record<string, Argument<string>>>): Args => ({
    get domain() {
      return args['family']!
    },
    get kind() {
      return args['type']!
    },
  })
  return base
    .deny('socket', (args) => one(named(args)), errno(1))
    .rule(KILL_PROCESS, 'socket', (args) => other(named(args)))
}

describe.each(['x86_64', 'mips'] as const)('two rules by name for one call on %s', (token) => {
  it.each(JOINED.map((each, i) => [i, each] as const))(
    'are refused where both hold: condition %i',
    (_, one) => {
      for (const other of JOINED) {
        const both = CALLS.some((call) => one[1](...call) && other[1](...call))
        const what = written(policy({ default: 'allow' }), one, other)
        if (both)
          expect(() => verdicts(what, token)).toThrow(
            /"socket" gets KILL_PROCESS from rule 2 and ERRNO\(EPERM\) from rule 1/,
          )
        else
          expect(verdicts(what, token)).toEqual(
            CALLS.map((call) => (one[1](...call) ? EPERM : other[1](...call) ? KILL : ALLOWED)),
          )
      }
    },
  )

  it.each(JOINED.map((each, i) => [i, each] as const))(
    'are decided by the first, on demand: condition %i',
    (_, one) => {
      for (const other of JOINED)
        expect(verdicts(written(policy({ default: 'allow', overlaps: 'first' }), one, other), token)).toEqual(
          CALLS.map((call) => (one[1](...call) ? EPERM : other[1](...call) ? KILL : ALLOWED)),
        )
    },
  )
})
