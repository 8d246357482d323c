/*
 * Random policies: some of the part that a notation can hold, some of any kind.
 *
 * Most notations cannot hold every policy. For each notation a part is given here in which nothing may be lost: the ABIs,
 * the actions and the conditions that the notation has words for. Beside it every notation is given policies of any kind.
 */
import { ALLOW, errno, KILL_PROCESS, KILL_THREAD, LOG, NOTIFY, trace, TRAP } from '@seccompile/policy'
import type { Action, ArgCondition, ArgIndex, Policy, PolicyRule } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'
import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'

/** A policy, and the ABIs that it is for, the main one first. */
export interface PolicyCase {
  readonly policy: Policy
  readonly abis: readonly AbiToken[]
}

/** Calls of all ABIs, calls that some ABIs lack, multiplexers, and calls that multiplexers do. */
const NAMES = [
  'read', 'write', 'open', 'openat', 'close', 'mmap', 'mmap2', 'ioctl', 'kill', 'futex', 'execve', 'clone', 'prctl',
  'exit_group', 'rt_sigreturn', 'restart_syscall', 'getpid', 'arch_prctl', 'statx', '_llseek', 'pread64', 'vfork',
  'socketcall', 'socket', 'connect', 'accept4', 'ipc', 'semop', 'shmat',
] // prettier-ignore

/** Calls that are neither multiplexers nor done by one, and that a notation may refuse. */
const PLAIN_NAMES = [
  'read', 'open', 'openat', 'close', 'mmap', 'ioctl', 'kill', 'futex', 'execve', 'clone', 'prctl', 'exit_group',
  'rt_sigreturn', 'getpid', 'statx', 'pread64',
] // prettier-ignore

const ACTIONS: readonly Action[] = [
  ALLOW,
  ALLOW,
  LOG,
  NOTIFY,
  trace(),
  trace(7),
  errno('EPERM'),
  errno(38),
  errno(0),
  errno(4095),
  TRAP,
  KILL_THREAD,
  KILL_PROCESS,
]

const TARGETS: readonly (readonly AbiToken[])[] = [
  ['x86_64'],
  ['x86'],
  ['x86_64', 'x86', 'x32'],
  ['x86_64', 'x32'],
  ['x86_64', 'aarch64'],
  ['aarch64', 'arm'],
  ['riscv64'],
  ['s390x', 's390'],
  ['mips64', 'mips', 'mips64n32'],
  ['ppc64le'],
]

const INDEXES = fc.constantFrom<ArgIndex[]>(0, 1, 2, 5)

/** Values whose conditions have few clauses in every notation, negated too. */
const FEW = fc.constantFrom(0n, 1n, 2n, 5n, 7n, 0xffn)
const ANY_VALUE = fc.oneof(
  FEW,
  fc.constantFrom(0xffff_ffffn, 0x1_0000_0000n, 0x1_0000_0001n, 2n ** 63n, 2n ** 64n - 2n, 2n ** 64n - 1n),
  fc.bigInt(0n, 2n ** 64n - 1n),
)
const FEW_MASKS = fc.constantFrom(1n, 6n, 0x50n)
const ANY_MASK = fc.oneof(
  fc.constantFrom(1n, 6n, 0xffn, 0xff00n, 0xffff_ffffn, 0xffff_ffff_0000_0000n),
  ANY_VALUE,
)

const COMPARISONS = ['EQ', 'NE', 'LT', 'LE', 'GT', 'GE'] as const

const conditionOf = (value: Arbitrary<bigint>, mask: Arbitrary<bigint>): Arbitrary<ArgCondition> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ op: fc.constantFrom(...COMPARISONS), index: INDEXES, value }) },
    {
      weight: 1,
      arbitrary: fc.record({
        op: fc.constant('MASKED_EQ' as const),
        index: INDEXES,
        value: mask,
        valueTwo: value,
      }),
    },
  )

const NO_CONDITIONS = fc.constant<readonly ArgCondition[]>([])
const FEW_CONDITIONS = fc.oneof(
  NO_CONDITIONS,
  fc.array(conditionOf(FEW, FEW_MASKS), { minLength: 1, maxLength: 2 }),
)
const ANY_CONDITIONS = fc.array(conditionOf(ANY_VALUE, ANY_MASK), { maxLength: 3 })

