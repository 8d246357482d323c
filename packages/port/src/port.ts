/*
 * `port`: the edit of a policy for another ABI, C library or kernel.
 *
 * For each group of rules with one requirement: the functions that the rules let programs use on the ABI of the policy, the calls that
 * these functions make on the other ABI, and what the policy says of them there. Each call that it refuses gets a step of the edit, or a
 * reason why not. The groups come one after the other, and each sees the edit of those before: what is open for all processes needs
 * no rule for some.
 */
import { assembled, editedPolicy, effectKey } from '@seccompile/heal'
import type { EditableText, AllowStep, PolicyEdit } from '@seccompile/heal'
import { callsOfFunctions } from '@seccompile/libc-calls'
import type { FunctionCalls, LibcName } from '@seccompile/libc-calls'
import { policyOf } from '@seccompile/policy'
import type { Policy, Target } from '@seccompile/policy'
import { decided } from '@seccompile/prover'
import type { UndecidedAnswer } from '@seccompile/prover'
import { expectList, expectObject } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'
import { allowedWhere, policyOnAbi } from './allowed-calls.ts'
import type { PolicyInquiry } from './allowed-calls.ts'
import { agreed } from './agreed.ts'
import { changedCalls } from './changed-calls.ts'
import type { ChangedCall } from './changed-calls.ts'
import { confirmedCalls } from './confirmed-calls.ts'
import { leftCalls } from './left-calls.ts'
import type { LeftCall } from './left-calls.ts'
import { lostRefusals } from './lost-refusals.ts'
import type { LostRefusal } from './lost-refusals.ts'
import { meantFunctions, listsOn } from './meant-functions.ts'
import type { MeantFunctions } from './meant-functions.ts'
import { neededCalls } from './needed-calls.ts'
import type { PortQuestion } from './port-question.ts'
import type { PortRow } from './port-row.ts'
import { ruleGroups } from './rule-groups.ts'
import type { RequirementGroup } from './rule-groups.ts'
import { judgeCalls } from './judge-calls.ts'
import type { JudgedCall } from './judge-calls.ts'

/** What a policy needs on other ABIs, and the edit that gives it. */
export interface Porting {
  readonly kind: 'porting'
  readonly rows: readonly PortRow[]
  /** Functions that programs may use under the policy, and whose calls on an ABI are not known. */
  readonly unknown: readonly {
    readonly abi: string
    readonly libc: string
    readonly functions: readonly string[]
  }[]
  /** Calls that the policy allows, that an ABI lacks, and for which nothing stands in there. */
  readonly left: readonly LeftCall[]
  /** Refusals of a deny-list that have no effect on an ABI. */
  readonly lost: readonly LostRefusal[]
  /** Calls of both ABIs for which the policy says something else there. */
  readonly changed: readonly ChangedCall[]
  readonly edit: PolicyEdit
  readonly edited: Policy
}

const isUndecided = (answer: PolicyInquiry | UndecidedAnswer): answer is UndecidedAnswer =>
  'kind' in answer && answer.kind === 'undecided'

/** A policy without the ABIs that it names: it goes to others. */
function withoutAbis({ abis: _named, ...policy }: Policy): Policy {
  return policy
}

const targetOf = (
  { target = {} }: PortQuestion,
  { caps, kernel }: RequirementGroup,
): Omit<Target, 'abis'> => ({
  ...target,
  caps,
  kernel,
})

interface GroupMeaning {
  readonly group: RequirementGroup
  /** The policy on its own ABI, for a target that meets the requirement. */
  readonly here: PolicyInquiry
  readonly meant: MeantFunctions
}

/** The functions that each group of rules lets programs use. */
function meaningsOf(policy: Policy, question: PortQuestion): readonly GroupMeaning[] | UndecidedAnswer {
  const groups = ruleGroups(policy, question.caps ?? [], question.kernels.newest)
  const lists = listsOn(question.from)
  const found: GroupMeaning[] = []
  const known = new Map<string, PolicyInquiry>()
  for (const group of groups) {
    const rest = targetOf(question, group)
    const key = JSON.stringify([group.caps, group.kernel])
    const whole = known.get(key) ?? policyOnAbi(policy, question.from, rest)
    if (isUndecided(whole)) return whole
    known.set(key, whole)
    found.push({
      group,
      here: whole,
      meant: meantFunctions(whole, lists, allowedWhere(group.alone, question.from, rest)),
    })
  }
  return found
}

/** What the functions of one library call on one ABI. */
interface LibraryOnAbi {
  readonly abi: AbiToken
  readonly libc: LibcName
  readonly functions: readonly FunctionCalls[]
}

const placesOf = ({ to, libcs }: PortQuestion): readonly LibraryOnAbi[] =>
  to.flatMap((abi) => libcs.map((libc) => ({ abi, libc, functions: callsOfFunctions(libc, abi) })))

/** The judged calls of one group, on each ABI with each library. @param policies - the policy, and with the edit so far */
function judgedGroup(
  { policy, edited }: { readonly policy: Policy; readonly edited: Policy },
  places: readonly LibraryOnAbi[],
  { group, here, meant }: GroupMeaning,
  question: PortQuestion,
  form: EditableText,
): readonly JudgedCall[] | UndecidedAnswer {
  const judged: JudgedCall[] = []
  for (const abi of question.to) {
    const on = policyOnAbi(edited, abi, targetOf(question, group))
    if (isUndecided(on)) return on
    const written = allowedWhere(policy, abi, targetOf(question, group))
    for (const { libc, functions } of places.filter((place) => place.abi === abi)) {
      const needed = neededCalls(meant, here, abi, functions)
      judged.push(...judgeCalls({ on, written, libc, needed, group, question, form }))
    }
  }
  return judged
}

