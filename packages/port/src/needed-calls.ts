/*
 * The calls that programs make on another ABI, under which conditions, and in place of which.
 *
 * A call of a function there stands in for the call of the function here that does the same. So `openat` of open() stands in
 * for `open`, and a condition on `flags` moves. A call that stands in for none, such as `set_tid_address` of musl's fork(), is opened only
 * where it acts on the process alone.
 */
import { groupsOf } from '@seccompile/groups'
import type { FunctionCalls, FixedCall } from '@seccompile/libc-calls'
import { all, any, isAlways, isNever, NEVER } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import type { PolicyInquiry } from './allowed-calls.ts'
import { listsOn } from './meant-functions.ts'
import type { MeantCall, MeantFunctions } from './meant-functions.ts'
import { fixedPredicate, movePredicate } from './move-predicate.ts'
import { sameCalls } from './same-calls.ts'
import type { DoTheSame } from './same-calls.ts'

/** A call that programs make there. */
export interface NeededCall {
  readonly call: string
  /** Where it has to run; nowhere, where it stands in for no call and does more than act on the process. */
  readonly where: Predicate
  /** The values that the library gives. */
  readonly made: Predicate
  readonly inPlaceOf: readonly string[]
  readonly functions: readonly string[]
  /** Those of `functions` for which it stands in for a call, or acts on the process alone. */
  readonly covered: readonly string[]
  /** The calls that the library makes after ENOSYS. */
  readonly instead: readonly string[]
  /** The ABIs on which the facts were measured. */
  readonly measuredOn: readonly AbiToken[]
  /** Arguments whose tests could not be moved, each with the call that tests it. */
  readonly unmoved: readonly string[]
  /** Those of `unmoved` that the call there has, with other numbers for its constants. */
  readonly otherValues: readonly string[]
  /** Whether no call that the policy allows does what the call does. */
  readonly isAlone: boolean
}

/** Groups of calls that act on the process alone. */
const HARMLESS = ['base', 'memory', 'signals', 'threads', 'time', 'system-information', 'polling']
/** Calls of other groups that do no more: they move or ask about what the process has. */
const NO_MORE =
  'lseek _llseek sched_getaffinity membarrier getpid gettid getuid geteuid getgid getegid getuid32 geteuid32 getgid32 getegid32'.split(
    ' ',
  )
/** Calls in these groups that do more, such as those that send signals to other processes. */
const DO_MORE =
  'execve exit clone fork vfork kill tkill tgkill rt_sigqueueinfo rt_tgsigqueueinfo pidfd_send_signal read write'.split(
    ' ',
  )

/** Whether the call acts on the process alone. */
const isHarmless = (call: string): boolean => {
  const groups = groupsOf(call)
  if (NO_MORE.includes(call)) return true
  return !DO_MORE.includes(call) && groups.length > 0 && groups.every(({ name }) => HARMLESS.includes(name))
}

/** A function that is ported: its calls here that run, and the names of its calls there. */
interface PortedFunction {
  readonly policy: PolicyInquiry
  readonly here: AbiTable
  readonly list: readonly MeantCall[]
  readonly there: AbiTable
  readonly names: ReadonlySet<string>
  readonly doTheSame: DoTheSame
}

/**
 * The calls here for which `call` there may stand in: that with the same name, or those that do the same and that the function no longer
 * makes there.
 */
function predecessors(
  call: string,
  { list, names: others, doTheSame }: PortedFunction,
): readonly MeantCall[] {
  const same = list.filter(({ name }) => name === call)
  return same.length > 0 ? same : list.filter(({ name }) => !others.has(name) && doTheSame(name, call))
}

/** The calls of which the policy lets a part run, and that do what a harmless `call` does: no more of it may run there. */
function restrictedCalls(call: string, { policy, doTheSame }: PortedFunction): readonly MeantCall[] {
  if (!isHarmless(call)) return []
  return [...policy.abi.numbers.keys()]
    .filter((name) => name !== call && doTheSame(name, call))
    .map((name): MeantCall => ({ name, fixed: [], instead: [], where: policy.runsWhere(name) }))
    .filter(({ where }) => !isAlways(where) && !isNever(where))
}

/** What one function needs of one call. */
type Need = Omit<NeededCall, 'functions' | 'covered' | 'measuredOn'>

