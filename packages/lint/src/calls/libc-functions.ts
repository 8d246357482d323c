/*
 * Functions of the C library for which one library, or one version, makes another call than the others do. A filter that
 * has one of the calls and refuses the other fits one library and breaks the other.
 *
 * The calls are those of `@seccompile/libc-calls`. Only calls that a library makes first are demanded: a library makes an
 * older one only after ENOSYS.
 */
import { TCGETS, TCGETS2 } from '@seccompile/constants/ioctl'
import { valueOn } from '@seccompile/constants'
import { callsOfFunctions, LIBCS, OLDER_CALLS } from '@seccompile/libc-calls'
import type { FunctionCalls, LibcName, MeasuredCall } from '@seccompile/libc-calls'
import { expectFunction, expectObject } from '@seccompile/shape'
import { all } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import type { ExaminedAbi } from '../examine/examined.ts'
import { libcFallbacks } from './libc-fallbacks.ts'

/** A call that a library makes for a function. */
export interface LibcCall {
  readonly name: string
  /** The call in a message. */
  readonly shown: string
  /** The condition on the arguments of the call; absent where they come from the program. */
  readonly args?: Predicate
  /** The library that makes the call today; absent where only older versions make it, or only after ENOSYS. */
  readonly by?: string
  /** Whether the library makes another call where this one fails with ENOSYS. */
  readonly fallsBack?: boolean
}

/** The calls for one function of the C library. Each library makes one of them. */
export type LibcFunction = readonly LibcCall[]

/** The parts of an examined ABI that {@link libcFunctions} needs. */
type Has = Pick<ExaminedAbi, 'abi' | 'has' | 'is'>

const EVERY = 'glibc and musl'

/** Calls that functions make beside the one that does what they are for. */
const BESIDE: ReadonlySet<string> = new Set(
  'brk close exit exit_group fcntl futex getpid gettid madvise mmap mprotect munmap rseq rt_sigaction rt_sigprocmask rt_sigreturn set_robust_list set_tid_address'.split(
    ' ',
  ),
)

/** The calls of a function that tell libraries apart by their arguments too, and how a message shows them. */
const BY_ARGUMENTS: Readonly<Record<string, string>> = {
  fork: 'clone with the flags of fork()',
}

const namesOf = (list: readonly MeasuredCall[]): readonly string[] => list.map(({ name }) => name)

/** The call that only `list` has; `undefined` where it has several, or none. */
function onlyIn(list: readonly MeasuredCall[], other: readonly MeasuredCall[]): MeasuredCall | undefined {
  const others = namesOf(other)
  const own = list.filter(({ name }) => !BESIDE.has(name) && !others.includes(name))
  return own.length === 1 ? own[0] : undefined
}

/** An ABI, and the calls that libraries try first and that need not run. */
interface AbiContext {
  readonly on: Has
  readonly tried: ReadonlySet<string>
}

/** The call of a message. Its arguments matter only where another function makes the same call with others. */
function messageCall(
  { on, tried }: AbiContext,
  name: string,
  call: MeasuredCall,
  libc: LibcName,
): LibcCall | undefined {
  const isTriedFirst = tried.has(call.name)
  const made = { name: call.name, ...(isTriedFirst ? {} : { by: libc }), fallsBack: call.instead.length > 0 }
  const shown = call.name === 'clone' ? BY_ARGUMENTS[name] : undefined
  if (shown === undefined) return { ...made, shown: call.name }
  const tests = call.fixed.map(({ argument, values }) => on.is(call.name, argument, ...values))
  const known = tests.filter((test) => test !== undefined)
  return tests.length === 0 || known.length < tests.length ? undefined : { ...made, shown, args: all(known) }
}

