/*
 * One trial of `port`: what a program there can do by its functions under the edited policy is what it could do here, or `port` says
 * that it is not.
 */
import { isDeepStrictEqual } from 'node:util'
import { WITHOUT_TEXT } from '@seccompile/heal'
import { callsOfFunctions, LIBCS } from '@seccompile/libc-calls'
import type { FunctionCalls, LibcName, MeasuredCall } from '@seccompile/libc-calls'
import { NEWEST_KERNEL } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { port } from '@seccompile/port'
import type { Porting, PortQuestion } from '@seccompile/port'
import { signatureOf } from '@seccompile/signatures'
import { abis } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { randomOf } from '../inputs/random.ts'
import type { RandomDraws } from '../inputs/random.ts'
import { callRuns, choices, edgeValues, familiesOf, randomValues, refusedIn, worldOf } from './programs.ts'
import type { CValues, World } from './programs.ts'
import { randomPolicy } from './random-policies.ts'

/** Values that are tried for each call. */
const TRIES = 6

const TOKENS = abis.map(({ token }) => token)
const OFTEN: readonly AbiToken[] = ['x86_64', 'aarch64', 'arm', 'x86', 's390x', 'mips64']

/** A trial: a policy that goes from one ABI to another. */
interface JudgedTrial {
  readonly here: World
  /** The policy there, without the edit and with it. */
  readonly plain: World
  readonly there: World
  readonly porting: Porting
  readonly question: PortQuestion
  readonly policy: Policy
  readonly random: RandomDraws
}

const show = (values: CValues): string =>
  [...values]
    .map(
      ([name, { constants, number }]) =>
        `${name}=${[...constants.map(({ constant }) => constant), number].join('|')}`,
    )
    .join(' ')

const plainCall = (name: string): MeasuredCall => ({ name, fixed: [], instead: [] })

const allows = ({ defaultAction }: Policy): boolean => ['ALLOW', 'LOG'].includes(defaultAction.action)

/** Whether `port` says of a call that it changes, or is not opened. */
function isSaid({ porting }: JudgedTrial, call: string): boolean {
  return (
    porting.changed.some((one) => one.call === call) ||
    porting.rows.some((row) => row.call === call && ['withheld', 'enosys'].includes(row.status)) ||
    porting.rows.some((row) => row.call === call && row.unmoved.length > 0)
  )
}

/** Whether one of the functions is done here without the `calls`: for it, the call there stands in for none of them. */
function isDoneWithout(
  { here, random }: JudgedTrial,
  functions: readonly string[],
  calls: readonly string[],
): boolean {
  return LIBCS.flatMap((libc) => callsOfFunctions(libc, here.token))
    .filter(({ function: name }) => functions.includes(name))
    .flatMap(({ lists }) => lists)
    .filter((list) => list.length > 0 && namesIn([list]).every((name) => !calls.includes(name)))
    .some((list) => canDo(here, list, new Map(), () => new Set(), random))
}

/**
 * Whether the edit opens a call as it should: a call in place of which it stands runs here with the same values, or it stands in for
 * none.
 */
function isMeant(trial: JudgedTrial, call: string, values: CValues): boolean {
  const { here, porting, random } = trial
  return porting.rows
    .filter((row) => row.call === call && row.status === 'added')
    .some(({ inPlaceOf, functions }) => {
      if (inPlaceOf.length === 0 || isDoneWithout(trial, functions, inPlaceOf)) return true
      const made = LIBCS.flatMap((libc) => callsOfFunctions(libc, here.token))
        .filter(({ function: name }) => functions.includes(name))
        .flatMap(({ lists }) => lists.flat())
        .flatMap((one) => [one, ...one.instead])
        .filter(({ name }) => inPlaceOf.includes(name))
      // A call of an older library has no fixed arguments.
      const candidates = [...made, ...inPlaceOf.map(plainCall)]
      const others = randomValues(random, inPlaceOf, [here.token])
      const edges = inPlaceOf.flatMap((name) => edgeValues(here, name))
      const free = [values, ...edges].map((each) => new Map([...others, ...each, ...values]))
      return candidates.some((one) =>
        (one.fixed[0]?.values ?? [0n]).some((_, at) =>
          free.some(
            (each) =>
              callRuns(
                here,
                {
                  name: one.name,
                  fixed: one.fixed.map(({ argument, values: given }) => ({
                    argument,
                    values: [given[at] ?? given[0]!],
                  })),
                },
                each,
              ) === true,
          ),
        ),
      )
    })
}

