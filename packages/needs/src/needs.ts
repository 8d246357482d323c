/*
 * The policy of recordings.
 *
 * The calls that were seen are allowed, under the arguments that select what they do. The calls without which no program
 * lives, those of a base, and those that would be made in place of others, are added. All else gets the rest. No recording
 * is complete, so the answer also says what the recordings leave unknown.
 */
import { examine } from '@seccompile/lint'
import { DENIED, errno, KILL_PROCESS, LOG, resolve } from '@seccompile/policy'
import type { Action, Policy, SourceComments } from '@seccompile/policy'
import { libcFallbacks } from '@seccompile/lint/tables'
import { expectObject, oneOf, optional, read, record, whole } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { printableLine, wrappedText } from '@seccompile/text-layout'
import { isWhole, livingCalls } from './allowances.ts'
import type { Allowance, Base } from './allowances.ts'
import { conditionOf } from './condition-of.ts'
import { estimateUnseen } from './estimate.ts'
import { aloneCalls, notKnownLines, siblingsOf } from './not-known.ts'
import type { NameOfCall, NotKnown } from './not-known.ts'
import { scenariosOf, seenAbis } from './recorded.ts'
import type { NamedRecording } from './recorded.ts'
import { grouped, seenCalls } from './seen-calls.ts'
import type { Seen, SeenCall } from './seen-calls.ts'
import { distinct, widenedCalls, WIDENINGS, widenReader } from './widenings.ts'
import type { WidenedCall, Widening } from './widenings.ts'
import { allowanceRules, counted, seenRules } from './written-rules.ts'
import type { AllowedCall, WrittenRule } from './written-rules.ts'

/** Where conditions on arguments come from: nowhere, or the table of selecting arguments. */
export const CONDITIONS = ['table', 'none'] as const
/** What happens to calls that the policy does not allow. */
export const RESTS = ['ENOSYS', 'EPERM', 'kill', 'log'] as const

/** A call on an ABI. */
type Named = Pick<Allowance, 'abi' | 'call'>

/** How to make a policy of recordings. */
export interface NeedsOptions {
  /** `table` if left out. */
  readonly conditions?: (typeof CONDITIONS)[number] | undefined
  /** The most values of an argument that become a condition; 8 if left out. */
  readonly maxValues?: number | undefined
  /** `ENOSYS` if left out: C libraries then make an older call, where there is one. */
  readonly rest?: (typeof RESTS)[number] | undefined
  /** The calls to add in place of those that were seen; none if left out. */
  readonly widen?: readonly Widening[] | undefined
}

const optionsReader = record<NeedsOptions>({
  conditions: optional(oneOf(CONDITIONS)),
  maxValues: optional(whole(1024)),
  rest: optional(oneOf(RESTS)),
  widen: optional(widenReader),
})

/** What happens to calls of ABIs that were not seen, where the policy refuses calls. */
const FOREIGN = '. A call of another ABI kills the thread'

/** What a rest does with the calls that are not allowed. */
interface RestActions {
  readonly action: Action
  /** The actions of the policy for calls of which it says nothing. */
  readonly others: Pick<Policy, 'unknown' | 'badArch'>
  /** How comments say it, behind "A call that is not allowed". */
  readonly says: string
}

/** After any other errno, C libraries do not make the older call. */
const NEWER: RestActions['others'] = { unknown: errno('ENOSYS') }
const NEWER_FAIL = 'One that C libraries try before an older call, or that no table knows, fails with ENOSYS'

const REST: Readonly<Record<(typeof RESTS)[number], RestActions>> = {
  ENOSYS: {
    action: errno('ENOSYS'),
    others: {},
    says: `fails with ENOSYS, after which C libraries try an older call${FOREIGN}`,
  },
  EPERM: { action: DENIED, others: NEWER, says: `fails with EPERM. ${NEWER_FAIL}${FOREIGN}` },
  kill: { action: KILL_PROCESS, others: NEWER, says: `kills the process. ${NEWER_FAIL}${FOREIGN}` },
  log: { action: LOG, others: { badArch: LOG }, says: 'runs and is logged: this policy refuses nothing' },
}

/** A policy of recordings. */
export interface Needs {
  readonly policy: Policy
  /** Comments for `policySource`. */
  readonly comments: SourceComments
  readonly seen: readonly AllowedCall[]
  /** The calls that no recording has and the policy allows, without those of the base. */
  readonly added: readonly Allowance[]
  readonly notKnown: NotKnown
}

/** The width of a line of a comment, without its sign. */
const WIDTH = 77

