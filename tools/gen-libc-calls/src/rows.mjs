/** Rows of the table from measurements: functions whose calls are equal on all ABIs of all libraries are left out. */
import { valueOn } from '@seccompile/constants'
import { constantNamed, nameOfValue, namesOfBits } from '@seccompile/constants/all'
import { signatureOf, signedAbiTable, SELECTING_ARGUMENTS } from '@seccompile/signatures'
import { isOwnArgument } from './own-arguments.mjs'

/** Families of constants by which a library makes a call do what an older one does: `unlinkat` with AT_REMOVEDIR is `rmdir`. */
const FAMILIES = ['at', 'clock', 'clone', 'epoll', 'itimer', 'o', 'rename', 'sock', 'timer']

const familyOf = (abi, call, argument) =>
  signatureOf(signedAbiTable(abi), call)?.args.find(({ name }) => name === argument)?.family

/** Whether the value of an argument says which of several things a call does. */
function tells(abi, call, argument, texts) {
  if (texts.split('+').every((text) => isOwnArgument(call, argument, BigInt(text)))) return true
  if (SELECTING_ARGUMENTS.some((one) => one.call === call && one.argument === argument)) return true
  return FAMILIES.includes(familyOf(abi, call, argument))
}

/** `value` by the names of constants, which hold on all ABIs; the signal of a child is in the last byte of the flags of clone. */
function valueText(abi, call, family, value) {
  if (value === 0n || family === undefined) return `${value}`
  // One number has two names: which is meant depends on the call.
  if (family === 'at' && value === 0x200n) return call === 'unlinkat' ? 'AT_REMOVEDIR' : 'AT_EACCESS'
  const signal =
    family === 'clone' && (value & 0xffn) === BigInt(valueOn(constantNamed('SIGCHLD'), abi))
      ? 0xffn & value
      : 0n
  const rest = value & ~signal
  const named = rest === 0n ? [] : [nameOfValue(family, rest, abi) ?? namesOfBits(family, rest, abi)]
  return [...named, ...(signal === 0n ? [] : ['SIGCHLD'])].join('|')
}

const has = (abi, call) => signedAbiTable(abi).numbers.has(call)
const keyOf = ({ libc, function: of }) => `${libc} ${of}`

/** A call as a text: `unlinkat(dfd=AT_FDCWD,flag=AT_REMOVEDIR)`. A descriptor that the probe happened to get tells nothing. */
export function callText(abi, { name, fixed }) {
  const shown = fixed.flatMap(([argument, texts]) => {
    if (!tells(abi, name, argument, texts)) return []
    const family = familyOf(abi, name, argument)
    const values = texts.split('+').map((text) => valueText(abi, name, family, BigInt(text)))
    const isDescriptor = argument.endsWith('dfd') && values.some((value) => value !== 'AT_FDCWD')
    return isDescriptor ? [] : [`${argument}=${values.join('+')}`]
  })
  return shown.length === 0 ? name : `${name}(${shown.join()})`
}

const nameOf = (text) => text.replace(/\(.*/, '')

/**
 * The calls that a function makes after ENOSYS of a call. Where that was not measured on the ABI itself, under an emulator, it is taken
 * from ABIs with the same word size, or else from all.
 */
function insteadOf(measured) {
  const found = measured.flatMap((one) =>
    Object.entries(one.instead).map(([call, others]) => ({
      key: `${keyOf(one)} ${call}`,
      abi: one.abi,
      texts: others.map((other) => callText(one.abi, other)),
    })),
  )
  const wordSize = (abi) => signedAbiTable(abi).wordSize
  return (one, call) => {
    const all = found.filter(({ key }) => key === `${keyOf(one)} ${call}`)
    const own = all.filter(({ abi }) => abi === one.abi)
    const alike = all.filter(({ abi }) => wordSize(abi) === wordSize(one.abi))
    const [nearest = []] = [own, alike, all].filter((list) => list.length > 0)
    const texts = [...new Set(nearest.flatMap((each) => each.texts))]
    return texts.filter((other) => has(one.abi, nameOf(other)))
  }
}

/** On m68k every function that sets errno asks where it is. The row of the start of a program has the call. */
const isNoise = (one, { name }) =>
  one.abi === 'm68k' && name === 'get_thread_area' && !one.function.startsWith('start of ')

/** The calls of a measurement as a text: `clone3?clone(clone_flags=…);rt_sigaction rmdir`. */
function callsText(one, instead) {
  const { abi, calls, missing } = one
  // A call that the kernel or the emulator lacks is followed by the calls that the function makes in place of it.
  const fallen = new Set(missing.flatMap((call) => instead(one, call).map(nameOf)))
  return calls
    .filter((call) => !fallen.has(call.name) && !isNoise(one, call))
    .map((call) => {
      const others = instead(one, call.name)
      return `${callText(abi, call)}${others.length === 0 ? '' : `?${others.toSorted().join(';')}`}`
    })
    .toSorted()
    .join(' ')
}

const namesOnly = (text) => text.replaceAll(/\([^)]*\)/g, '')

/**
 * The rows of the table, as `[function, libc, abis, calls]`.
 * @param measured - `{ function, libc, abi, calls, instead, missing }` each
 * @param kept - functions that have rows in any case
 */
export function rowsOf(measured, kept = []) {
  const instead = insteadOf(measured)
  const texts = measured.map((one) => ({ ...one, text: callsText(one, instead) }))
  const functions = [...new Set(texts.map((one) => one.function))].sort()
  return functions.flatMap((of) => {
    const own = texts.filter((one) => one.function === of)
    if (!kept.includes(of) && new Set(own.map(({ text }) => namesOnly(text))).size < 2) return []
    const groups = new Map()
    for (const { libc, abi, text } of own) {
      const key = `${libc}\n${text}`
      groups.set(key, (groups.get(key) ?? new Set()).add(abi))
    }
    return withOthers([...groups], measured)(of)
  })
}

/** The ABIs on which a library was measured, in their order. */
export const measuredAbis = (measured, libc) => [
  ...new Set(measured.filter((one) => one.libc === libc).map(({ abi }) => abi)),
]

/** The rows of a function. `*` stands for the measured ABIs that no other row of the function and the library has. */
function withOthers(groups, measured) {
  const rows = groups.map(([key, abis]) => ({
    libc: key.split('\n')[0],
    text: key.split('\n')[1],
    abis: [...abis],
  }))
  const most = (libc) => {
    const own = rows.filter((row) => row.libc === libc)
    const all = own.flatMap(({ abis }) => abis)
    if (measuredAbis(measured, libc).some((abi) => !all.includes(abi))) return undefined
    const alone = own.filter(({ abis }) =>
      abis.every((abi) => all.filter((each) => each === abi).length === 1),
    )
    return alone.reduce(
      (best, row) => (row.abis.length > Math.max(1, best?.abis.length ?? 0) ? row : best),
      undefined,
    )
  }
  return (of) =>
    rows.map((row) => [of, row.libc, most(row.libc) === row ? '*' : row.abis.join(' '), row.text])
}