/** The calls by which the lists of two libraries differ; none where they differ in none, or in several. */
function byLists(
  on: AbiContext,
  [one, other]: readonly [FunctionCalls, FunctionCalls],
): readonly LibcFunction[] {
  return one.lists.flatMap((list) =>
    other.lists.flatMap((another) => {
      const [a, b] = [onlyIn(list, another), onlyIn(another, list)]
      if (a === undefined || b === undefined) return []
      const calls = [messageCall(on, one.function, a, 'glibc'), messageCall(on, one.function, b, 'musl')]
      const known = calls.filter((call) => call !== undefined)
      return known.length === 2 ? [known] : []
    }),
  )
}

/** A call that both libraries make first, with an older one that no function makes first. */
function byAge(
  [one, other]: readonly [FunctionCalls, FunctionCalls],
  { tried }: AbiContext,
  first: ReadonlySet<string>,
): readonly LibcFunction[] {
  const lists = [...one.lists, ...other.lists]
  const own = lists.map((list) => namesOf(list).filter((name) => !BESIDE.has(name)))
  const [call] = own[0] ?? []
  if (call === undefined || tried.has(call) || own.some((names) => names.length !== 1 || names[0] !== call))
    return []
  const measured = lists.flatMap((list) => list.flatMap(({ instead }) => instead.map(({ name }) => name)))
  const written = OLDER_CALLS.filter(
    ({ function: name, request }) => name === one.function && request === undefined,
  )
  const demanded = written.filter(({ isToday }) => isToday)
  const older = [...measured, ...written.filter(({ isToday }) => !isToday).map((each) => each.call)]
  const olds = [...new Set(older)].filter((name) => !first.has(name) && !BESIDE.has(name))
  const both: LibcCall = { name: call, shown: call, by: EVERY, fallsBack: false }
  return [
    ...(olds.length === 0 ? [] : [[both, ...olds.map((name) => ({ name, shown: name, fallsBack: false }))]]),
    ...demanded.map(({ call: name, libc, versions }) => [
      { name, shown: name, by: `${libc} ${versions}` },
      both,
    ]),
  ]
}

/** tcgetattr(), with which isatty() of glibc and so the start of most programs asks for a terminal. */
function terminals({ abi, is }: Has): readonly LibcFunction[] {
  const [old, recent] = [TCGETS, TCGETS2].map((request) => valueOn(request, abi.token))
  // ppc has no TCGETS2: its TCGETS does the same.
  if (old === undefined || recent === undefined) return []
  const [before, since] = [old, recent].map((value) => is('ioctl', 'cmd', BigInt(value)))
  if (before === undefined || since === undefined) return []
  return [
    [
      { name: 'ioctl', shown: 'ioctl(TCGETS)', args: before, by: 'musl, and glibc before 2.42' },
      { name: 'ioctl', shown: 'ioctl(TCGETS2)', args: since, by: 'glibc since 2.42' },
    ],
  ]
}

const keyOf = (calls: LibcFunction): string => calls.map(({ shown }) => shown).join()

/** The functions on an ABI, with the calls that it has. */
export function libcFunctions(on: Has): readonly LibcFunction[] {
  expectObject(on, 'on', 'abi', 'has', 'is')
  expectFunction(on.has, 'on.has')
  expectFunction(on.is, 'on.is')
  const [glibc, musl] = LIBCS.map((libc) => callsOfFunctions(libc, on.abi.token))
  const measured = [...(glibc ?? []), ...(musl ?? [])]
  const tried = new Set(libcFallbacks(on.has).map(({ call }) => call))
  const first = new Set(measured.flatMap(({ lists }) => lists.flatMap(namesOf)))
  const pairs = (glibc ?? []).flatMap((one) => {
    const other = musl?.find((each) => each.function === one.function)
    return other === undefined ? [] : [[one, other] as const]
  })
  const found = [
    ...pairs.flatMap((pair) => [...byLists({ on, tried }, pair), ...byAge(pair, { on, tried }, first)]),
    ...terminals(on),
  ].map((calls) => calls.filter(({ name }) => on.has(name)))
  return found.filter(
    (calls, i) => calls.length > 1 && found.findIndex((other) => keyOf(other) === keyOf(calls)) === i,
  )
}
