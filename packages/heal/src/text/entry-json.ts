/*
 * A new entry of a profile in JSON, formatted as its neighbours are.
 *
 * The last entry shows whether entries, names and conditions stand on one line or on several, and by what lines are indented.
 */
import type { PlacedList, PlacedMap, PlacedNode } from './placed-node.ts'
import { memberOf } from './placed-node.ts'
import { indentAt, lineBreak } from './splice.ts'
import type { EditedEntry, EntryArg, EntryRequirement } from './entry.ts'

/** How entries are formatted. */
interface JsonStyle {
  /** The indentation of one level. */
  readonly unit: string
  readonly eol: string
  /** What stands behind a key: `: `. */
  readonly colon: string
  /** What divides the parts of a line: `, `. */
  readonly comma: string
  /** What stands inside the braces of an object on one line. */
  readonly pad: string
  readonly isTall: {
    readonly entry: boolean
    readonly names: boolean
    readonly args: boolean
    readonly arg: boolean
  }
  /** Whether the action stands before the names. */
  readonly actionFirst: boolean
}

const firstOf = (node: PlacedNode): number | undefined => {
  if (node.kind === 'list') return node.items[0]?.start
  return node.kind === 'map' ? node.members[0]?.start : undefined
}

/** Whether a line ends between the bracket of `node` and its first part; `otherwise` where it is empty or absent. */
function isTall(text: string, node: PlacedNode | undefined, otherwise: boolean): boolean {
  const first = node && firstOf(node)
  return node === undefined || first === undefined ? otherwise : text.slice(node.start, first).includes('\n')
}

/** The indentation of the parts of `node`, without that of `node`. */
function unitOf(text: string, node: PlacedNode): string | undefined {
  const first = firstOf(node)
  if (first === undefined || !isTall(text, node, false)) return undefined
  const outer = indentAt(text, node.start)
  const inner = indentAt(text, first)
  return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : undefined
}

/** What divides the members of an object on one line. */
function commaOf(text: string, flat: PlacedNode | undefined): string {
  const [first, second] = flat?.kind === 'map' ? flat.members : []
  return first === undefined || second === undefined ? ', ' : text.slice(first.value.end, second.start)
}

function styleOf(text: string, root: PlacedMap, entries: PlacedList | undefined): JsonStyle {
  const sample = entries?.items.findLast((item) => item.kind === 'map')
  const withArgs = entries?.items
    .map((item) => memberOf(item, 'args'))
    .findLast((args) => args?.kind === 'list' && args.items.length > 0)
  const [arg] = withArgs?.kind === 'list' ? withArgs.items : []
  const shown = sample ?? root
  const [member] = shown.members
  const tall = isTall(text, sample, isTall(text, root, true))
  const flat = [sample, arg].find((node) => node?.kind === 'map' && !isTall(text, node, true))
  const names = memberOf(sample, 'names')
  return {
    unit: (sample && unitOf(text, sample)) ?? unitOf(text, root) ?? '  ',
    eol: lineBreak(text),
    colon: member === undefined ? ': ' : text.slice(member.end, member.value.start),
    comma: commaOf(text, flat),
    pad: flat === undefined ? ' ' : text.slice(flat.start + 1, firstOf(flat)),
    isTall: {
      entry: tall,
      names: isTall(text, names, tall),
      args: isTall(text, withArgs, tall),
      arg: isTall(text, arg, tall),
    },
    actionFirst:
      shown.members.findIndex(({ key }) => key === 'action') <
      shown.members.findIndex(({ key }) => key === 'names'),
  }
}

/** `parts` between brackets, on one line or on several. */
function bracketed(
  [open, close]: readonly [open: string, close: string],
  parts: readonly string[],
  isMany: boolean,
  indent: string,
  { unit, eol, comma }: JsonStyle,
  pad: string,
): string {
  if (parts.length === 0) return open + close
  if (!isMany) return `${open}${pad}${parts.join(comma)}${pad}${close}`
  const inner = indent + unit
  return `${open}${eol}${parts.map((part) => inner + part).join(`,${eol}`)}${eol}${indent}${close}`
}

