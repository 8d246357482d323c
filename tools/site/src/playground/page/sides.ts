/// <reference lib="dom" />
import { el } from './element.ts'

/** The two sides of the page: the input of a person, and the facts about it. */
export const sides = (input: readonly HTMLElement[], result: readonly HTMLElement[]): HTMLElement =>
  el(
    'div',
    { class: 'pg-sides' },
    el('section', { class: 'pg-in', 'aria-label': 'Input' }, ...input),
    el('section', { class: 'pg-out', 'aria-label': 'Result' }, ...result),
  )
