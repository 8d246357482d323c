/*
 * SVG that is escaped by construction.
 *
 * A picture is plain data: elements with attributes and children. Only `serialize` makes text of it, and it escapes
 * every text and every value of an attribute. There is no raw string, so a name from input cannot become a tag. The
 * names of elements and attributes are those of two lists. Neither list has what runs code, loads a file or follows a
 * link.
 *
 * An id is data too: `{ id: 'title' }` where it is given, `{ ref: 'title' }` where a paint names it. The picture puts
 * its own prefix before each, so two pictures in one page do not share an id.
 */
import { expectObject, expectText } from '@seccompile/shape'
import { fixed } from './fixed.ts'
import { shown, visible } from './visible.ts'

/** The elements that a picture may have. */
export const SVG_ELEMENTS = [
  'circle', 'clipPath', 'defs', 'desc', 'g', 'line', 'marker', 'path', 'pattern', 'polygon', 'polyline', 'rect', 'style',
  'svg', 'text', 'title', 'tspan',
] as const // prettier-ignore

/** The name of an element. */
export type SvgElementName = (typeof SVG_ELEMENTS)[number]

/** The attributes that an element may have. */
export const SVG_ATTRIBUTES = [
  'aria-hidden', 'aria-labelledby', 'class', 'clip-path', 'cx', 'cy', 'd', 'data-nr', 'data-pc', 'data-theme',
  'data-verdict', 'dominant-baseline', 'dx', 'dy', 'fill', 'fill-opacity', 'font-size', 'font-weight', 'height', 'id',
  'marker-end', 'markerHeight', 'markerWidth', 'opacity', 'orient', 'patternUnits', 'points', 'r', 'refX', 'refY', 'role',
  'rx', 'stroke', 'stroke-dasharray', 'stroke-width', 'text-anchor', 'textLength', 'transform', 'viewBox', 'width', 'x',
  'x1', 'x2', 'xml:space', 'xmlns', 'y', 'y1', 'y2',
] as const // prettier-ignore

/** The name of an attribute. */
export type SvgAttribute = (typeof SVG_ATTRIBUTES)[number]

/** An id within the picture. */
export interface SvgId {
  readonly id: string
}

/** A paint, a marker or a clip path by its id within the picture: `url(#…)`. */
export interface SvgRef {
  readonly ref: string
}

/** The value of an attribute. A number is written with at most two decimals; `undefined` leaves the attribute out. */
export type SvgValue = string | number | SvgId | SvgRef | undefined

/** The attributes of an element. */
export type SvgAttributes = Readonly<Partial<Record<SvgAttribute, SvgValue>>>

/** An element of a picture. */
export interface SvgElement {
  readonly name: SvgElementName
  readonly attributes: SvgAttributes
  readonly children: readonly SvgNode[]
}

/** A child of an element: an element or text. */
export type SvgNode = SvgElement | string

/** An element. */
export function el(
  name: SvgElementName,
  attributes: SvgAttributes = {},
  ...children: readonly SvgNode[]
): SvgElement {
  return { name, attributes, children }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '[': '&#91;',
}

/** `text` in a picture. A picture may go to a log of CI, whose runners take `##[warning]` and `##vso[task.complete]` for commands. */
const escaped = (text: string): string =>
  shown(text).replace(/[&<>"']|(?<=##(?:vso)?)\[/g, (c) => ESCAPES[c]!)

const NAMES: ReadonlySet<string> = new Set(SVG_ELEMENTS)
const KEYS: ReadonlySet<string> = new Set(SVG_ATTRIBUTES)
const ID = /^[A-Za-z][\w-]*$/

function checked(id: string): string {
  if (!ID.test(id))
    throw new TypeError(`an id is a letter, and then letters, digits, "-" and "_"; got "${visible(id)}"`)
  return id
}

function valueText(key: string, value: Exclude<SvgValue, undefined>, prefix: string): string {
  if (typeof value === 'number') return fixed(value)
  if (typeof value === 'string') {
    // A path may be longer than any text of a person, and contains only letters and numbers. So it is not escaped.
    return /^[\w .,#()%-]*$/.test(value) ? value : escaped(value)
  }
  if ('ref' in value) return `url(#${prefix}${checked(value.ref)})`
  if (key === 'id') return `${prefix}${checked(value.id)}`
  return value.id.split(' ').map((id) => `${prefix}${checked(id)}`).join(' ') // prettier-ignore
}

function open({ name, attributes }: SvgElement, prefix: string): string {
  if (!NAMES.has(name)) throw new TypeError(`a picture has no element "${visible(name)}"`)
  const parts = [name as string]
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue
    if (!KEYS.has(key)) throw new TypeError(`an element of a picture has no attribute "${visible(key)}"`)
    parts.push(`${key}="${valueText(key, value, prefix)}"`)
  }
  return parts.join(' ')
}

function write(node: SvgNode, prefix: string, out: string[]): void {
  if (typeof node === 'string') {
    out.push(escaped(node))
    return
  }
  const head = open(node, prefix)
  if (node.children.length === 0) {
    out.push(`<${head}/>`)
    return
  }
  out.push(`<${head}>`)
  // Elements of a group stand on their own lines, so that two pictures can be compared line by line. Between texts a
  // line end would be a visible blank.
  const inLines = node.name === 'g' || node.name === 'svg' || node.name === 'defs'
  if (inLines) out.push('\n')
  for (const child of node.children) {
    write(child, prefix, out)
    if (inLines) out.push('\n')
  }
  out.push(`</${node.name}>`)
}

/**
 * `element` as text, without a line end after it.
 * @param prefix - the prefix of each id
 * @throws TypeError for an element, an attribute or an id that no picture has; RangeError for a number that is not
 * finite
 */
export function serialize(element: SvgElement, prefix: string = ''): string {
  expectObject(element, 'element', 'name')
  expectText(prefix, 'prefix')
  const out: string[] = []
  write(element, prefix, out)
  return out.join('')
}

/** The ids that the paints, markers and clip paths of `nodes` name. */
export function referenced(nodes: readonly SvgNode[]): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (node: SvgNode): void => {
    if (typeof node === 'string') return
    for (const value of Object.values(node.attributes))
      if (typeof value === 'object' && 'ref' in value) found.add(value.ref)
    for (const child of node.children) visit(child)
  }
  for (const node of nodes) visit(node)
  return found
}
