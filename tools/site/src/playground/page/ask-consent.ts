/// <reference lib="dom" />
/* Asks whether a script that came from elsewhere may run. */
import type { Origin } from './consent.ts'
import { el } from './element.ts'

const CAME: Readonly<Record<Origin, string>> = { link: 'came by a link', file: 'came out of a file' }

/** The question, with the button that answers it. */
export function askConsent(origin: Origin, run: () => void): HTMLElement {
  return el(
    'div',
    { class: 'pg-consent' },
    el(
      'p',
      {},
      `This policy is a script and ${CAME[origin]}. It has not run. In the sandbox it has no network and 3 seconds.`,
    ),
    el('button', { type: 'button', click: run }, 'Run it'),
  )
}
