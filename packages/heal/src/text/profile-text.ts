/*
 * Edits of a profile in the JSON of OCI and Docker, and in the YAML of a SeccompProfile.
 *
 * The reader of profiles gives each rule its place in the text. By it the entry of a rule is found in the tree.
 */
import type { Policy, PolicyRule } from '@seccompile/policy'
import { expectList, expectObject, expectText } from '@seccompile/shape'
import type { NameInEntry, PolicyEdit } from '../edit/edit.ts'
import { entryOfRule } from './entry.ts'
import type { EditedEntry } from './entry.ts'
import { flatEntries, jsonEntries, jsonList } from './entry-json.ts'
import { yamlEntries } from './entry-yaml.ts'
import { itemAt, jsonNode, memberOf, yamlNodes } from './placed-node.ts'
import type { PlacedList, PlacedMap, PlacedNode } from './placed-node.ts'
import type { EditableText } from './policy-text.ts'
import {
  indentAt,
  insertItem,
  itemPrefix,
  lineBreak,
  lineStart,
  placeFor,
  removeItems,
  replaceItems,
  spliced,
  wordsOf,
} from './splice.ts'
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
    return itemAt(list, at(source.line, source.column))
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

/** What taking names out of entries does to the text. An entry without names goes. */
interface Taking {
  readonly splices: readonly Splice[]
  /** The entries that go. */
  readonly gone: readonly number[]
}

function takingOf(text: string, list: PlacedList, takes: readonly NameInEntry[]): Taking {
  const gone: number[] = []
  const splices: Splice[] = []
  for (const entry of [...new Set(takes.map((one) => one.entry))].sort((a, b) => a - b)) {
    const taken = takes.flatMap((one) => (one.entry === entry ? [one.name] : []))
    const names = namesOf(list, entry)
    const words = names?.kind === 'list' ? wordsOf(names) : []
    const indices = words.flatMap((word, index) => (taken.includes(word) ? [index] : []))
    if (names?.kind !== 'list' || indices.length === words.length) gone.push(entry)
    else splices.push(...removeItems(text, names, indices))
  }
  return { splices, gone }
}

/** How new entries are written. A splice, or texts, are `undefined` where the text has a form that is not known. */
interface ProfileTree {
  /** The texts of entries in the list of entries, which has some. */
  readonly textsOf: (list: PlacedList, entries: readonly EditedEntry[]) => readonly string[] | undefined
  /** The splice that makes a list of entries, where there is none or an empty one. */
  readonly makeList: (entries: readonly EditedEntry[]) => Splice | undefined
}

type Splices = readonly (Splice | undefined)[]

/** The splices that remove the entries `gone` and append `entries`. */
function entrySplices(
  text: string,
  list: PlacedList | undefined,
  gone: readonly number[],
  entries: readonly EditedEntry[],
  { textsOf, makeList }: ProfileTree,
): Splices {
  if (list === undefined || list.items.length === 0) return entries.length === 0 ? [] : [makeList(entries)]
  if (entries.length === 0) return removeItems(text, list, gone)
  const items = textsOf(list, entries)
  if (items === undefined) return [undefined]
  if (gone.length === list.items.length) return [replaceItems(text, list, items)]
  return [
    ...removeItems(text, list, gone),
    ...items.map((item) => insertItem(text, list, list.items.length, item)),
  ]
}

function profileText(
  text: string,
  policy: Policy,
  list: PlacedList | undefined,
  tree: ProfileTree,
): EditableText | undefined {
  const entries = entriesOf(text, list, policy.rules)
  if (entries === undefined) return undefined
  const write = ({ joins, takes, rules }: PolicyEdit): string | undefined => {
    const { splices, gone } = list === undefined ? { splices: [], gone: [] } : takingOf(text, list, takes)
    const all: Splices = [
      ...(list === undefined ? [] : joinSplices(text, list, joins)),
      ...splices,
      ...entrySplices(text, list, gone, rules.map(entryOfRule), tree),
    ]
    const known = all.filter((splice) => splice !== undefined)
    return known.length === all.length ? spliced(text, known) : undefined
  }
  return {
    style: 'index',
    canJoin: (entry) => list !== undefined && namesOf(list, entry)?.kind === 'list',
    entryOf: (rule) => entries[rule]!,
    write,
  }
}

