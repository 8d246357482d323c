/*
 * JSON and YAML as a tree with the place of each value in the text.
 *
 * An edit changes a few characters of a text and keeps all others. So it needs places, and neither formatting nor comments.
 */
import { parseTree } from 'jsonc-parser'
import type { Node } from 'jsonc-parser'
import { isMap, isScalar, isSeq, parseAllDocuments, visit } from 'yaml'
import type { Document, ParsedNode } from 'yaml'

/** A member of an object. */
export interface PlacedMember {
  readonly key: string
  /** Offsets of the key, its quotes included. */
  readonly start: number
  readonly end: number
  readonly value: PlacedNode
}

interface NodePlace {
  readonly start: number
  /** The offset behind the last character of the value. */
  readonly end: number
}

/** An array. In a flow, brackets and commas divide the items; otherwise each item begins a line of YAML with `- `. */
export interface PlacedList extends NodePlace {
  readonly kind: 'list'
  readonly isFlow: boolean
  readonly items: readonly PlacedNode[]
}

/** An object. */
export interface PlacedMap extends NodePlace {
  readonly kind: 'map'
  readonly isFlow: boolean
  readonly members: readonly PlacedMember[]
}

/** A value with its place. */
export type PlacedNode =
  PlacedList | PlacedMap | (NodePlace & { readonly kind: 'scalar'; readonly value: unknown })

function ofJson({ type, offset, length, children = [], value }: Node, shift: number): PlacedNode {
  const place = { start: offset + shift, end: offset + length + shift }
  switch (type) {
    case 'array':
      return { kind: 'list', isFlow: true, ...place, items: children.map((child) => ofJson(child, shift)) }
    case 'object':
      return {
        kind: 'map',
        isFlow: true,
        ...place,
        members: children.flatMap(({ children: [key, member] = [] }) =>
          key === undefined || member === undefined
            ? []
            : [
                {
                  key: String(key.value),
                  start: key.offset + shift,
                  end: key.offset + key.length + shift,
                  value: ofJson(member, shift),
                },
              ],
        ),
      }
    default:
      return { kind: 'scalar', ...place, value: value as unknown }
  }
}

/** The tree of a text that a reader of JSON has taken; `undefined` for an empty one. */
export function jsonNode(text: string): PlacedNode | undefined {
  const shift = text.startsWith('\ufeff') ? 1 : 0
  const root = parseTree(text.slice(shift))
  return root && ofJson(root, shift)
}

const endOf = (nodes: readonly PlacedNode[], otherwise: number): number =>
  nodes.reduce((end, node) => Math.max(end, node.end), otherwise)

/** The node at `offset` where YAML has an empty value. */
const nothingAt = (offset: number): PlacedNode => ({
  kind: 'scalar',
  start: offset,
  end: offset,
  value: null,
})

function ofYaml(node: ParsedNode): PlacedNode {
  const [start, end] = node.range
  if (isSeq(node)) {
    const items = (node.items as readonly ParsedNode[]).map(ofYaml)
    const isFlow = node.flow === true
    return { kind: 'list', isFlow, start, end: isFlow ? end : endOf(items, start), items }
  }
  if (!isMap(node)) return { kind: 'scalar', start, end, value: isScalar(node) ? node.value : null }
  const members = node.items.map((pair): PlacedMember => {
    const key = ofYaml(pair.key) // the reader has refused other keys
    const value = pair.value === null ? nothingAt(key.end) : ofYaml(pair.value)
    return { key: key.kind === 'scalar' ? String(key.value) : '', start: key.start, end: key.end, value }
  })
  const isFlow = node.flow === true
  const values = members.map(({ value }) => value)
  return { kind: 'map', isFlow, start, end: isFlow ? end : endOf(values, start), members }
}

/** Whether a part of `document` stands for several: an edit of it would change all of them. */
function isShared(document: Document.Parsed): boolean {
  let found = false
  visit(document, {
    Alias: () => {
      found = true
      return visit.BREAK
    },
  })
  return found
}

/** The trees of a text that a reader of YAML has taken, one for each document; `undefined` where it has an alias. */
export function yamlNodes(text: string): readonly PlacedNode[] | undefined {
  // The reader has refused repeated keys. The search for them compares each key with all others.
  const documents = parseAllDocuments(text, { uniqueKeys: false }) as readonly Document.Parsed[]
  if (documents.some(isShared)) return undefined
  return documents.flatMap(({ contents }) => (contents === null ? [] : [ofYaml(contents)]))
}

/** The value of `node` under `key`. */
export function memberOf(node: PlacedNode | undefined, key: string): PlacedNode | undefined {
  return node?.kind === 'map' ? node.members.find((member) => member.key === key)?.value : undefined
}

/** The item of `list` with the character at `offset`, by its index; -1 for none. Items stand in the order of the text. */
export function itemAt({ items }: PlacedList, offset: number): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (items[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  const item = items[low]
  return item !== undefined && item.start <= offset ? low : -1
}
