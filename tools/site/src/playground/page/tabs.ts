/// <reference lib="dom" />
/* Tabs with their panels, by mouse and by arrow keys. */
import { el, fill } from './element.ts'
import type { ElementChild } from './element.ts'

/** Tabs by their names. */
export interface Tabs<Name extends string> {
  readonly element: HTMLElement
  readonly chosen: () => Name
  readonly choose: (name: Name) => void
  /** Fills a panel when it is first opened, so that an unopened panel costs nothing. */
  readonly fill: (name: Name, make: () => readonly ElementChild[]) => void
  readonly panel: (name: Name) => HTMLElement
  /** Shows a number beside the name of the tab, or none where `count` is absent. */
  readonly count: (name: Name, count: number | undefined) => void
}

/** By key, the index of the next tab among `count` tabs, from the index `at`. */
const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

/** Tabs for `names` with their titles; `changed` is called for a choice. */
export function tabs<Name extends string>(
  titles: Readonly<Record<Name, string>>,
  changed: (name: Name) => void,
): Tabs<Name> {
  const names = Object.keys(titles) as Name[] // the type of `titles` names the keys
  let chosen = names[0]!
  const buttons = new Map<Name, HTMLButtonElement>()
  const panels = new Map<Name, HTMLElement>()
  const waiting = new Map<Name, () => readonly ElementChild[]>()
  const make = (name: Name): void => {
    const made = waiting.get(name)
    waiting.delete(name)
    if (made !== undefined) fill(panels.get(name)!, ...made())
  }
  const choose = (name: Name): void => {
    chosen = name
    make(name)
    for (const each of names) {
      const isChosen = each === name
      const button = buttons.get(each)!
      button.setAttribute('aria-selected', String(isChosen))
      button.tabIndex = isChosen ? 0 : -1
      panels.get(each)!.hidden = !isChosen
    }
  }
  const pick = (name: Name): void => {
    choose(name)
    changed(name)
  }
  const keydown = (event: Event): void => {
    const step = STEPS[(event as KeyboardEvent).key] // a `keydown` event is a KeyboardEvent
    if (step === undefined) return
    event.preventDefault()
    const next = names[step(names.indexOf(chosen), names.length)]!
    pick(next)
    buttons.get(next)!.focus()
  }
  for (const name of names) {
    const attributes = {
      role: 'tab',
      type: 'button',
      id: `pg-tab-${name}`,
      'aria-controls': `pg-panel-${name}`,
    }
    buttons.set(name, el('button', { ...attributes, click: () => pick(name) }, titles[name]))
    panels.set(
      name,
      el('div', {
        role: 'tabpanel',
        id: `pg-panel-${name}`,
        'aria-labelledby': `pg-tab-${name}`,
        class: 'pg-panel',
      }),
    )
  }
  choose(chosen)
  return {
    element: el(
      'div',
      { class: 'pg-tabs' },
      el('div', { role: 'tablist', 'aria-label': 'What to show', keydown }, ...buttons.values()),
      ...panels.values(),
    ),
    chosen: () => chosen,
    choose,
    fill: (name, made) => {
      waiting.set(name, made)
      if (name === chosen) make(name)
    },
    panel: (name) => panels.get(name)!,
    count: (name, count) => {
      fill(buttons.get(name)!, titles[name], el('small', {}, count === undefined ? '' : ` ${count}`))
    },
  }
}
