/*
 * HTML that escapes by construction: the template `markup` escapes every value that is not markup already. Only this
 * template makes markup, so a text from input cannot become a tag.
 *
 * The template is not called `html`: formatters of source code lay out templates of that name, and the bytes would
 * change.
 */
import { printableLine } from '@seccompile/text-layout'

/** A piece of HTML, or of SVG. */
export interface Markup {
  readonly kind: 'markup'
  readonly text: string
}

/** A value in a template: markup, a list of markup, text, or a number. */
export type MarkupValue = Markup | readonly Markup[] | string | number

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * `text` as text between tags, or as the value of an attribute in quotes. Characters that steer a terminal are made
 * visible.
 */
function escaped(text: string): string {
  return printableLine(text).replaceAll(/[&<>"']/g, (character) => ESCAPES[character]!)
}

function textOf(value: MarkupValue): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return escaped(value)
  return 'kind' in value ? value.text : value.map(textOf).join('')
}

/** Markup from a template: `markup\`<td>${text}</td>\``. */
export function markup(parts: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  const text = parts.map((part, i) => (i === 0 ? part : textOf(values[i - 1]!) + part)).join('')
  return { kind: 'markup', text }
}

/** Empty markup. */
export const NO_MARKUP: Markup = markup``
