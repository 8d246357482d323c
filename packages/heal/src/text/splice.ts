/*
 * Inserts and removes items of lists in a text. All other characters stay as they are, and what is inserted is divided as its
 * neighbours are.
 */
import type { PlacedList, PlacedNode } from './placed-node.ts'

/** A change of a text: what stands from `start` to `end` becomes `text`. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * `text` with `splices`. Of several at one place, the first stands first.
 * @throws Error where two overlap
 */
export function spliced(text: string, splices: readonly Splice[]): string {
  const sorted = splices.toSorted((a, b) => a.start - b.start || a.end - b.end)
  let result = ''
  let at = 0
  for (const { start, end, text: added } of sorted) {
    if (start < at) throw new Error('two changes of a text overlap')
    result += text.slice(at, start) + added
    at = end
  }
  return result + text.slice(at)
}

/** The offset of the first character of the line of `offset`. */
export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1

/** The offset of the line feed, or carriage return, that ends the line of `offset`, or of the end of the text. */
function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset)
  if (feed === -1) return text.length
  return text[feed - 1] === '\r' && feed > offset ? feed - 1 : feed
}

/** The line end that `text` uses. */
export const lineBreak = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')

/** The space at the start of the line of `offset`. */
export const indentAt = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? ''

/** The beginning of the line of the first item of a list of YAML: `    - `; `undefined` where the item does not begin its line. */
export function itemPrefix(text: string, { items: [first] }: PlacedList): string | undefined {
  if (first === undefined) return undefined
  const prefix = text.slice(lineStart(text, first.start), first.start)
  return /^ *- +$/.test(prefix) ? prefix : undefined
}

/** What stands between items, without comments of YAML: a comment is about one item. */
const withoutComments = (between: string): string => between.replaceAll(/[ \t]*#[^\r\n]*/g, '')

/** What divides the items of a flow. */
function divider(text: string, { start, end, items }: PlacedList): string {
  const [first, second] = items
  if (first === undefined) return ', '
  if (second !== undefined) return withoutComments(text.slice(items.at(-2)!.end, items.at(-1)!.start))
  const lead = withoutComments(text.slice(start + 1, first.start))
  if (lead.includes('\n')) return `,${lead}`
  return /^,\S/.test(text.slice(end, end + 2)) ? ',' : ', ' // as behind the list itself
}

/** Inserts `item` as item `at` of a list that has items. `undefined` where the form of the list is not known. */
export function insertItem(text: string, list: PlacedList, at: number, item: string): Splice | undefined {
  const next = list.items[at]
  const last = list.items.at(-1)
  if (last === undefined) return undefined
  if (list.isFlow) {
    const between = divider(text, list)
    return next === undefined
      ? { start: last.end, end: last.end, text: `${between}${item}` }
      : { start: next.start, end: next.start, text: `${item}${between}` }
  }
  const prefix = itemPrefix(text, list)
  if (prefix === undefined) return undefined
  const offset = next === undefined ? lineEnd(text, last.end) : lineStart(text, next.start)
  const eol = lineBreak(text)
  return {
    start: offset,
    end: offset,
    text: next === undefined ? `${eol}${prefix}${item}` : `${prefix}${item}${eol}`,
  }
}

/** Puts `items` in place of all items of a list that has some. `undefined` where the form of the list is not known. */
export function replaceItems(text: string, list: PlacedList, items: readonly string[]): Splice | undefined {
  const [first] = list.items
  const prefix = list.isFlow ? '' : itemPrefix(text, list)
  if (first === undefined || prefix === undefined) return undefined
  const between = list.isFlow ? divider(text, list) : `${lineBreak(text)}${prefix}`
  return { start: first.start, end: list.items.at(-1)!.end, text: items.join(between) }
}

/** The runs of neighbouring numbers in `sorted`. */
function runsIn(sorted: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = []
  for (const one of sorted) {
    const run = runs.at(-1)
    if (run !== undefined && run[1] === one - 1) run[1] = one
    else runs.push([one, one])
  }
  return runs
}

/** Removes the items `indices`, which are sorted. */
export function removeItems(text: string, list: PlacedList, indices: readonly number[]): readonly Splice[] {
  const { items, isFlow } = list
  return runsIn(indices).map(([from, to]) => {
    const [first, last] = [items[from]!, items[to]!]
    if (!isFlow) {
      const start = lineStart(text, first.start)
      const end = lineEnd(text, last.end)
      const feed = text.indexOf('\n', end)
      return { start, end: feed === -1 ? end : feed + 1, text: '' }
    }
    const next = items[to + 1]
    const before = items[from - 1]
    if (next !== undefined) return { start: first.start, end: next.start, text: '' }
    return {
      start: before === undefined ? list.start + 1 : before.end,
      end: before === undefined ? list.end - 1 : last.end,
      text: '',
    }
  })
}

/** The place of `word` among the words of a list: before the first that is greater, if they are sorted; else the end. */
export function placeFor(words: readonly string[], word: string): number {
  const isSorted = words.length > 1 && words.every((one, i) => i === 0 || words[i - 1]! <= one)
  const at = isSorted ? words.findIndex((one) => one > word) : -1
  return at === -1 ? words.length : at
}

/** The words of a list of texts. */
export const wordsOf = ({ items }: PlacedList): readonly string[] =>
  items.map((item: PlacedNode) => (item.kind === 'scalar' ? String(item.value) : ''))
