/// <reference lib="dom" />
import { divider } from './divider.ts'
import { el } from './element.ts'

/** The two sides of the page with the divider between them: the input of a person, and the facts about it. */
export function sides(input: readonly HTMLElement[], result: readonly HTMLElement[]): HTMLElement {
  const element: HTMLElement = el(
    'div',
    { class: 'pg-sides' },
    el('section', { class: 'pg-in', 'aria-label': 'Input' }, ...input),
    divider(
      (share) => element.style.setProperty('--pg-share', `${share}%`),
      () => element.getBoundingClientRect(),
    ),
    el('section', { class: 'pg-out', 'aria-label': 'Result' }, ...result),
  )
  return element
}
