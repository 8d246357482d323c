/// <reference lib="dom" />
/*
 * The divider between the two sides of the page: a person moves it by the pointer or by arrow keys. A double click, or
 * Enter, puts it back.
 */
import { el } from './element.ts'

/** The share of the first side in percent: the least, the most, and the share at the beginning. */
const LEAST = 20
const MOST = 80
const FIRST = 42
/** The step of an arrow key, in percent. */
const STEP = 2

/** By key, the next share. */
const KEYS: Readonly<Record<string, (share: number) => number>> = {
  ArrowLeft: (share) => share - STEP,
  ArrowRight: (share) => share + STEP,
  Home: () => LEAST,
  End: () => MOST,
  Enter: () => FIRST,
}

/** The divider. `move` receives the share of the first side in percent, and `whole` yields the box of both sides. */
export function divider(move: (share: number) => void, whole: () => DOMRect): HTMLElement {
  let share = FIRST
  const put = (next: number): void => {
    share = Math.round(Math.min(MOST, Math.max(LEAST, next)))
    element.setAttribute('aria-valuenow', String(share))
    move(share)
  }
  const element = el('div', {
    class: 'pg-divider',
    role: 'separator',
    tabindex: 0,
    'aria-orientation': 'vertical',
    'aria-label': 'Width of the input',
    'aria-valuemin': LEAST,
    'aria-valuemax': MOST,
    'aria-valuenow': share,
    keydown: (event) => {
      const next = KEYS[(event as KeyboardEvent).key] // a `keydown` event is a KeyboardEvent
      if (next === undefined) return
      event.preventDefault()
      put(next(share))
    },
    pointerdown: (event) => element.setPointerCapture((event as PointerEvent).pointerId), // by its name, the event is a PointerEvent
    pointermove: (event) => {
      const { pointerId, clientX } = event as PointerEvent // by its name, the event is a PointerEvent
      if (!element.hasPointerCapture(pointerId)) return
      const { left, width } = whole()
      put((100 * (clientX - left)) / width)
    },
    dblclick: () => put(FIRST),
  })
  return element
}