function unknownFunctions(
  meanings: readonly GroupMeaning[],
  places: readonly LibraryOnAbi[],
): Porting['unknown'] {
  const names = new Set(meanings.flatMap(({ meant }) => [...meant.keys()]))
  return places.flatMap(({ abi, libc, functions }) => {
    const unknown = functions
      .filter(({ function: name, measuredOn }) => names.has(name) && measuredOn === undefined)
      .map(({ function: name }) => name)
    return unknown.length === 0 ? [] : [{ abi, libc, functions: unknown }]
  })
}

/** The refusals without effect on the ABIs of `question`, for a process without further capabilities. */
function lostOn(
  policy: Policy,
  { group, here }: GroupMeaning,
  question: PortQuestion,
): readonly LostRefusal[] | UndecidedAnswer {
  const found: LostRefusal[] = []
  for (const abi of question.to) {
    const there = policyOnAbi(policy, abi, targetOf(question, group))
    if (isUndecided(there)) return there
    found.push(...lostRefusals(policy, here, there, question.libcs))
  }
  return found
}

/** The calls for which `policy` says something else on the ABIs of `question`, of every group of rules once. */
function changedOn(
  policy: Policy,
  edited: Policy,
  meanings: readonly GroupMeaning[],
  question: PortQuestion,
): readonly ChangedCall[] | UndecidedAnswer {
  const found = new Map<string, ChangedCall>()
  const groups = new Map(meanings.map(({ here, group }) => [here, group]))
  for (const abi of question.to)
    for (const [here, group] of groups) {
      const rest = targetOf(question, group)
      const [there, after] = [policyOnAbi(policy, abi, rest), policyOnAbi(edited, abi, rest)]
      if (isUndecided(there)) return there
      if (isUndecided(after)) return after
      for (const call of changedCalls({ here, there, edited: after }))
        found.set(`${abi} ${call.call} ${call.reason}`, call)
    }
  return [...found.values()]
}

/** `steps`, each once: two libraries, and two ABIs, may need the same. */
function distinct(steps: readonly AllowStep[]): readonly AllowStep[] {
  return [
    ...new Map(
      steps.map((step) => [`${step.name} ${effectKey({ ...step.condition, ...step })}`, step]),
    ).values(),
  ]
}

/** {@link port} of a checked question. */
function portingOf(written: Policy, question: PortQuestion, form: EditableText): Porting | UndecidedAnswer {
  const given = policyOf(written) // read once, and with it each rule that the edit keeps
  const policy = withoutAbis(given)
  const meanings = meaningsOf(policy, question)
  if ('kind' in meanings) return meanings
  const places = placesOf(question)
  const steps: AllowStep[] = []
  const rows: PortRow[] = []
  let edited = policy
  for (const meaning of meanings.filter(({ meant }) => meant.size > 0)) {
    const judged = judgedGroup({ policy, edited }, places, meaning, question, form)
    if ('kind' in judged) return judged
    const checked = agreed(judged, question)
    const tried = [...steps, ...distinct(checked.flatMap((one) => one.steps))]
    const confirmed = confirmedCalls(checked, {
      policy: editedPolicy(policy, assembled(policy, tried, form), form.entryOf),
      group: meaning.group,
      rest: targetOf(question, meaning.group),
    })
    if ('kind' in confirmed) return confirmed
    rows.push(...confirmed.map(({ row }) => row))
    steps.push(...distinct(confirmed.flatMap((one) => one.steps)))
    edited = editedPolicy(policy, assembled(policy, steps, form), form.entryOf)
  }
  const lost = lostOn(policy, meanings[0]!, question)
  if ('kind' in lost) return lost
  const changed = changedOn(policy, edited, meanings, question)
  if ('kind' in changed) return changed
  const here = [...new Set(meanings.map((meaning) => meaning.here))]
  const edit = assembled(policy, steps, form)
  const { abis } = given
  return {
    kind: 'porting',
    rows,
    unknown: unknownFunctions(meanings, places),
    left: leftCalls(policy, here, question.to, listsOn(question.from), rows),
    lost,
    changed,
    edit,
    edited: abis === undefined ? edited : { ...edited, abis: [...new Set([...abis, ...question.to])] },
  }
}

/**
 * The calls that programs make on the ABIs, with the libraries and on the kernels of `question` in place of those that `policy` allows,
 * and the edit of the policy that lets them run; or why that is undecided.
 * @throws PolicyError where the policy is wrong for one of the ABIs
 */
export function port(given: Policy, question: PortQuestion, form: EditableText): Porting | UndecidedAnswer {
  expectObject(given, 'policy', 'rules')
  expectObject(question, 'question', 'from', 'to', 'libcs', 'kernels')
  expectList(question.to, 'question.to')
  expectList(question.libcs, 'question.libcs')
  expectObject(form, 'form', 'style', 'entryOf')
  return decided(() => portingOf(given, question, form))
}
