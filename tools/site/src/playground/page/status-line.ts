/// <reference lib="dom" />
import { el } from './element.ts'

/** The line that shows the activity of the page. */
export interface StatusLine {
  readonly element: HTMLElement
  readonly say: (message: string) => void
  /** Shows whether an answer is awaited. Styles and checks read the state as `data-busy` and `data-answers`. */
  readonly busy: (is: boolean) => void
  readonly isBusy: () => boolean
  /** Shows whether the results below are those of an earlier text. Styles grey them by `data-old`. */
  readonly old: (is: boolean) => void
  readonly isOld: () => boolean
}

/** The line. */
export function statusLine(): StatusLine {
  const element = el('p', {
    class: 'pg-status',
    role: 'status',
    'data-busy': 'false',
    'data-old': 'false',
    'data-answers': 0,
  })
  let isBusy = false
  let isOld = false
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
    old: (is) => {
      isOld = is
      element.dataset['old'] = String(is)
    },
    isOld: () => isOld,
  }
}