/** Rules of several calls each, of which the first that holds decides. */
function rulesOf(
  names: readonly string[],
  actions: Arbitrary<Action>,
  args: Arbitrary<readonly ArgCondition[]>,
): Arbitrary<readonly PolicyRule[]> {
  const rule = fc.record({
    names: fc
      .subarray([...names], { minLength: 1, maxLength: 3 })
      .map((some) => some.map((name) => ({ name }))),
    action: actions,
    args,
  })
  return fc.array(rule, { maxLength: 6 })
}

const caseOf = (
  abis: readonly (readonly AbiToken[])[],
  defaultAction: Arbitrary<Action>,
  badArch: Arbitrary<Action>,
  rules: Arbitrary<readonly PolicyRule[]>,
): Arbitrary<PolicyCase> =>
  fc.record({
    policy: fc.record({ defaultAction, badArch, rules, overlaps: fc.constant('first' as const) }),
    abis: fc.constantFrom(...abis),
  })

const any = (...actions: readonly Action[]): Arbitrary<Action> => fc.constantFrom(...actions)

/** Policies of any kind. */
export const anyCase: Arbitrary<PolicyCase> = caseOf(
  TARGETS,
  any(...ACTIONS),
  any(KILL_THREAD, KILL_THREAD, KILL_PROCESS, errno('EPERM'), ALLOW),
  rulesOf(NAMES, any(...ACTIONS), ANY_CONDITIONS),
)

/** ABIs of one word size, for which a condition on a call is one thing. */
const ONE_SIZE: readonly (readonly AbiToken[])[] = [
  ['x86_64'],
  ['x86'],
  ['aarch64'],
  ['riscv64'],
  ['s390x'],
  ['arm'],
  ['ppc64le'],
]

const WIDE: readonly (readonly AbiToken[])[] = [['aarch64'], ['riscv64'], ['s390x'], ['ppc64le']]
const COMPILED: readonly (readonly AbiToken[])[] = [['aarch64'], ['riscv64']]

/** Rules without conditions, and ABIs of more than one word size. */
const flat = (defaults: readonly Action[], actions: readonly Action[]): Arbitrary<PolicyCase> =>
  caseOf(TARGETS, any(...defaults), any(KILL_THREAD), rulesOf(PLAIN_NAMES, any(...actions), NO_CONDITIONS))

/**
 * A listener needs `write`, so that runc refuses a profile which leaves `write` to it. runc makes rules for multiplexers of the
 * rules for other calls.
 */
const NAMES_IN_PROFILES = [...PLAIN_NAMES, 'mmap2', 'restart_syscall', 'arch_prctl', '_llseek', 'vfork']
const PROFILE_DEFAULTS = ACTIONS.filter(({ action }) => action !== 'USER_NOTIF')

const withConditions = (defaults: readonly Action[], actions: readonly Action[]): Arbitrary<PolicyCase> =>
  caseOf(
    ONE_SIZE,
    any(...defaults),
    any(KILL_THREAD),
    rulesOf(NAMES_IN_PROFILES, any(...actions), FEW_CONDITIONS),
  )

/**
 * Several rules of a call may take more rules than a profile is written with, and masks with bit 63, which a resource of Kubernetes
 * has no numbers for: a rule a call takes neither.
 */
const oneRuleACall = (rules: readonly PolicyRule[]): readonly PolicyRule[] =>
  rules
    .map((rule, i) => ({
      ...rule,
      names: rule.names.filter(
        ({ name }) => !rules.slice(0, i).some(({ names }) => names.some((earlier) => earlier.name === name)),
      ),
      args: rule.args.filter(({ index }, at) => rule.args.findIndex((other) => other.index === index) === at),
    }))
    .filter(({ names }) => names.length > 0)
/** Policies with conditions, a rule a call. */
const oneByOne = (defaults: readonly Action[], actions: readonly Action[]): Arbitrary<PolicyCase> =>
  withConditions(defaults, actions).map(({ policy, abis }) => ({
    abis,
    policy: { ...policy, rules: oneRuleACall(policy.rules) },
  }))

const oci = fc.oneof(flat(PROFILE_DEFAULTS, ACTIONS), oneByOne(PROFILE_DEFAULTS, ACTIONS))

/** A resource of Kubernetes has no errno of a default, and no data of 0. */
const SPO_DEFAULTS = [ALLOW, LOG, errno('EPERM'), TRAP, KILL_THREAD, KILL_PROCESS]
const SPO_ACTIONS = [...SPO_DEFAULTS, NOTIFY, errno(38), errno(4095), trace(7)]
const spo = fc.oneof(flat(SPO_DEFAULTS, SPO_ACTIONS), oneByOne(SPO_DEFAULTS, SPO_ACTIONS))

