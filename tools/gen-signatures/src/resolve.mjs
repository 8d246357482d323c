/**
 * The signature of every call of every column, from the entry points of a source tree and from the tables by hand.
 *
 * A call has one list of names for all ABIs. The names are those of the first ABI, in the order of the list of ABIs, that
 * has the call from a native entry point; where another ABI has as many arguments, they get these names by position. Where
 * it has the same names in another order (clone), or another number of arguments (mmap by a pointer), it keeps its own.
 */
import { committedCalls } from '../tables.mjs'
import { CALLS, isByHand, LAYOUTS, NARROWER, OWN_NAMES, reasonOf, SAME, SAME_CALL } from './by-hand.mjs'
import { COLUMNS } from './columns.mjs'
import { definitionOf, entriesOfColumn, spellings } from './entries.mjs'
import { readsOf } from './types.mjs'

/** The number of arguments in `seccomp_data`. */
const ARGUMENTS = 6

/**
 * Yields a Map from column to `{ calls, absent }`: Maps from call to `{ args, origin, source }` and to the reason why there
 * is no signature. `sourceOf` yields the tree of a column and the entry points of this tree; `src` is the `src` of
 * packages/syscalls; an argument is `{ name, type, width, signed, pointer, index, pair }`.
 */
export function resolve(sourceOf, src) {
  const columns = new Map()
  const served = new Map(
    Object.keys(COLUMNS).map((column) => [column, entriesOfColumn(sourceOf(column).tree, column).entries]),
  )
  const renamed = callsOfOtherEntries(served)
  for (const column of Object.keys(COLUMNS)) {
    const { entries } = sourceOf(column)
    const calls = new Map()
    const absent = new Map()
    for (const call of committedCalls(src, column).keys()) {
      const sourced = bySource(entries, column, call, served.get(column).get(call), renamed)
      if (sourced !== undefined && isByHand(call, column))
        throw new Error(`${call} of ${column} is in ${sourced.source}; remove it from src/by-hand.mjs`)
      const found = sourced ?? byHand(column, call)
      if (found === undefined) absent.set(call, reasonOf(call))
      else calls.set(call, found)
    }
    columns.set(column, { calls, absent })
  }
  nameAlike(columns)
  narrow(columns)
  return columns
}

/** The calls that some column serves by an entry point of another name, such as `umount` by `sys_oldumount`. */
function callsOfOtherEntries(served) {
  const found = new Set()
  for (const entries of served.values())
    for (const [call, entry] of entries)
      if (entry !== '-' && entry !== 'sys_ni_syscall' && entry !== `sys_${call}`) found.add(call)
  return found
}

function bySource(entries, column, call, entry, renamed) {
  let names = []
  if (entry === undefined) return undefined
  if (entry !== '-' && entry !== 'sys_ni_syscall') names = spellings(entry)
  // A number without an entry point here has the parameters of the function that serves the call on other ABIs.
  else if (!renamed.has(call)) names = [`sys_${call}`]
  for (const name of names) {
    const definition = definitionOf(entries, name, column)
    if (definition === undefined) continue
    // Parameters that a stub in assembly passes beside the saved registers are no arguments of the program.
    const args = definition.args.some(({ type }) => type.startsWith('struct pt_regs')) ? [] : definition.args
    return {
      args: layOut(args, LAYOUTS[name], column, name),
      origin: 'source',
      source: definition.file,
      entry: name,
    }
  }
  return undefined
}

function byHand(column, call) {
  const found = CALLS.find((entry) => entry.call === call && entry.columns.includes(column))
  if (found === undefined) return undefined
  const args = found.args.map((text) => {
    const [, type, name] = /^(.*) (\w+)$/.exec(text)
    return { type, name }
  })
  return {
    args: layOut(args, undefined, column, call),
    origin: 'hand',
    source: found.source,
    entry: `sys_${call}`,
  }
}

