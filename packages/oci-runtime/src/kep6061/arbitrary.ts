/* Random profiles to merge, and a check of every merge; needs fast-check. */
import { SECCOMP_RET, strengthOf } from '@seccompile/abi'
import { parseProfile } from '@seccompile/oci'
import { jsonText } from '@seccompile/oci/reading'
import type { Profile } from '@seccompile/oci'
import { meaning, ruleSet, witnesses } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import type { AbiToken } from '@seccompile/syscalls'
import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { judgeMerge } from './judge.ts'
import type { OverDenial } from './judge.ts'
import { mergeProfiles } from './merge.ts'
import type { MergeOptions } from './merge.ts'

const NAMES = ['read', 'socket', 'bind', 'socketcall', 'ioctl', 'semget', 'ipc']

const ACTIONS = fc.constantFrom(
  { action: 'SCMP_ACT_ALLOW' },
  { action: 'SCMP_ACT_ALLOW' },
  { action: 'SCMP_ACT_LOG' },
  { action: 'SCMP_ACT_TRACE', errnoRet: 7 },
  { action: 'SCMP_ACT_ERRNO' },
  { action: 'SCMP_ACT_ERRNO', errnoRet: 38 },
  { action: 'SCMP_ACT_TRAP' },
  { action: 'SCMP_ACT_KILL' },
  { action: 'SCMP_ACT_KILL_PROCESS' },
)

const VALUES = fc.constantFrom(0n, 1n, 2n, 3n, 4n, 7n, 0xffff_ffffn, 0x1_0000_0001n, 0xffff_ffff_ffff_ffffn)
const INDEXES = fc.constantFrom(0, 0, 1, 2)
const OPERATORS = fc.constantFrom('EQ', 'EQ', 'NE', 'LT', 'LE', 'GT', 'GE', 'MASKED_EQ')

const ARG = fc
  .tuple(INDEXES, OPERATORS, VALUES, VALUES)
  .map(([index, op, value, valueTwo]) =>
    op === 'MASKED_EQ'
      ? { index, op: `SCMP_CMP_${op}`, value, valueTwo }
      : { index, op: `SCMP_CMP_${op}`, value },
  )

/** The conditions of an entry: usually none or one. */
const ARGS = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 5, arbitrary: fc.tuple(ARG) },
  { weight: 2, arbitrary: fc.array(ARG, { minLength: 2, maxLength: 3 }) },
)

/**
 * Entries of one call. Either all have one action, so that libseccomp has an answer however they overlap, or each has
 * any action.
 */
const ENTRIES = fc
  .tuple(
    fc.constantFrom(...NAMES),
    ACTIONS,
    fc.array(ARGS, { minLength: 1, maxLength: 3 }),
    fc.option(ACTIONS),
  )
  .map(([name, action, list, other]) =>
    list.map((args, i) => ({ names: [name], ...(i === 0 && other !== null ? other : action), args })),
  )

const DEFAULTS = fc.constantFrom(
  { defaultAction: 'SCMP_ACT_ERRNO' },
  { defaultAction: 'SCMP_ACT_ERRNO', defaultErrnoRet: 38 },
  { defaultAction: 'SCMP_ACT_ALLOW' },
  { defaultAction: 'SCMP_ACT_LOG' },
  { defaultAction: 'SCMP_ACT_KILL_PROCESS' },
)