const policyOf = (
  rules: readonly WrittenRule[],
  abis: readonly AbiToken[],
  rest: NonNullable<NeedsOptions['rest']>,
): Policy => ({
  abis,
  defaultAction: REST[rest].action,
  ...REST[rest].others,
  rules: rules.map(({ rule }) => rule),
})

/** The ABIs with their signatures, the main one first. */
const tablesOf = (abis: readonly AbiToken[]): readonly [AbiTable, ...AbiTable[]] =>
  abis.map((abi) => signedAbiTable(abi)) as [AbiTable, ...AbiTable[]] // a recording has a call, and so an ABI

/** The calls that would be made in place of `seen`. */
function inPlaceOf(
  seen: readonly AllowedCall[],
  abis: readonly AbiToken[],
  isEnosys: boolean,
): readonly WidenedCall[] {
  const tables = tablesOf(abis)
  const { rules } = resolve(policyOf(seenRules(seen, abis), abis, 'ENOSYS'), { abis: tables })
  const examined = examine({ filter: { level: 'rules', ir: rules }, abis: tables })
  // A policy of names and single values is far below the bounds of the prover.
  if ('reason' in examined)
    throw new Error(`the policy of the recordings is not examined: ${examined.reason}`)
  return widenedCalls(examined, isEnosys)
}

/** The newer calls that C libraries try first, and that must fail with ENOSYS, where the rest does not. */
function enosysRules(abis: readonly AbiToken[], isAllowed: (each: Named) => boolean): readonly WrittenRule[] {
  const calls = abis.flatMap((abi) =>
    libcFallbacks((call) => signedAbiTable(abi).numbers.has(call)).flatMap(({ call, isCommon }) =>
      isCommon && !isAllowed({ abi, call }) ? [{ abi, call, clauses: [[]] }] : [],
    ),
  )
  return allowanceRules(calls, abis, 'After ENOSYS, C libraries make an older call.').map(
    ({ rule, comments }) => ({
      rule: { ...rule, action: errno('ENOSYS') },
      comments,
    }),
  )
}

/** The lines at the head of the file. */
function headLines(
  recordings: readonly NamedRecording[],
  abis: readonly AbiToken[],
  rest: string,
): readonly string[] {
  const { machine } = recordings[0]!.head // checkRecordings() refuses no recordings
  const facts = (key: 'kernel' | 'libc'): string =>
    [...new Set(recordings.map(({ head }) => head[key] ?? 'not known'))].sort().join(', ')
  const names = scenariosOf(recordings)
  const texts = [
    `A policy of ${counted(recordings.length, 'recording')} of ${counted(names.length, 'scenario')}: ${names.join(', ')}.`,
    `Machine: ${machine}; ABIs: ${abis.join(', ')}; kernel: ${facts('kernel')}; C library: ${facts('libc')}.`,
    `A call that is not allowed ${rest}. The end of this file says what is not known.`,
  ]
  return texts.flatMap((text) => wrappedText('', printableLine(text), '  ', WIDTH).split('\n'))
}

/** Whether `list` has the call of `each` on its ABI. */
const isIn = (list: readonly Named[], each: Named): boolean =>
  list.some(({ abi, call }) => abi === each.abi && call === each.call)

/** All calls that a policy allows, by their source. */
interface AllowedCalls {
  readonly seen: readonly AllowedCall[]
  readonly living: readonly Allowance[]
  /** The calls in place of others that are allowed, and those that are not. */
  readonly wider: readonly WidenedCall[]
  readonly notWider: readonly WidenedCall[]
  readonly ofBase: readonly Allowance[]
}

type ReadOptions = Required<{ readonly [Key in keyof NeedsOptions]-?: NonNullable<NeedsOptions[Key]> }>

/** `call` without its condition, and with these notes. */
const withAnyArguments = (
  { abi, call, count, scenarios }: AllowedCall,
  notes: readonly string[],
): AllowedCall => ({ abi, call, count, scenarios, notes })