/** What is wrong about single calls. */
function wrongCalls(trial: JudgedTrial): readonly string[] {
  const { here, plain, there, random } = trial
  const wrong: string[] = []
  for (const call of there.abi.numbers.keys()) {
    const isHere = here.abi.numbers.has(call)
    for (let i = 0; i < TRIES; i += 1) {
      const values = randomValues(random, [call], [here.token, there.token])
      const now = callRuns(there, plainCall(call), values)
      const before = isHere
        ? callRuns(here, plainCall(call), values)
        : callRuns(plain, plainCall(call), values)
      if (now === undefined || before === undefined || now === before) continue
      if (now ? isSaid(trial, call) || isMeant(trial, call, values) : isSaid(trial, call)) continue
      if (!now && isHere && SERVES_PROCESSOR.has(call)) continue
      wrong.push(`${call} ${now ? 'runs there, and not here' : 'runs here, and not there'}: ${show(values)}`)
      break
    }
  }
  return wrong
}

/** Calls that serve one processor: elsewhere they are closed on purpose. */
const SERVES_PROCESSOR = new Set([
  'arch_prctl',
  'get_thread_area',
  'ioperm',
  'iopl',
  'modify_ldt',
  'set_thread_area',
  'vm86',
  'vm86old',
])

const argumentsOf = (world: World, calls: readonly MeasuredCall[]): ReadonlySet<string> =>
  new Set(calls.flatMap(({ name }) => (signatureOf(world.abi, name)?.args ?? []).map((one) => one.name)))

const namesIn = (lists: readonly (readonly MeasuredCall[])[]): readonly string[] =>
  lists.flat().flatMap(({ name, instead }) => [name, ...instead.map((one) => one.name)])

/** The values that programs give to `call`, other than pointers. */
function givenNames({ abi }: World, { name, fixed }: MeasuredCall): readonly string[] {
  return (signatureOf(abi, name)?.args ?? [])
    .filter((argument) => !argument.pointer && !fixed.some((one) => one.argument === argument.name))
    .map((argument) => argument.name)
}

/** Whether arguments with one name take constants of one kind: `cmd` of fcntl is not that of ioctl. */
function takeTheSame(
  here: World,
  { name: one }: MeasuredCall,
  there: World,
  { name: other }: MeasuredCall,
): boolean {
  const others = signatureOf(there.abi, other)?.args ?? []
  return (signatureOf(here.abi, one)?.args ?? []).every((argument) => {
    const found = others.find(({ name }) => name === argument.name)
    return found === undefined || isDeepStrictEqual(familiesOf(found), familiesOf(argument))
  })
}

/**
 * The calls of a course there in place of `call`: the call itself, the only other call where both have one, or those that take all its
 * values. The `fd` of mmap is not that of fcntl.
 */
function standIns(
  call: MeasuredCall,
  list: readonly MeasuredCall[],
  { here, there }: JudgedTrial,
  course: readonly MeasuredCall[],
): readonly MeasuredCall[] {
  const same = course.filter(({ name }) => name === call.name)
  if (same.length > 0) return same
  const known = namesIn([list])
  const others = course.filter(({ name }) => !known.includes(name))
  const replaced = list.filter(({ name }) => course.every((one) => one.name !== name))
  if (replaced.length === 1 && others.length === 1) return others
  const given = givenNames(here, call)
  return others.filter(
    (other) =>
      given.every((name) => argumentsOf(there, [other]).has(name)) && takeTheSame(here, call, there, other),
  )
}

/** Whether each call of the function can be made with the values of `shared` arguments, and any others. */
function canDo(
  world: World,
  list: readonly MeasuredCall[],
  values: CValues,
  sharedOf: (call: MeasuredCall) => ReadonlySet<string>,
  random: RandomDraws,
): boolean {
  return list.every((call) => {
    const shared = sharedOf(call)
    const own = [...values].filter(([name]) => shared.has(name))
    const names = namesIn([[call]])
    const others = randomValues(random, names, [world.token])
    const edges = names.flatMap((name) => edgeValues(world, name))
    return [values, ...edges].some(
      (each) => refusedIn(world, [call], new Map([...others, ...each, ...own])).length === 0,
    )
  })
}

/**
 * Whether each call of the function is made here with `values`, whatever the library gives to arguments of which only what it
 * gives there was measured.
 */
function isDoneHere(
  here: World,
  list: readonly MeasuredCall[],
  there: readonly (readonly MeasuredCall[])[],
  values: CValues,
): boolean {
  return list.every((call) => {
    const fixedThere = there.flat().flatMap(({ name, fixed }) => (name === call.name ? fixed : []))
    const unknown = new Set(fixedThere.map(({ argument }) => argument))
    const any = edgeValues(here, call.name).map((edge) => [...edge].filter(([name]) => unknown.has(name)))
    // A function with several values, such as remove(), makes the call with each.
    return choices(call).every(({ fixed }) =>
      [[], ...any].every(
        (each) => refusedIn(here, [{ ...call, fixed }], new Map([...values, ...each])).length === 0,
      ),
    )
  })
}

const functionsOn = (libc: LibcName, token: AbiToken): ReadonlyMap<string, FunctionCalls> =>
  new Map(callsOfFunctions(libc, token).map((one) => [one.function, one]))

