import { ALLOW, errno, KILL_PROCESS, KILL_THREAD, LOG, NOTIFY, trace, TRAP } from '@seccompile/policy'
import type { Action, ArgCondition, Policy, PolicyRule } from '@seccompile/policy'
import * as fc from 'fast-check'

const NAMES = ['read', 'write', 'open', 'openat', 'mmap', 'ioctl', 'kill', 'socket', 'socketcall', 'futex', 'execve'] // prettier-ignore

const ACTIONS: readonly Action[] = [
  ALLOW,
  KILL_PROCESS,
  KILL_THREAD,
  TRAP,
  LOG,
  NOTIFY,
  trace(),
  errno('EPERM'),
  errno(38),
  errno(0),
]

const value = fc.oneof(
  fc.constantFrom(0n, 1n, 2n, 5n, 0xffn, 0xffff_ffffn, 0x1_0000_0000n, 2n ** 63n, 2n ** 64n - 1n),
  fc.bigInt(0n, 2n ** 64n - 1n),
)
const mask = fc.constantFrom(1n, 6n, 0xffn, 0xff00n, 0xffff_ffffn, 0xffff_ffff_0000_0000n)

const condition = fc.oneof(
  fc.record({
    op: fc.constantFrom('EQ' as const, 'NE' as const, 'LT' as const, 'LE' as const, 'GT' as const, 'GE' as const), // prettier-ignore
    index: fc.nat(5),
    value,
  }),
  fc.record({ op: fc.constant('MASKED_EQ' as const), index: fc.nat(5), value: mask, valueTwo: value }),
) satisfies fc.Arbitrary<ArgCondition>

const rule: fc.Arbitrary<PolicyRule> = fc.record({
  names: fc.subarray(NAMES, { minLength: 1, maxLength: 3 }).map((names) => names.map((name) => ({ name }))),
  action: fc.constantFrom(...ACTIONS),
  args: fc.array(condition, { maxLength: 2 }),
})

/** Policies with one of `defaults`, whose calls get every verdict that minijail has words for. Few calls have rules. */
export const randomPolicy = (defaults: readonly Action[]): fc.Arbitrary<Policy> =>
  fc.record({
    defaultAction: fc.constantFrom(...defaults),
    badArch: fc.constantFrom(KILL_THREAD, KILL_THREAD, errno('EPERM'), KILL_PROCESS),
    overlaps: fc.constant('first' as const),
    rules: fc.array(rule, { maxLength: 5 }),
  })