function allowedCalls(
  calls: readonly SeenCall[],
  abis: readonly AbiToken[],
  base: Base | undefined,
  { conditions, maxValues, rest, widen }: ReadOptions,
): AllowedCalls {
  const baseCalls = base?.allowances ?? []
  const wholeOfBase = baseCalls.filter(isWhole)
  const narrow = calls.map((each): AllowedCall => ({ ...each, ...conditionOf(each, maxValues) }))
  const seen = narrow.map((each) => {
    if (base !== undefined && isIn(wholeOfBase, each))
      return withAnyArguments(
        each,
        each.when === undefined ? each.notes : [`as in ${printableLine(base.name)}`],
      )
    return conditions === 'none' ? withAnyArguments(each, []) : each
  })
  const seenWhole = seen.filter(({ when }) => when === undefined)
  const living = livingCalls(abis).filter((each) => !isIn(seenWhole, each))
  const inPlace = inPlaceOf(narrow, abis, rest === 'ENOSYS').filter(
    (each) => !isIn([...seenWhole, ...living, ...wholeOfBase], each),
  )
  const wider = distinct(inPlace.filter(({ kind }) => widen.includes(kind)))
  // Of a call that the base lets run with some arguments, it is not said that it is not allowed.
  const isNot = (each: WidenedCall): boolean => !isIn([...baseCalls, ...wider], each)
  return {
    seen,
    living,
    wider,
    notWider: distinct(inPlace.filter(({ kind }) => !widen.includes(kind))).filter(isNot),
    ofBase: baseCalls.filter((each) => !isIn([...seenWhole, ...living], each)),
  }
}

/** The rules of `allowed`, in the order of the file. */
function rulesFor(
  { seen, living, wider, ofBase }: AllowedCalls,
  abis: readonly AbiToken[],
  base: Base | undefined,
  { rest, widen }: ReadOptions,
): readonly WrittenRule[] {
  const all = [...seen, ...living, ...wider, ...ofBase]
  const added = 'Added: without these calls no program lives. Sources do not see all of them.'
  return [
    ...seenRules(seen, abis),
    ...allowanceRules(living, abis, added),
    ...widen.flatMap((kind) =>
      allowanceRules(
        wider.filter((each) => each.kind === kind),
        abis,
        `Added by --widen ${kind}.`,
      ),
    ),
    ...allowanceRules(ofBase, abis, `Added by --base ${printableLine(base?.name ?? '')}.`),
    ...(REST[rest].others.unknown === undefined ? [] : enosysRules(abis, (each) => isIn(all, each))),
  ]
}

/** What `recordings` leave unknown. */
function notKnownOf(
  recordings: readonly NamedRecording[],
  { calls, unnamed }: Seen,
  { seen, notWider }: AllowedCalls,
  nameOf: NameOfCall,
): NotKnown {
  const scenarios = scenariosOf(recordings)
  const made = calls.map((each) => each.scenarios.length)
  const noted = seen.filter(({ notes }) => notes.length > 0)
  return {
    scenarios,
    estimate: estimateUnseen(made, scenarios.length),
    alone: aloneCalls(calls, scenarios, nameOf),
    once: calls.filter(({ count }) => count === 1).map(nameOf),
    siblings: siblingsOf(notWider, calls, nameOf),
    unnamed,
    anyArguments: [...grouped(noted, ({ notes }) => notes.join('; '))].map(([reason, each]) => ({
      calls: each.map(nameOf),
      reason,
    })),
    unseen: [...new Set(recordings.flatMap(({ head }) => head.unseen))].sort(),
  }
}

/**
 * The policy of `recordings`.
 * @throws PolicyError where no policy can be made of them; TypeError or RangeError for a wrong option
 */
export function needsOf(
  recordings: readonly NamedRecording[],
  options: NeedsOptions = {},
  base?: Base,
): Needs {
  const {
    conditions = 'table',
    maxValues = 8,
    rest = 'ENOSYS',
    widen = [],
  } = read(optionsReader, options, 'options')
  if (base !== undefined) expectObject(base, 'base', 'name', 'allowances')
  const abis = seenAbis(recordings)
  const found = seenCalls(recordings, abis)
  const chosen: ReadOptions = {
    conditions,
    maxValues,
    rest,
    widen: WIDENINGS.filter((each) => widen.includes(each)),
  }
  const allowed = allowedCalls(found.calls, abis, base, chosen)
  const rules = rulesFor(allowed, abis, base, chosen)
  const nameOf: NameOfCall = ({ abi, call }) => (abis.length === 1 ? call : `${call} of ${abi}`)
  const notKnown = notKnownOf(recordings, found, allowed, nameOf)
  return {
    policy: policyOf(rules, abis, rest),
    comments: {
      head: headLines(recordings, abis, REST[rest].says),
      rules: rules.map(({ comments }) => comments),
      end: ['What is not known:', ...notKnownLines(notKnown, WIDTH)],
    },
    seen: allowed.seen,
    added: [...allowed.living, ...allowed.wider],
    notKnown,
  }
}
