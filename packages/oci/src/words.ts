/* The words of a profile, and their values in a policy. */
import type { ActionName } from '@seccompile/abi'
import { abiByName, abis } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { parseCapability, CAPABILITIES, PolicyError } from '@seccompile/policy'
import { quote } from '@seccompile/shape'
import type { Capability, Comparison, Source } from '@seccompile/policy'
import { unknownWord } from './read.ts'

/** Actions by their name in a profile. @see opencontainers/runtime-spec config-linux.md, Seccomp */
const ACTIONS: ReadonlyMap<string, ActionName> = new Map([
  ['SCMP_ACT_KILL', 'KILL_THREAD'],
  ['SCMP_ACT_KILL_PROCESS', 'KILL_PROCESS'],
  ['SCMP_ACT_KILL_THREAD', 'KILL_THREAD'],
  ['SCMP_ACT_TRAP', 'TRAP'],
  ['SCMP_ACT_ERRNO', 'ERRNO'],
  ['SCMP_ACT_TRACE', 'TRACE'],
  ['SCMP_ACT_ALLOW', 'ALLOW'],
  ['SCMP_ACT_LOG', 'LOG'],
  ['SCMP_ACT_NOTIFY', 'USER_NOTIF'],
] as const)

/** The name of an action in a profile. */
export function wordOfAction(action: ActionName): string {
  const [word] = [...ACTIONS].findLast(([, each]) => each === action)! // every action has a word
  return word
}

/** Operators by their name in a profile. */
const OPERATORS: ReadonlyMap<string, Comparison | 'MASKED_EQ'> = new Map([
  ['SCMP_CMP_NE', 'NE'],
  ['SCMP_CMP_LT', 'LT'],
  ['SCMP_CMP_LE', 'LE'],
  ['SCMP_CMP_EQ', 'EQ'],
  ['SCMP_CMP_GE', 'GE'],
  ['SCMP_CMP_GT', 'GT'],
  ['SCMP_CMP_MASKED_EQ', 'MASKED_EQ'],
] as const)

/** Flags of seccomp(2) by their name in a profile. @see include/uapi/linux/seccomp.h */
const FLAGS = [
  'SECCOMP_FILTER_FLAG_TSYNC',
  'SECCOMP_FILTER_FLAG_LOG',
  'SECCOMP_FILTER_FLAG_SPEC_ALLOW',
  'SECCOMP_FILTER_FLAG_NEW_LISTENER',
  'SECCOMP_FILTER_FLAG_TSYNC_ESRCH',
  'SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV',
] as const

/**
 * The action that `word` names.
 * @throws PolicyError E_NAME
 */
export function actionWord(word: string, source: Source): ActionName {
  const action = ACTIONS.get(word)
  if (action === undefined) throw unknownWord('action', word, [...ACTIONS.keys()], source)
  return action
}

/**
 * The operator that `word` names.
 * @throws PolicyError E_NAME
 */
export function operatorWord(word: string, source: Source): Comparison | 'MASKED_EQ' {
  const operator = OPERATORS.get(word)
  if (operator === undefined) throw unknownWord('operator', word, [...OPERATORS.keys()], source)
  return operator
}

/** The name of an operator in a profile. */
export function wordOfOperator(operator: Comparison | 'MASKED_EQ'): string {
  return `SCMP_CMP_${operator}`
}

/**
 * `word`, a flag of seccomp(2).
 * @throws PolicyError E_NAME
 */
export function flagWord(word: string, source: Source): string {
  if (!FLAGS.some((flag) => flag === word)) throw unknownWord('flag', word, FLAGS, source)
  return word
}

/**
 * The ABI that `word`, a `SCMP_ARCH_*`, names.
 * @throws PolicyError E_NAME
 */
export function archWord(word: string, source: Source): AbiToken {
  const abi = abiByName(word)
  if (abi?.scmpName === word) return abi.token
  const known = abis.map(({ scmpName }) => scmpName)
  if (abi === undefined) throw unknownWord('architecture', word, known, source)
  const hint = `did you mean ${quote(abi.scmpName)}?`
  throw new PolicyError('E_NAME', `unknown architecture ${quote(word)}; ${hint}`, source)
}

/**
 * `word`, an architecture by the name that containers use.
 * @throws PolicyError E_NAME
 */
export function goArchWord(word: string, source: Source): string {
  const abi = abiByName(word)
  if (abi?.goArch === word) return word
  const known = abis.map(({ goArch }) => goArch)
  if (abi === undefined) throw unknownWord('architecture', word, known, source)
  const hint = `did you mean ${quote(abi.goArch)}?`
  throw new PolicyError('E_NAME', `unknown architecture ${quote(word)}; ${hint}`, source)
}

/**
 * The capability that `word`, a `CAP_*`, names.
 * @throws PolicyError E_NAME
 */
export function capabilityWord(word: string, source: Source): Capability {
  const capability = parseCapability(word)
  if (capability === word) return capability
  if (capability === undefined) throw unknownWord('capability', word, CAPABILITIES, source)
  const hint = `did you mean ${quote(capability)}?`
  throw new PolicyError('E_NAME', `unknown capability ${quote(word)}; ${hint}`, source)
}