/** Nodes, each with lists of architectures for its profiles. Most of the nodes have multiplexers. */
const NODES: readonly (readonly [native: AbiToken, architectures: readonly (readonly string[])[]])[] = [
  ['x86_64', [[], ['SCMP_ARCH_X86_64'], ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'], ['SCMP_ARCH_X86']]],
  ['x86', [[], ['SCMP_ARCH_X86', 'SCMP_ARCH_X86_64']]],
  ['s390x', [[], ['SCMP_ARCH_S390X', 'SCMP_ARCH_S390']]],
  ['ppc64le', [[], ['SCMP_ARCH_PPC64LE']]],
]

const profileFor = (lists: readonly (readonly string[])[]): Arbitrary<string> =>
  fc
    .tuple(
      DEFAULTS,
      fc.constantFrom(...lists),
      fc.uniqueArray(ENTRIES, { maxLength: 4, selector: ([entry]) => entry?.names[0] }),
    )
    .map(([otherwise, architectures, calls]) =>
      jsonText({ ...otherwise, architectures, syscalls: calls.flat() }),
    )

/** A merge to try. */
export interface MergeCase {
  /** The texts of two or three profiles. */
  readonly texts: readonly string[]
  readonly options: MergeOptions
}

/** Random merges, more than half of them for x86_64. */
export function arbitraryMerge(): Arbitrary<MergeCase> {
  const [x86_64, ...others] = NODES
  return fc
    .tuple(fc.constantFrom(x86_64!, x86_64!, x86_64!, ...others), fc.constantFrom('defer', 'native'))
    .chain(([[native, lists], emptyArchitectures]) =>
      fc
        .array(profileFor(lists), { minLength: 2, maxLength: 3 })
        .map((texts) => ({ texts, options: { native, emptyArchitectures } })),
    )
}

const { ALLOW, KILL_PROCESS } = SECCOMP_RET

/** Rules that kill exactly the calls of `denied`. */
function rulesOf(denied: readonly OverDenial[], arches: readonly number[]): RuleSet {
  const sections = arches.map((arch) => ({
    arch,
    rules: denied
      .filter((each) => each.arches.some(({ lo, hi }) => arch >= lo && arch <= hi))
      .map(({ numbers, when }) => ({ numbers, when, verdict: KILL_PROCESS })),
    otherwise: ALLOW,
  }))
  return ruleSet({ sections, badArch: ALLOW })
}

/** The first fault of the judged merge; `undefined` where there is none. */
function fault(profiles: readonly Profile[], options: MergeOptions): string | undefined {
  const merge = mergeProfiles(profiles, options)
  const { inclusions, exact, overDenied } = judgeMerge(profiles, merge, options)
  const weaker = inclusions.findIndex(({ kind }) => kind === 'weaker')
  if (weaker !== -1) return `the result is no subset of input ${weaker}`
  if (exact.kind !== 'rules' || overDenied.kind !== 'changes') return undefined // undecided: a diagram reached its bound, which is no fault
  const result = judgeMerge([parseProfile(merge.text, { file: 'merge' })], merge, options).exact
  if (result.kind !== 'rules') return undefined
  const told = rulesOf(
    overDenied.changes,
    exact.rules.sections.map(({ arch }) => arch),
  )
  for (const call of [...witnesses(exact.rules), ...witnesses(result.rules)]) {
    const isDenied = strengthOf(meaning(result.rules, call)) < strengthOf(meaning(exact.rules, call))
    if (isDenied !== (meaning(told, call) === KILL_PROCESS))
      return `call ${call.nr} of ${call.arch} is told wrongly`
  }
  const untrue = overDenied.changes.find(({ call, from }) => meaning(exact.rules, call) !== from)
  return untrue === undefined ? undefined : `the call shown for number ${untrue.call.nr} is none`
}

/**
 * Checks a merge of profiles. The result is a subset of each, and the merge lists exactly the calls that it denies
 * beyond the exact merge, as far as the witnesses of both show.
 * @returns whether the check could run: for some profiles libseccomp has no answer
 * @throws Error that describes the fault
 */
export function checkMerge({ texts, options }: MergeCase): boolean {
  const profiles = texts.map((text, i) => parseProfile(text, { file: `${i}.json` }))
  let found: string | undefined
  try {
    found = fault(profiles, options)
  } catch (error) {
    const { name, code } = error as { readonly name?: string; readonly code?: string }
    if (name === 'PolicyError' && (code === 'E_CONFLICT' || code === 'E_LIMIT')) return false
    throw error
  }
  if (found === undefined) return true
  throw new Error(`${JSON.stringify(options)}: ${found}\n${texts.join('\n')}`)
}
