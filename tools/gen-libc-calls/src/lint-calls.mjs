/** The part of the measured table that `libc-gap` and `enosys-expected` need, by the choices of lint-choices.mjs. */
import { join } from 'node:path'
import { callsOfFunctions, LIBCS, MEASURED_WITH, OLDER_CALLS } from '@seccompile/libc-calls'
import { signatureOf, signedAbiTable } from '@seccompile/signatures'
import { abis } from '@seccompile/syscalls'
import { format, resolveConfig } from 'prettier'
import { lintText } from './emit-lint.mjs'
import { BESIDE, FUNCTIONS, NOT_MEASURED, OLDEST_LINUX, WITHOUT_OLDER } from './lint-choices.mjs'
import { callText } from './rows.mjs'

const TOKENS = abis.map(({ token }) => token)
const unique = (list) => [...new Set(list)]
const grouped = (list, keyOf) =>
  unique(list.map(keyOf)).map((key) => list.filter((one) => keyOf(one) === key))
const isAfter = ([major, minor], [thanMajor, thanMinor]) =>
  major > thanMajor || (major === thanMajor && minor > thanMinor)

/** Every measured call, each with the library, the ABI and the function. */
export const measured = () =>
  LIBCS.flatMap((libc) =>
    TOKENS.flatMap((abi) =>
      callsOfFunctions(libc, abi).flatMap(({ function: of, lists }) =>
        lists.flat().map((call) => ({ libc, abi, function: of, ...call })),
      ),
    ),
  )

/** Whether every ABI got the call after the oldest Linux of glibc. An ABI that is younger than a call has it from its first Linux. */
const isNewer = (call) =>
  TOKENS.every((abi) => {
    const since = signatureOf(signedAbiTable(abi), call)?.since
    return since === undefined || isAfter(since, OLDEST_LINUX)
  })

/** The newer calls in their order, each as `[call, older calls]`. */
export function olderAfterEnosys(seen = measured()) {
  const calls = unique(seen.filter(({ instead }) => instead.length > 0).map(({ name }) => name))
  const byHand = NOT_MEASURED.map(({ call }) => call)
  return unique([...calls, ...byHand])
    .filter((call) => isNewer(call) && !WITHOUT_OLDER.includes(call))
    .sort()
    .map((call) => {
      const own = seen.filter(({ name }) => name === call).flatMap(({ instead }) => instead)
      const older = own.map(({ name }) => name).filter((name) => !BESIDE[call]?.includes(name))
      const others = NOT_MEASURED.filter((one) => one.call === call).map((one) => one.older)
      return [call, unique([...older, ...others])]
    })
}

/** A call that a library of today makes, as the text of the table: `ioctl(cmd=TCGETS)`. */
function textOf(abi, { name, fixed }, tests) {
  const own = fixed.filter(({ argument }) => argument === tests)
  return callText(abi, { name, fixed: own.map(({ argument, values }) => [argument, values.join('+')]) })
}

/** Versions of the library as words: that of the measurement is `before` a newer one that makes another call. */
function madeBy(libc, of) {
  const newer = OLDER_CALLS.find(
    (one) => one.function === of && one.libc === libc && /^since/.test(one.versions),
  )
  return newer === undefined ? libc : `${libc} ${newer.versions.replace('since', 'before')}`
}

/** The calls that other versions of the libraries make for a function. */
function ofVersions(abi, { function: of, tests }, seen) {
  const { numbers } = signedAbiTable(abi)
  const isMade = (libc, call) => seen.some((one) => one.libc === libc && one.abi === abi && one.name === call)
  return OLDER_CALLS.filter((one) => one.function === of && numbers.has(one.call)).flatMap((one) => {
    const text = one.request === undefined ? one.call : `${one.call}(${tests}=${one.request})`
    if (!one.isToday) return [{ text }]
    // A library that makes the call for no function of the ABI did not make it for this one either.
    return isMade(one.libc, one.call) ? [{ text, by: `${one.libc} ${one.versions}` }] : []
  })
}

/** One call of those with the same text. */
function joined(calls) {
  const makers = calls.filter(({ by }) => by !== undefined)
  const by = unique(makers.map((one) => one.by)).join(' and ')
  if (by === '') return { text: calls[0].text }
  const fallsBack = makers.every((one) => one.fallsBack === true)
  return { text: calls[0].text, by, ...(fallsBack ? { fallsBack } : {}) }
}

/** The calls of a function on an ABI, each as `{ text, by, fallsBack }`; no `by` where no library of today makes the call first. */
function callsOn(abi, choice, seen, newer) {
  const { function: of, tests, beside = [] } = choice
  const isOwn = (name) => signedAbiTable(abi).numbers.has(name) && !beside.includes(name)
  const all = seen.filter((one) => one.function === of && isOwn(one.name))
  // Calls for a time after 2038 are among the newer calls.
  const first = all.filter((one) => one.abi === abi && !one.name.endsWith('_time64'))
  const today = first.map((one) => ({
    text: textOf(abi, one, tests),
    by: madeBy(one.libc, of),
    fallsBack: one.instead.length > 0,
  }))
  const older = all
    .filter(({ name }) => !newer.includes(name) && first.some((one) => one.name === name))
    .flatMap(({ instead }) => instead.filter(({ name }) => isOwn(name)).map(({ name }) => ({ text: name })))
  const each = [...today, ...ofVersions(abi, choice, seen), ...older]
  return unique(each.map(({ text }) => text)).map((text) => joined(each.filter((one) => one.text === text)))
}

/**
 * The functions for which libraries or versions make different calls, together where they have the same ABIs: `{ abis, functions }`, and
 * each function as `{ function, calls }`.
 */
export function firstCalls(seen = measured()) {
  const newer = olderAfterEnosys(seen).map(([call]) => call)
  const rows = FUNCTIONS.flatMap((choice) => {
    const on = TOKENS.map((abi) => ({ abi, calls: callsOn(abi, choice, seen, newer) }))
    const groups = grouped(
      on.filter(({ calls }) => calls.length > 1),
      ({ calls }) => JSON.stringify(calls),
    )
    return groups.map((group) => ({
      abis: group.map(({ abi }) => abi).join(' '),
      function: choice.function,
      calls: group[0].calls,
    }))
  })
  return grouped(rows, ({ abis }) => abis).map((group) => ({
    abis: group[0].abis,
    functions: group.map(({ function: of, calls }) => ({ function: of, calls })),
  }))
}

/** The module that this makes. */
export const LINT_CALLS = join(import.meta.dirname, '../../../packages/lint/src/calls/measured-calls.ts')

/** The text of {@link LINT_CALLS}. */
export async function lintModule() {
  const seen = measured()
  const text = lintText({ older: olderAfterEnosys(seen), first: firstCalls(seen) }, MEASURED_WITH)
  return format(text, { parser: 'typescript', ...(await resolveConfig(LINT_CALLS)) })
}