/** Gives each parameter its place in `seccomp_data.args`. */
export function layOut(params, layout, column, entry) {
  const { bits, arch, pairs, first = 0 } = COLUMNS[column]
  const args = []
  let index = first
  const place = (param, halves) => {
    const reads = readsOf(param.type, bits, arch)
    const pair = halves ?? (param.pair === true || (bits === 32 && reads.width === 64))
    if (param.name === undefined)
      throw new Error(`${entry} of ${column}: a parameter of type "${param.type}" has no name`)
    if (pair && halves === undefined && param.pair !== true) {
      // An ABI without a known compiler rule for pairs passes no pair as one C parameter. The one exception is a call
      // whose first parameter is the pair, which needs no rule.
      if (pairs === undefined && index !== first)
        throw new Error(`${entry} of ${column}: no rule places a value of two registers at register ${index}`)
      if (pairs === 'aligned' && index % 2 === 1) index++
    }
    // The seventh register of mips o32 is not in seccomp_data, nor is the sixth of m68k.
    if (index + (pair ? 2 : 1) <= ARGUMENTS) {
      args.push({
        name: param.name,
        type: pair && reads.width !== 64 ? 'u64' : param.type,
        ...reads,
        ...(pair ? { width: 64 } : {}),
        index,
        pair,
        ...(pair && reads.width !== 64 ? { joined: true } : {}),
      })
    }
    index += pair ? 2 : 1
  }
  if (layout === undefined) {
    for (const param of params) place(param)
    return args
  }
  const words = layout.split(' ')
  const flat = params.flatMap((param) =>
    readsOf(param.type, bits, arch).width === 64 ? [param, param] : [param],
  )
  if (flat.length !== words.length)
    throw new Error(
      `${entry} of ${column}: C has ${flat.length} registers, and the layout has ${words.length}`,
    )
  for (let at = 0; at < words.length; at++) {
    const half = words[at].endsWith(':')
    if (words[at] === '-') index++
    else place({ type: flat[at].type, name: words[at].replace(':', '') }, half)
    if (half && words[++at] !== words[at - 1])
      throw new Error(`${entry}: the layout "${layout}" has only one half of a value`)
  }
  return args
}

/** Gives each argument of a call one name on all ABIs. */
export function nameAlike(columns) {
  const references = new Map()
  for (const { calls } of columns.values()) {
    for (const [call, signature] of calls) {
      for (const { calls: of, from, to } of SAME)
        if (of.includes(call)) for (const arg of signature.args) if (arg.name === from) arg.name = to
      if (signature.entry.startsWith('compat_') || references.has(call)) continue
      references.set(call, signature)
    }
  }
  for (const { calls } of columns.values()) {
    for (const [call, signature] of calls) {
      const reference = references.get(call) ?? signature
      if (reference === signature || OWN_NAMES.includes(call)) continue
      const theirs = reference.args
      if (!signature.args.every(({ name }) => theirs.some((arg) => arg.name === name))) {
        const alike = ({ pointer }, at) => pointer === theirs[at].pointer
        if (signature.args.length !== theirs.length || !signature.args.every(alike)) continue
        for (const [at, arg] of signature.args.entries()) arg.name = theirs[at].name
      }
    }
  }
  typeHalves(columns)
}

/**
 * Gives a value that C joins from two halves the type that it has where it is whole: on another ABI, or in an
 * equivalent call.
 */
function typeHalves(columns) {
  const whole = new Map()
  const each = (visit) => {
    for (const { calls } of columns.values())
      for (const [call, { args }] of calls)
        for (const arg of args) visit(`${SAME_CALL[call] ?? call}.${arg.name}`, arg)
  }
  each((place, arg) => {
    if (arg.joined !== true && arg.width === 64 && !arg.pointer && !whole.has(place)) whole.set(place, arg)
  })
  each((place, arg) => {
    const found = arg.joined === true ? whole.get(place) : undefined
    if (found === undefined) return
    arg.type = found.type
    arg.signed = found.signed
  })
}

/** Applies the widths and signs of arguments that the kernel reads in part. */
export function narrow(columns) {
  const used = new Set()
  for (const { calls } of columns.values()) {
    for (const entry of NARROWER) {
      const arg = calls.get(entry.call)?.args.find(({ name }) => name === entry.arg)
      if (arg === undefined) continue
      used.add(entry)
      if (arg.width < entry.width) continue
      arg.width = entry.width
      if (entry.signed !== undefined) arg.signed = entry.signed
    }
  }
  const stale = NARROWER.find((entry) => !used.has(entry))
  if (stale !== undefined) throw new Error(`no ABI has an argument "${stale.arg}" of ${stale.call}`)
}
