/*
 * Edits of a profile in the JSON of OCI and Docker, and in the YAML of a SeccompProfile.
 *
 * The reader of profiles gives each rule its place in the text. By it the entry of a rule is found in the tree.
 */
import type { Policy, PolicyRule } from '@seccompile/policy'
import type { NameInEntry, PolicyEdit } from '../edit/edit.ts'
import { entryOfRule } from './entry.ts'
import type { Entry } from './entry.ts'
import { jsonEntries, jsonList } from './entry-json.ts'
import { yamlEntries } from './entry-yaml.ts'
import { jsonNode, memberOf, yamlNodes } from './placed-node.ts'
import type { PlacedList, PlacedMap, PlacedNode } from './placed-node.ts'
import type { PolicyText } from './policy-text.ts'
import { insertItem, itemPrefix, placeFor, removeItems, spliced, wordsOf } from './splice.ts'
import type { Splice } from './splice.ts'

/** The offset of a place, whose lines and columns count from 1. */
function offsetOf(text: string): (line: number, column: number) => number {
  const starts = [0]
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length)
  return (line, column) => (starts[line - 1] ?? text.length) + column - 1
}

/** Yields the entry of `list` in which each rule stands; `undefined` where one stands in none. */
function entriesOf(
  text: string,
  list: PlacedList | undefined,
  rules: readonly PolicyRule[],
): readonly number[] | undefined {
  const at = offsetOf(text)
  const entries = rules.map(({ source }) => {
    if (source === undefined || list === undefined) return -1
    const offset = at(source.line, source.column)
    return list.items.findIndex(({ start, end }) => start <= offset && offset < end)
  })
  return entries.includes(-1) ? undefined : entries
}

const namesOf = (list: PlacedList, entry: number): PlacedNode | undefined =>
  memberOf(list.items[entry], 'names')

/** The splices that add `names` to an entry. */
function joinSplices(
  text: string,
  list: PlacedList,
  joins: readonly NameInEntry[],
): readonly (Splice | undefined)[] {
  return joins
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ entry, name }) => {
      const names = namesOf(list, entry)
      if (names?.kind !== 'list') return undefined
      const quotes = quoteOf(text, names)
      return insertItem(text, names, placeFor(wordsOf(names), name), `${quotes}${name}${quotes}`)
    })
}

function quoteOf(text: string, { items: [first] }: PlacedList): string {
  const character = first === undefined ? '' : (text[first.start] ?? '')
  return character === '"' || character === "'" ? character : ''
}

/** The splices that take names out of entries. An entry without names is removed. */
function takeSplices(text: string, list: PlacedList, takes: readonly NameInEntry[]): readonly Splice[] {
  const empty: number[] = []
  const splices: Splice[] = []
  for (const entry of [...new Set(takes.map((one) => one.entry))].sort((a, b) => a - b)) {
    const taken = takes.flatMap((one) => (one.entry === entry ? [one.name] : []))
    const names = namesOf(list, entry)
    const words = names?.kind === 'list' ? wordsOf(names) : []
    const indices = words.flatMap((word, index) => (taken.includes(word) ? [index] : []))
    if (names?.kind !== 'list' || indices.length === words.length) empty.push(entry)
    else splices.push(...removeItems(text, names, indices))
  }
  return [...splices, ...removeItems(text, list, empty)]
}

/** The text of a profile: its root, its list of entries, and how new entries are added to it. */
interface ProfileTree {
  readonly list: PlacedList | undefined
  readonly add: (entries: readonly Entry[]) => readonly (Splice | undefined)[]
}

function profileText(text: string, policy: Policy, { list, add }: ProfileTree): PolicyText | undefined {
  const entries = entriesOf(text, list, policy.rules)
  if (entries === undefined) return undefined
  const write = ({ joins, takes, rules }: PolicyEdit): string | undefined => {
    const splices = [
      ...(list === undefined ? [] : joinSplices(text, list, joins)),
      ...(list === undefined ? [] : takeSplices(text, list, takes)),
      ...(rules.length === 0 ? [] : add(rules.map(entryOfRule))),
    ]
    const known = splices.filter((splice) => splice !== undefined)
    return known.length === splices.length ? spliced(text, known) : undefined
  }
  return {
    style: 'index',
    canJoin: (entry) => list !== undefined && namesOf(list, entry)?.kind === 'list',
    entryOf: (rule) => entries[rule]!,
    write,
  }
}

/** The splices that append `items` to a list that has some. */
const appended = (
  text: string,
  list: PlacedList,
  items: readonly string[],
): readonly (Splice | undefined)[] => items.map((item) => insertItem(text, list, list.items.length, item))

function addToJson(text: string, root: PlacedMap): ProfileTree['add'] {
  const list = memberOf(root, 'syscalls')
  return (entries) => {
    if (list?.kind === 'list' && list.items.length > 0)
      return appended(text, list, jsonEntries(text, root, list, entries))
    const made = jsonList(text, root, entries)
    if (list !== undefined) return [{ start: list.start, end: list.end, text: made }]
    const last = root.members.at(-1)
    if (last === undefined) return [undefined]
    const before = root.members.at(-2)
    const first = root.members[0]!
    const lead = text.slice(root.start + 1, first.start)
    const between =
      before === undefined ? `,${lead === '' ? ' ' : lead}` : text.slice(before.value.end, last.start)
    const colon = text.slice(last.end, last.value.start)
    return [{ start: last.value.end, end: last.value.end, text: `${between}"syscalls"${colon}${made}` }]
  }
}

const listIn = (node: PlacedNode | undefined): PlacedList | undefined =>
  node?.kind === 'list' ? node : undefined

/** The profile in `text`, JSON that was read as `policy`; `undefined` where the places of its rules are not known. */
export function jsonProfile(text: string, policy: Policy): PolicyText | undefined {
  const root = jsonNode(text)
  if (root?.kind !== 'map') return undefined
  const list = listIn(memberOf(root, 'syscalls'))
  return profileText(text, policy, { list, add: addToJson(text, root) })
}

/** The resources in a document of Kubernetes. */
function resourcesIn(document: PlacedNode): readonly PlacedNode[] {
  const items = memberOf(document, 'items')
  return items?.kind === 'list' ? items.items : [document]
}

/**
 * The SeccompProfile in `text`, YAML that was read as `policy`; `undefined` where a part of the text stands for several, and
 * where the profile has no rule.
 */
export function yamlProfile(text: string, policy: Policy): PolicyText | undefined {
  const specs = (yamlNodes(text) ?? []).flatMap(resourcesIn).map((resource) => memberOf(resource, 'spec'))
  const lists = specs.map((spec) => listIn(memberOf(spec, 'syscalls')))
  const list = lists.find((one) => one !== undefined && entriesOf(text, one, policy.rules) !== undefined)
  if (list === undefined || policy.rules.length === 0) return undefined
  const add: ProfileTree['add'] = (entries) => {
    const prefix = itemPrefix(text, list)
    if (!list.isFlow && prefix === undefined) return [undefined]
    const spec = specs.find((one) => memberOf(one, 'syscalls') === list)
    const items =
      prefix === undefined || list.isFlow
        ? jsonEntries(text, spec as PlacedMap, list, entries)
        : yamlEntries(text, list, prefix, entries)
    return appended(text, list, items)
  }
  return profileText(text, policy, { list, add })
}