/** The splice that makes a list of entries in the profile `root`. */
function madeList(text: string, root: PlacedMap, entries: readonly EditedEntry[]): Splice | undefined {
  const made = jsonList(text, root, entries)
  const list = memberOf(root, 'syscalls')
  if (list !== undefined) return { start: list.start, end: list.end, text: made }
  const [first] = root.members
  const last = root.members.at(-1)
  if (first === undefined || last === undefined) return undefined
  const before = root.members.at(-2)
  const lead = text.slice(root.start + 1, first.start)
  const between = before === undefined ? `,${lead || ' '}` : text.slice(before.value.end, last.start)
  const colon = text.slice(last.end, last.value.start)
  return { start: last.value.end, end: last.value.end, text: `${between}"syscalls"${colon}${made}` }
}

const listIn = (node: PlacedNode | undefined): PlacedList | undefined =>
  node?.kind === 'list' ? node : undefined

function expectProfile(text: string, policy: Policy): void {
  expectText(text, 'text')
  expectObject(policy, 'policy', 'rules')
  expectList(policy.rules, 'policy.rules', 'names')
}

/** The profile in `text`, JSON that was read as `policy`; `undefined` where the places of its rules are not known. */
export function jsonProfile(text: string, policy: Policy): EditableText | undefined {
  expectProfile(text, policy)
  const root = jsonNode(text)
  if (root?.kind !== 'map') return undefined
  return profileText(text, policy, listIn(memberOf(root, 'syscalls')), {
    textsOf: (list, entries) => jsonEntries(text, root, list, entries),
    makeList: (entries) => madeList(text, root, entries),
  })
}

/** Whether the first item of a flow begins its line. */
const isOwnLine = (text: string, { items: [first] }: PlacedList): boolean =>
  first !== undefined && text.slice(lineStart(text, first.start), first.start).trim() === ''

/** The splice that makes a list of entries in the YAML of `spec`. */
function madeFlow(text: string, spec: PlacedMap, entries: readonly EditedEntry[]): Splice | undefined {
  const list = memberOf(spec, 'syscalls')
  const made = `[${flatEntries(text, spec, undefined, entries).join(', ')}]`
  if (list !== undefined) {
    const isEmpty = list.start === list.end
    return { start: list.start, end: list.end, text: isEmpty ? ` ${made}` : made }
  }
  const [first] = spec.members
  const last = spec.members.at(-1)
  if (first === undefined || last === undefined) return undefined
  const { end } = last.value
  const between = spec.isFlow ? ', ' : `${lineBreak(text)}${indentAt(text, first.start)}`
  return { start: end, end, text: `${between}syscalls: ${made}` }
}

/** The values that a SeccompProfile holds: integers of 64 bits with a sign. */
const SIGNED = 2n ** 63n - 1n

/** The resources in a document of Kubernetes. */
function resourcesIn(document: PlacedNode): readonly PlacedNode[] {
  const items = memberOf(document, 'items')
  return items?.kind === 'list' ? items.items : [document]
}

/**
 * The SeccompProfile in `text`, YAML that was read as `policy`; `undefined` where a part of the text stands for several.
 */
export function yamlProfile(text: string, policy: Policy): EditableText | undefined {
  expectProfile(text, policy)
  const specs = (yamlNodes(text) ?? [])
    .flatMap(resourcesIn)
    .map((resource) => memberOf(resource, 'spec'))
    .filter((spec) => spec?.kind === 'map')
  const spec = specs.find(
    (one) => entriesOf(text, listIn(memberOf(one, 'syscalls')), policy.rules) !== undefined,
  )
  // Without rules, nothing says which of several profiles it is.
  if (spec === undefined || (policy.rules.length === 0 && specs.length > 1)) return undefined
  const own = listIn(memberOf(spec, 'syscalls'))
  // A SeccompProfile has no requirements.
  const isKnown = (entries: readonly EditedEntry[]): boolean =>
    entries.every(({ includes, excludes }) => includes === undefined && excludes === undefined)
  const form = profileText(text, policy, own, {
    textsOf: (list, entries) => {
      if (!isKnown(entries)) return undefined
      if (list.isFlow)
        return isOwnLine(text, list)
          ? jsonEntries(text, spec, list, entries)
          : flatEntries(text, spec, list, entries)
      const prefix = itemPrefix(text, list)
      return prefix === undefined ? undefined : yamlEntries(text, list, prefix, entries)
    },
    makeList: (entries) => (isKnown(entries) ? madeFlow(text, spec, entries) : undefined),
  })
  return form && { ...form, valueBits: SIGNED }
}
