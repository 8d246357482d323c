/// <reference lib="dom" />
import { el } from './element.ts'

/** The line that says what the page does. */
export interface StatusLine {
  readonly element: HTMLElement
  readonly say: (message: string) => void
  /** An answer is awaited, or it is there. Styles and checks read it as `data-busy` and `data-answers`. */
  readonly busy: (is: boolean) => void
  readonly isBusy: () => boolean
}

/** The line. */
export function statusLine(): StatusLine {
  const element = el('p', { class: 'pg-status', role: 'status', 'data-busy': 'false', 'data-answers': 0 })
  let isBusy = false
  let answers = 0
  return {
    element,
    say: (message) => {
      element.textContent = message
    },
    busy: (is) => {
      if (!is) answers += 1
      isBusy = is
      element.dataset['answers'] = String(answers)
      element.dataset['busy'] = String(is)
    },
    isBusy: () => isBusy,
  }
}