function needOf(
  { name: call, fixed }: FixedCall,
  instead: readonly string[],
  of: PortedFunction,
): Need | undefined {
  const { there, here } = of
  const to = { abi: there, call, fixed }
  const own = predecessors(call, of)
  const before = own.length > 0 ? own : restrictedCalls(call, of)
  // A rule for the call itself may test all bits of a register, and runs with what the library sets.
  const isSame = before.some(({ name }) => name === call)
  const made = fixedPredicate(to, isSame ? 'register' : 'kernel')
  if (before.length === 0) {
    const isAlone = !isHarmless(call)
    return {
      call,
      where: isAlone ? NEVER : made,
      made,
      inPlaceOf: [],
      instead,
      unmoved: [],
      otherValues: [],
      isAlone,
    }
  }
  const moved = before.map(({ name, fixed: given, where }) => ({
    name,
    found: movePredicate(where, { abi: here, call: name, fixed: given }, to),
  }))
  const where = all([any(moved.flatMap(({ found }) => (found.kind === 'moved' ? [found.where] : []))), made])
  const unmoved = moved.flatMap(({ name, found }) =>
    found.kind === 'unmoved'
      ? [`${found.argument} of ${name}`]
      : [...(found.lost ?? [])].map((each) => `${each} of ${name}`),
  )
  if (isNever(where) && unmoved.length === 0) return undefined
  const otherValues = moved.flatMap(({ name, found }) =>
    found.kind === 'unmoved' && found.hasOtherValues === true ? [`${found.argument} of ${name}`] : [],
  )
  const inPlaceOf = before.map(({ name }) => name)
  // A rule for a call names its constants, and says the same of the call there.
  if (isNever(where) && otherValues.length === unmoved.length && inPlaceOf.every((name) => name === call))
    return undefined
  return { call, where, made, inPlaceOf, instead, unmoved, otherValues, isAlone: false }
}

const merge = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])]

/** The calls that functions make, by name. */
export interface NeededCalls {
  /** Those that they make first. */
  readonly first: ReadonlyMap<string, NeededCall>
  /** Those that they make after ENOSYS of others. */
  readonly later: ReadonlyMap<string, NeededCall>
  /** Of both, what is needed by functions for which no condition could be moved. */
  readonly unmoved: ReadonlyMap<string, NeededCall>
  /** Of both, what is needed by functions for which the call stands in for none. */
  readonly alone: ReadonlyMap<string, NeededCall>
}

/** `need` of the function `name` among those that are `known` by name. */
function add(known: Map<string, NeededCall>, need: Need, name: string, measuredOn: AbiToken): void {
  const before = known.get(need.call)
  known.set(need.call, {
    ...need,
    where: before === undefined ? need.where : any([before.where, need.where]),
    made: before === undefined ? need.made : any([before.made, need.made]),
    inPlaceOf: merge(before?.inPlaceOf ?? [], need.inPlaceOf),
    functions: merge(before?.functions ?? [], [name]),
    covered: merge(before?.covered ?? [], need.isAlone ? [] : [name]),
    instead: merge(before?.instead ?? [], need.instead),
    measuredOn: [...new Set([...(before?.measuredOn ?? []), measuredOn])],
    unmoved: merge(before?.unmoved ?? [], need.unmoved),
    otherValues: merge(before?.otherValues ?? [], need.otherValues),
    isAlone: need.isAlone && (before?.isAlone ?? true),
  })
}

/** The calls that the functions `meant` make there. @param here - the policy on its own ABI */
export function neededCalls(
  meant: MeantFunctions,
  here: PolicyInquiry,
  there: AbiToken,
  functions: readonly FunctionCalls[],
): NeededCalls {
  const { abi } = here
  const other = signedAbiTable(there)
  const first = new Map<string, NeededCall>()
  const later = new Map<string, NeededCall>()
  const unmoved = new Map<string, NeededCall>()
  const alone = new Map<string, NeededCall>()
  const put: typeof add = (known, need, ...of) => {
    add(known, need, ...of)
    if (isNever(need.where)) add(need.isAlone ? alone : unmoved, need, ...of)
  }
  const doTheSame = sameCalls(listsOn(abi.token), functions)
  for (const { function: name, lists, measuredOn } of functions) {
    const known = meant.get(name)
    if (known === undefined || measuredOn === undefined) continue
    for (const calls of lists) {
      const names = new Set(calls.map((one) => one.name))
      for (const list of known)
        for (const call of calls) {
          const instead = call.instead.map((one) => one.name)
          const of = { policy: here, here: abi, list, there: other, names, doTheSame }
          const need = needOf(call, instead, of)
          if (need !== undefined) put(first, need, name, measuredOn)
          for (const made of call.instead) {
            const otherwise = new Set([...[...names].filter((each) => each !== call.name), ...instead])
            const fallback = needOf(made, [], { ...of, names: otherwise })
            if (fallback !== undefined) put(later, fallback, name, measuredOn)
          }
        }
    }
  }
  return { first, later, unmoved, alone }
}
