/// <reference lib="dom" />
/* The emulator: a person types a call, and the page shows its verdict and its path through the filter. */
import type { CallAnswer, CompletionAnswer } from '../messages.ts'
import { el, fill } from './element.ts'
import { verdictElement } from './panels.ts'

/** The emulator as the page sees it. */
export interface Emulator {
  readonly element: HTMLElement
  readonly call: () => string
  readonly setCall: (call: string) => void
  readonly show: (answer: CallAnswer, listing: readonly string[]) => void
  readonly propose: (answer: CompletionAnswer) => void
  readonly clear: () => void
}

/** The functions of the page that the emulator calls. */
export interface EmulatorAsks {
  /** Called when the call has changed. */
  readonly changed: () => void
}

/** An emulator. */
export function emulator({ changed }: EmulatorAsks): Emulator {
  const list = el('datalist', { id: 'pg-calls' })
  const usage = el('p', { class: 'pg-small pg-usage' })
  const result = el('div', { class: 'pg-result', 'aria-live': 'polite' })
  const input = el('input', {
    type: 'text',
    id: 'pg-call',
    list: 'pg-calls',
    maxlength: 500,
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
    placeholder: 'socket AF_UNIX SOCK_STREAM',
    input: changed,
  })
  const element = el(
    'form',
    {
      class: 'pg-emulator',
      submit: (event) => {
        event.preventDefault()
        changed()
      },
    },
    el('div', { class: 'pg-try' }, el('label', { for: 'pg-call' }, 'Try a call'), input),
    list,
    usage,
    result,
  )
  const clear = (): void => {
    fill(result)
    usage.textContent = ''
  }
  return {
    element,
    call: () => input.value,
    setCall: (call) => {
      input.value = call
      if (call === '') clear()
    },
    propose: ({ texts, usage: text }) => {
      fill(list, ...texts.map((value) => el('option', { value })))
      usage.textContent = text
    },
    clear,
    show: (answer, listing) => {
      if ('fault' in answer) {
        fill(result, el('p', { class: 'pg-note pg-error' }, answer.fault))
        return
      }
      const { call, verdict, steps, cached, path } = answer
      fill(
        result,
        el(
          'p',
          {},
          verdictElement(verdict),
          ' ',
          el('code', {}, call),
          ` · ${steps} ${steps === 1 ? 'instruction' : 'instructions'} executed${cached === '' ? '' : ` · ${cached}`}`,
        ),
        el(
          'details',
          {},
          el('summary', {}, 'Trace'),
          el('pre', { class: 'pg-lines pg-trace' }, path.map((pc) => listing[pc] ?? '').join('\n')),
        ),
      )
    },
  }
}