function argText({ index, value, valueTwo, op }: EntryArg, indent: string, style: JsonStyle): string {
  const member = (key: string, text: string): string => `"${key}"${style.colon}${text}`
  const parts = [
    member('index', String(index)),
    member('value', String(value)),
    ...(valueTwo === undefined ? [] : [member('valueTwo', String(valueTwo))]),
    member('op', JSON.stringify(op)),
  ]
  return bracketed(['{', '}'], parts, style.isTall.arg, indent, style, style.pad)
}

/** A requirement on one line. */
function requirementText(
  key: string,
  requirement: EntryRequirement | undefined,
  { colon, comma }: JsonStyle,
): readonly string[] {
  if (requirement === undefined) return []
  const members = Object.entries(requirement).map(
    ([name, value]: readonly [string, string | readonly string[]]) => {
      const text =
        typeof value === 'string'
          ? JSON.stringify(value)
          : `[${value.map((each) => JSON.stringify(each)).join(comma)}]`
      return `"${name}"${colon}${text}`
    },
  )
  return [`"${key}"${colon}{${members.join(comma)}}`]
}

function entryText(entry: EditedEntry, indent: string, style: JsonStyle): string {
  const { names, action, args, errnoRet, includes, excludes } = entry
  const { unit, colon, isTall: tall } = style
  const inner = tall.entry ? indent + unit : indent
  const listed = names.map((name) => JSON.stringify(name))
  const own = [
    `"names"${colon}${bracketed(['[', ']'], listed, tall.names, inner, style, '')}`,
    `"action"${colon}${JSON.stringify(action)}`,
  ]
  const parts = args.map((arg) => argText(arg, tall.args ? inner + unit : inner, style))
  const members = [
    ...(style.actionFirst ? own.toReversed() : own),
    ...(errnoRet === undefined ? [] : [`"errnoRet"${colon}${errnoRet}`]),
    ...(args.length === 0
      ? []
      : [`"args"${colon}${bracketed(['[', ']'], parts, tall.args, inner, style, '')}`]),
    ...requirementText('includes', includes, style),
    ...requirementText('excludes', excludes, style),
  ]
  return bracketed(['{', '}'], members, tall.entry, indent, style, style.pad)
}

/** The texts of `entries`, new ones of the list `list` of the profile `root`, or of a list that is to be made. */
export function jsonEntries(
  text: string,
  root: PlacedMap,
  list: PlacedList | undefined,
  entries: readonly EditedEntry[],
): readonly string[] {
  const style = styleOf(text, root, list)
  const [first] = list?.items ?? []
  const indent =
    first === undefined ? indentAt(text, list?.start ?? root.start) + style.unit : indentAt(text, first.start)
  return entries.map((entry) => entryText(entry, indent, style))
}

const FLAT: JsonStyle['isTall'] = { entry: false, names: false, args: false, arg: false }

/** The texts of `entries` on one line each. A line of a flow of YAML may not begin where the key of the flow does. */
export function flatEntries(
  text: string,
  root: PlacedMap,
  list: PlacedList | undefined,
  entries: readonly EditedEntry[],
): readonly string[] {
  const style = { ...styleOf(text, root, list), colon: ': ', comma: ', ', pad: '', isTall: FLAT }
  return entries.map((entry) => entryText(entry, '', style))
}

/** The text of a list of new entries, for the empty list or the key that is absent. */
export function jsonList(text: string, root: PlacedMap, entries: readonly EditedEntry[]): string {
  const style = styleOf(text, root, undefined)
  const indent = indentAt(text, root.start) + style.unit
  const items = entries.map((entry) => entryText(entry, indent + style.unit, style))
  return bracketed(['[', ']'], items, true, indent, style, '')
}
