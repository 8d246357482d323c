/// <reference lib="dom" />
/* The panel that compares the filter with that of another text, B. B may be a script too. */
import type { ChangesPart, Note } from '../messages.ts'
import { askConsent } from './ask-consent.ts'
import { Consent } from './consent.ts'
import { el, fill } from './element.ts'
import type { ElementChild } from './element.ts'
import { languageOf } from './language.ts'
import { later } from './later.ts'
import { lines } from './panels.ts'
import { differenceCanvas } from './pictures.ts'
import type { TypedPolicies } from './typed-policies.ts'

/** Milliseconds without a key before the Worker is asked. */
const QUIET = 30

const NO_FILTER = 'The text of the editor, A, has no filter to compare with.'

/** The panel as the page sees it. */
export interface DifferencePanel {
  readonly children: readonly HTMLElement[]
  readonly text: () => string
  /** Puts in a text from a link. */
  readonly put: (text: string) => void
  /** Asks for the difference, unless it was already asked for. */
  readonly ask: () => void
  /** Called when the filter has changed: earlier answers are out of date. */
  readonly outdate: () => void
  readonly show: (part: ChangesPart) => void
  readonly showNotes: (notes: readonly Note[]) => void
  /** Called when there is no filter to compare with. */
  readonly clear: () => void
  readonly end: () => void
}

/** The functions of the page that the panel calls. */
export interface DifferenceAsks {
  readonly typedPolicies: TypedPolicies
  /** Called when a person has changed the text. The page asks for the difference once there is a filter. */
  readonly changed: () => void
  readonly ask: (other: string, typed: string | undefined) => void
  /** Notes about B as elements; `goTo` puts the cursor at a place of B. */
  readonly notes: (
    notes: readonly Note[],
    goTo: (line: number, column: number) => void,
  ) => readonly HTMLElement[]
}

/** Puts the cursor of `field` at a place of its text, counted from 1. */
function putCursor(field: HTMLTextAreaElement, line: number, column: number): void {
  const before = field.value.split('\n').slice(0, line - 1)
  const at = before.reduce((length, each) => length + each.length + 1, column - 1)
  field.setSelectionRange(at, at)
  field.focus()
}

/** The panel. */
export function difference({ typedPolicies, changed, ask, notes }: DifferenceAsks): DifferencePanel {
  const consent = new Consent()
  let asked: string | undefined
  const other = el('textarea', {
    class: 'pg-plain pg-other',
    id: 'pg-other',
    spellcheck: 'false',
    placeholder: 'preset:container-default, a profile, a filter, or a policy in TypeScript',
    input: later(QUIET, () => {
      consent.changed(other.value)
      asked = undefined
      changed()
    }),
  })
  const found = el('div', { 'aria-live': 'polite' })
  /** Notes of TypeScript and of the policy itself about B. */
  let said: readonly Note[] = []
  const list = (all: readonly Note[]): ElementChild => {
    const goTo = (line: number, column: number): void => putCursor(other, line, column)
    return all.length === 0 ? undefined : el('ul', { class: 'pg-list' }, ...notes(all, goTo))
  }

  async function askTyped(text: string): Promise<void> {
    const prepared = await typedPolicies.prepare(text, consent)
    if (prepared === undefined || asked !== text) return
    const { kind } = prepared
    said = prepared.notes
    if (kind === 'policy') {
      said = [...(await prepared.types), ...said]
      if (asked === text) ask(text, prepared.typed)
    } else if (kind === 'fault') fill(found, list(said))
    else {
      const run = (): void => {
        consent.given()
        asked = undefined
        askNow()
      }
      fill(found, askConsent(prepared.origin, run), list(said))
    }
  }

  function askNow(): void {
    const text = other.value
    if (asked === text) return
    asked = text
    said = []
    typedPolicies.stop()
    if (text.trim() === '') fill(found)
    else if (languageOf(text) === 'typescript') void askTyped(text)
    else ask(text, undefined)
  }

  return {
    children: [el('label', { for: 'pg-other' }, 'Compare with (B)'), other, found],
    text: () => other.value,
    put: (text) => {
      other.value = text
      if (text.trim() !== '') consent.came('link')
      asked = undefined
    },
    ask: askNow,
    outdate: () => {
      asked = undefined
      typedPolicies.stop() // or its check of types competes with that of the first text
    },
    show: (part) =>
      fill(
        found,
        list(said),
        el('p', {}, part.summary),
        differenceCanvas(part),
        lines(part.text, 'Changed calls'),
      ),
    showNotes: (all) => fill(found, list([...said, ...all])),
    clear: () =>
      fill(found, other.value.trim() === '' ? undefined : el('p', { class: 'pg-small' }, NO_FILTER)),
    end: () => typedPolicies.end(),
  }
}
