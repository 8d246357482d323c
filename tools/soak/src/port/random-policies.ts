/* Random policies for `port`: presets, Docker's profile, and lists of rules with conditions by index and by name. */
import { callsOfFunctions, LIBCS } from '@seccompile/libc-calls'
import { errno, KILL_PROCESS, ALLOW } from '@seccompile/policy'
import type {
  Action,
  ArgCondition,
  ArgIndex,
  Condition,
  NamedOperator,
  Policy,
  PolicyRule,
} from '@seccompile/policy'
import { PRESETS } from '@seccompile/presets'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { signatureOf, signedAbiTable } from '@seccompile/signatures'
import type { AbiToken, CallArgument } from '@seccompile/syscalls'
import type { RandomDraws } from '../inputs/random.ts'
import { randomValue, registerOf } from './programs.ts'

/** A policy, and where it is from. */
export interface NamedPolicy {
  readonly name: string
  readonly policy: Policy
}

const COMPARISONS = ['EQ', 'NE', 'LT', 'LE', 'GT', 'GE'] as const
const OPERATORS: readonly NamedOperator[] = ['eq', 'ne', 'hasNone', 'hasAny']

/** Calls whose arguments have constants, and differ between ABIs. */
const CONDITIONAL =
  'open openat openat2 clone clone3 ioctl mmap mmap2 socket socketpair prctl fcntl fcntl64 accept4 pipe2 dup3 eventfd2 madvise mprotect mremap unlinkat newfstatat faccessat ptrace personality futex kill setsockopt getsockopt mlock2 mlockall epoll_create1 signalfd4 timerfd_create inotify_init1 fadvise64 getrlimit setrlimit prlimit64 rt_sigprocmask poll read sendto recvfrom lseek'.split(
    ' ',
  )

function conditionByIndex(
  random: RandomDraws,
  argument: CallArgument,
  from: AbiToken,
  tokens: readonly AbiToken[],
): ArgCondition {
  const index = argument.index as ArgIndex
  const value = registerOf(randomValue(random, argument, tokens), from, argument.width) ?? 0n
  if (random.below(3) === 0 && value !== 0n)
    return { op: 'MASKED_EQ', index, value, valueTwo: random.below(2) === 0 ? 0n : value }
  return { op: random.oneOf(random.below(2) === 0 ? ['EQ', 'NE'] : COMPARISONS), index, value }
}

function conditionByName(
  random: RandomDraws,
  argument: CallArgument,
  tokens: readonly AbiToken[],
): Condition | undefined {
  const { constants } = randomValue(random, argument, tokens)
  const [first] = constants
  if (first === undefined) return undefined
  const op = random.oneOf(OPERATORS)
  return {
    kind: 'argument',
    argument: argument.name,
    op,
    values: op === 'eq' || op === 'ne' ? [first] : constants,
  }
}

function withCondition(
  random: RandomDraws,
  name: string,
  action: Action,
  from: AbiToken,
  tokens: readonly AbiToken[],
): PolicyRule {
  const rule = { names: [{ name }], action, args: [] }
  const args = (signatureOf(signedAbiTable(from), name)?.args ?? []).filter(({ pointer }) => !pointer)
  if (args.length === 0) return rule
  const argument = random.oneOf(args)
  if (random.below(2) === 0) {
    const when = conditionByName(random, argument, tokens)
    if (when !== undefined) return { ...rule, when }
  }
  return { ...rule, args: [conditionByIndex(random, argument, from, tokens)] }
}

/** The names of the calls of some random functions on the ABI. */
function callsOfSome(random: RandomDraws, from: AbiToken, count: number): readonly string[] {
  const functions = LIBCS.flatMap((libc) => callsOfFunctions(libc, from)).filter(
    ({ lists }) => lists.length > 0,
  )
  if (functions.length === 0) return []
  const names = new Set<string>()
  for (let i = 0; i < count; i += 1)
    for (const { name, instead } of random.oneOf(random.oneOf(functions).lists)) {
      names.add(name)
      for (const other of instead) if (random.below(2) === 0) names.add(other.name)
    }
  return [...names]
}

/** A random policy for programs of `from`, with conditions that can be written for all of `tokens`. */
export function randomPolicy(random: RandomDraws, from: AbiToken, tokens: readonly AbiToken[]): NamedPolicy {
  const kind = random.below(20)
  if (kind === 0) return { name: "Docker's profile", policy: dockerProfile }
  if (kind === 1) {
    const { name, policy } = random.oneOf(PRESETS)
    return { name: `preset ${name}`, policy }
  }
  const has = (name: string): boolean => signedAbiTable(from).numbers.has(name)
  const refusal = random.oneOf([errno('EPERM'), errno('ENOSYS'), KILL_PROCESS])
  const isDenyList = random.below(2) === 0
  const plain = callsOfSome(random, from, 1 + random.below(isDenyList ? 3 : 12))
  const conditional = Array.from({ length: random.below(4) }, () => random.oneOf(CONDITIONAL)).filter(has)
  const isTested = new Set(conditional)
  const action = isDenyList ? refusal : ALLOW
  const rules: readonly PolicyRule[] = [
    ...plain.filter((name) => !isTested.has(name)).map((name) => ({ names: [{ name }], action, args: [] })),
    ...[...isTested].map((name) => withCondition(random, name, action, from, tokens)),
  ]
  return {
    name: isDenyList ? 'deny-list' : 'allow-list',
    policy: { defaultAction: isDenyList ? ALLOW : refusal, rules },
  }
}