/** Functions that a deny-list refuses here and not there, without a word. */
function lostFunctions(trial: JudgedTrial): readonly string[] {
  const { here, there, porting, policy, question, random } = trial
  if (!allows(policy)) return []
  const wrong: string[] = []
  const own = LIBCS.map((libc) => functionsOn(libc, here.token))
  for (const libc of question.libcs)
    for (const { function: name, lists, measuredOn } of callsOfFunctions(libc, there.token)) {
      const before = own.flatMap((functions) => functions.get(name)?.lists ?? [])
      if (before.length === 0 || lists.length === 0 || measuredOn === undefined) continue
      const names = [...namesIn(before), ...namesIn(lists)]
      for (let i = 0; i < TRIES; i += 1) {
        const values = randomValues(random, names, [here.token, there.token])
        const done = lists.find((list) => list.length > 0 && refusedIn(there, list, values).length === 0)
        if (done === undefined) continue
        const isDone = (list: readonly MeasuredCall[]): boolean =>
          canDo(here, list, values, (call) => argumentsOf(there, standIns(call, list, trial, done)), random)
        if (before.some(isDone)) continue
        const isSaidOf =
          porting.lost.some(({ functions }) => functions.includes(name)) ||
          porting.changed.some(({ call }) => names.includes(call))
        if (isSaidOf) continue
        wrong.push(`${name} of ${libc} can be done there, and not here: ${show(values)}`)
        break
      }
    }
  return wrong
}

/** Functions that programs can do here and not there, without a word. */
function missedFunctions(trial: JudgedTrial): readonly string[] {
  const { here, there, porting, question, random } = trial
  const wrong: string[] = []
  for (const libc of question.libcs) {
    const own = functionsOn(libc, here.token)
    for (const { function: name, lists, measuredOn } of callsOfFunctions(libc, there.token)) {
      const before = own.get(name)?.lists ?? []
      if (before.length === 0 || lists.length === 0 || measuredOn === undefined) continue
      const names = [...namesIn(before), ...namesIn(lists)]
      const values = randomValues(random, names, [here.token, there.token])
      if (!before.some((list) => list.length > 0 && isDoneHere(here, list, lists, values))) continue
      if (lists.some((list) => list.length === 0 || canDo(there, list, values, () => new Set(), random)))
        continue
      const isSaidOf =
        porting.rows.some(({ functions, status }) => functions.includes(name) && status !== 'allowed') ||
        porting.left.some(({ call }) => names.includes(call)) ||
        porting.unknown.some(({ functions }) => functions.includes(name)) ||
        porting.changed.some(({ call }) => names.includes(call))
      if (!isSaidOf) wrong.push(`${name} of ${libc} can be done here, and not there: ${show(values)}`)
    }
  }
  return wrong
}

/** A trial that was made, or the reason why there is none. */
export interface PortTrial {
  readonly kind: 'judged' | 'refused' | 'undecided'
  readonly what: string
  readonly wrong: readonly string[]
}

const isPolicyError = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'PolicyError'

/** Tries `policy`, with random values. */
export function judged(what: string, policy: Policy, question: PortQuestion, random: RandomDraws): PortTrial {
  const style = random.oneOf(['name', 'index'] as const)
  const porting = port(policy, question, { ...WITHOUT_TEXT, style })
  if (porting.kind === 'undecided') return { kind: 'undecided', what, wrong: [] }
  const rest = { caps: question.caps ?? [], kernel: question.kernels.newest }
  const [to] = question.to
  const trial: JudgedTrial = {
    here: worldOf(policy, question.from, rest),
    plain: worldOf(policy, to!, rest),
    there: worldOf(porting.edited, to!, rest),
    porting,
    question,
    policy,
    random,
  }
  const wrong = [...wrongCalls(trial), ...lostFunctions(trial), ...missedFunctions(trial)]
  return { kind: 'judged', what, wrong }
}

/** Tries the random policy number `index` of `seed`. */
export function portTrial(seed: number, index: number): PortTrial {
  const random = randomOf(`port ${seed} ${index}`)
  const from = random.below(2) === 0 ? 'x86_64' : random.oneOf(TOKENS)
  const to = random.oneOf(random.below(2) === 0 ? OFTEN : TOKENS)
  const libcs = random.oneOf<readonly LibcName[]>([['glibc'], ['musl'], LIBCS])
  const { name, policy } = randomPolicy(random, from, [from, to])
  const what = `${name}, ${from} to ${to}, ${libcs.join(' and ')}`
  const question: PortQuestion = {
    from,
    to: [to],
    libcs,
    kernels: { oldest: NEWEST_KERNEL, newest: NEWEST_KERNEL },
  }
  try {
    return judged(what, policy, question, random)
  } catch (error) {
    if (isPolicyError(error)) return { kind: 'refused', what: `${what}: ${error.message}`, wrong: [] }
    throw error
  }
}