/** A file of seccompiler has two actions. Calls of x32 get the default, so that there it has to be that of other ABIs. */
const seccompiler = fc
  .uniqueArray(fc.constantFrom(...ACTIONS), {
    minLength: 2,
    maxLength: 2,
    selector: ({ action, data }) => `${action} ${data}`,
  })
  .chain(([first, second]) =>
    fc.oneof(
      caseOf(COMPILED, any(first!), any(KILL_PROCESS), rulesOf(NAMES, any(first!, second!), FEW_CONDITIONS)),
      caseOf(
        [['x86_64']],
        any(KILL_PROCESS),
        any(KILL_PROCESS),
        rulesOf(NAMES, any(KILL_PROCESS, second!), FEW_CONDITIONS),
      ),
    ),
  )

/** A file of Firecracker has two actions, and one rule for a call with conditions: libseccomp takes few forms of several. */
const firecracker = fc
  .uniqueArray(fc.constantFrom(...ACTIONS.filter(({ action }) => action !== 'USER_NOTIF')), {
    minLength: 2,
    maxLength: 2,
    selector: ({ action, data }) => `${action} ${data}`,
  })
  .chain(([first, second]) =>
    caseOf(
      [['x86_64'], ['aarch64']],
      any(first!),
      any(KILL_THREAD),
      rulesOf(NAMES, any(first!, second!), FEW_CONDITIONS),
    ),
  )
  .map(({ policy, abis }) => ({ abis, policy: { ...policy, rules: oneRuleACall(policy.rules) } }))

/** Targets of a machine with an ABI more: where all are listed, systemd refuses no other architecture. */
const WITH_OTHERS: readonly (readonly AbiToken[])[] = [
  ['x86_64'],
  ['x86_64', 'x86'],
  ['aarch64'],
  ['s390x'],
  ['mips64'],
]

/** A unit has no conditions, and under it `write` runs. */
const REFUSED_BY_SYSTEMD = [errno('EPERM'), errno(38), errno(4094), KILL_PROCESS]
const WRITE: PolicyRule = { names: [{ name: 'write' }], action: ALLOW, args: [] }
const systemd = caseOf(
  WITH_OTHERS,
  any(ALLOW, LOG, ...REFUSED_BY_SYSTEMD),
  any(KILL_THREAD),
  rulesOf(PLAIN_NAMES, any(ALLOW, ALLOW, LOG, errno(0), ...REFUSED_BY_SYSTEMD), NO_CONDITIONS),
).map(({ policy, abis }) => ({ abis, policy: { ...policy, rules: [WRITE, ...policy.rules] } }))

const MINIJAIL_ACTIONS = ACTIONS.filter(({ action, data }) => action !== 'TRACE' || data === 0)
const minijailRules = rulesOf(NAMES, any(...MINIJAIL_ACTIONS), FEW_CONDITIONS)
/** Calls of x32 get the default of a text for x86_64, so that there it has to be that of other ABIs. */
const minijail = fc.oneof(
  caseOf(WIDE, any(KILL_THREAD, KILL_PROCESS, TRAP, NOTIFY), any(KILL_THREAD), minijailRules),
  caseOf([['x86_64']], any(KILL_THREAD), any(KILL_THREAD), minijailRules),
  caseOf(
    WIDE,
    any(ALLOW),
    any(errno('EPERM')),
    rulesOf(NAMES, any(ALLOW, errno('EPERM'), errno(38)), FEW_CONDITIONS),
  ),
)

/** A line for the C compiler has one action beside `allow`, and the default kills: a call is allowed or killed by conditions. */
const minijailC = fc
  .tuple(
    fc.constantFrom(...WIDE, ['x86_64' as const]),
    rulesOf(NAMES, any(ALLOW, KILL_THREAD), FEW_CONDITIONS),
    rulesOf(['sync', 'chdir', 'umask'], any(ALLOW, errno('EPERM'), errno(38)), NO_CONDITIONS),
  )
  .map(([abis, ...lists]) => ({
    abis,
    policy: {
      defaultAction: KILL_THREAD,
      badArch: KILL_THREAD,
      overlaps: 'first' as const,
      rules: lists.flat(),
    },
  }))

/** For each notation of policies, policies of which it can hold everything. */
export const HELD_CASES: Readonly<Record<string, Arbitrary<PolicyCase>>> = {
  oci,
  spo,
  seccompiler,
  firecracker,
  systemd,
  minijail,
  'minijail-c': minijailC,
}
