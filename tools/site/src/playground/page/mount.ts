/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/*
 * The page of the playground: the text and the choices on one side, what is known of the filter on the other.
 *
 * Every change asks the Worker again, a moment after the last key. Parts of the answer are shown as they come. The state is
 * kept in the hash of the address.
 */
import type { Answer, FilterPart, Part, RivalPart, View } from '../messages.ts'
import { address } from './address.ts'
import { choiceFields } from './choices.ts'
import type { Editor } from './editor.ts'
import { el, fill } from './element.ts'
import { emulator } from './emulator.ts'
import { later } from './later.ts'
import { TABS } from './link-state.ts'
import type { Tab } from './link-state.ts'
import { findings, lines, notes, passes, rivals, summary } from './panels.ts'
import { differenceCanvas, picturePanel } from './pictures.ts'
import type { AskedFilter } from './pictures.ts'
import { tabs } from './tabs.ts'
import { Talk } from './talk.ts'
import { toolbar } from './toolbar.ts'

/** Milliseconds without a key before the Worker is asked. */
const QUIET = 30

const TITLES: Readonly<Record<Tab, string>> = {
  findings: 'Findings',
  meaning: 'Meaning',
  pictures: 'Pictures',
  listing: 'Listing',
  compare: 'Compare',
  passes: 'Passes',
  difference: 'Difference',
}

/** Puts the playground into `root`; yields what takes it away. */
export function mountPlayground(root: HTMLElement): () => void {
  let filter: FilterPart | undefined
  let rows: RivalPart[] = []
  /** The instructions that the call in the emulator executes. */
  let path: readonly number[] = []
  let question: AskedFilter | undefined
  let asked = 0
  let viewAsked = 0
  let callAsked = 0
  let completionAsked = 0
  let made: { readonly view: View; readonly of: string } | undefined
  let editing: Editor | undefined
  let isGone = false

  // The text, and what was chosen beside it.
  const askSoon = later(QUIET, () => ask())
  const changed = (): void => {
    askSoon()
    link.writeSoon()
  }
  const plain = el('textarea', {
    class: 'pg-plain',
    'aria-label': 'Profile or filter',
    spellcheck: 'false',
    autocapitalize: 'off',
    input: changed,
  })
  const place = el('div', { class: 'pg-editor' }, plain)
  const text = (): string => editing?.text() ?? plain.value
  const setText = (next: string): void => {
    if (editing === undefined) plain.value = next
    else editing.setText(next)
    changed()
  }
  const choices = choiceFields(changed)
  const faults = el('ul', { class: 'pg-list pg-notes', 'aria-live': 'polite' })
  const status = el('p', { class: 'pg-status', role: 'status', 'data-busy': 'false', 'data-answers': 0 })
  /** Says whether an answer is awaited, for styles and for checks. */
  const busy = (is: boolean): void => {
    if (!is) status.dataset['answers'] = String(Number(status.dataset['answers']) + 1)
    status.dataset['busy'] = String(is)
  }
  const glance = el('div', { class: 'pg-glance' })
  const other = el('textarea', {
    class: 'pg-plain pg-other',
    id: 'pg-other',
    spellcheck: 'false',
    placeholder: 'preset:container-default, a profile, or a filter',
    input: later(QUIET, () => {
      made = undefined
      askView()
      link.writeSoon()
    }),
  })
  const differences = el('div', { 'aria-live': 'polite' })
  const pictures = picturePanel({
    filter: () => question,
    call: () => trying.call(),
    changed: () => link.writeSoon(),
    bringCall: () => trying.element.scrollIntoView({ block: 'start' }),
    leads: { goTo: (line, column) => leads.goTo(line, column), tryCall: (call) => leads.tryCall(call) },
  })

  const leads = {
    goTo: (line: number, column: number): void => editing?.goTo(line, column),
    tryCall: (call: string): void => {
      trying.setCall(call)
      askCall()
      link.writeSoon()
      trying.element.scrollIntoView({ block: 'nearest' })
    },
  }
  const showing = tabs(TITLES, () => {
    askView()
    link.writeSoon()
  })
  const askCallSoon = later(120, () => askCall())
  const trying = emulator({
    changed: () => {
      askCallSoon()
      link.writeSoon()
    },
  })

  function askCall(): void {
    const call = trying.call()
    if (showing.chosen() === 'pictures') askView()
    if (call.trim() === '' || filter === undefined) {
      trying.clear()
      mark([])
      return
    }
    completionAsked = talk.ask({ kind: 'completion', call })
    callAsked = talk.ask({ kind: 'call', call })
  }

  /** Marks the lines of the listing that run. */
  function mark(next: readonly number[]): void {
    path = next
    const all = showing.panel('listing').querySelectorAll('.pg-line')
    const onPath = new Set(path)
    all.forEach((line, pc) => line.classList.toggle('pg-runs', onPath.has(pc)))
  }

  function ask(): void {
    made = undefined
    rows = []
    if (text().trim() === '') {
      asked = 0
      forget()
      fill(faults)
      editing?.show([])
      busy(false)
      status.textContent = 'Paste a profile or a filter, drop a file, or begin with an example.'
      return
    }
    status.textContent = 'Compiling…'
    busy(true)
    question = { kind: 'filter', text: text(), ...choices.chosen() }
    asked = talk.ask(question)
  }

  function forget(): void {
    filter = undefined
    fill(glance)
    for (const tab of TABS) if (tab !== 'difference' && tab !== 'pictures') showing.fill(tab, () => [])
    pictures.clear()
    showing.count('findings', undefined)
    fill(differences)
    trying.clear()
    bar.canSave(false)
  }

  function askView(): void {
    const tab = showing.chosen()
    // At the end of the answer that is awaited, the view is asked for.
    if (filter === undefined || status.dataset['busy'] === 'true') return
    if (tab === 'passes') {
      if (made?.view === 'passes') return
      made = { view: 'passes', of: '' }
      viewAsked = talk.ask({ kind: 'view', view: 'passes', other: '' })
    }
    if (tab === 'pictures') pictures.ask()
    if (tab !== 'difference') return
    if (other.value.trim() === '') {
      fill(differences)
      return
    }
    if (made?.view === 'changes' && made.of === other.value) return
    made = { view: 'changes', of: other.value }
    const width = showing.panel('difference').clientWidth
    viewAsked = talk.ask({ kind: 'view', view: 'changes', other: other.value, width })
  }

  function showFilter(part: FilterPart): void {
    filter = part
    bar.canSave(true)
    fill(faults, ...notes(part.notes, leads))
    editing?.show(part.notes)
    fill(glance, summary(part))
    showing.fill('listing', () => [lines(part.listing, 'Listing', () => mark(path))])
    status.textContent = `${part.proof.kind === 'proved' ? 'Proved: ' : ''}${part.insns} instructions. Looking further…`
    askCall()
  }

  function showPart(part: Part): void {
    switch (part.part) {
      case 'filter':
        showFilter(part)
        return
      case 'rival':
        rows = [...rows, part]
        showing.fill('compare', () => [rivals(rows)])
        return
      case 'findings':
        showing.count('findings', part.findings.length)
        showing.fill('findings', () => findings(part, leads))
        return
      case 'meaning':
        showing.fill('meaning', () => [lines(part.text, 'Meaning')])
        return
      case 'passes':
        showing.fill('passes', () => passes(part))
        return
      case 'changes':
        fill(
          differences,
          el('p', {}, part.summary),
          differenceCanvas(part),
          lines(part.text, 'Changed calls'),
        )
        return
      case 'picture': // these are drawn in the Worker of the panel
        return
      case 'fault':
        showFault(part)
        return
      case 'end':
        if (filter !== undefined)
          status.textContent = `${filter.proof.kind === 'proved' ? 'Proved: ' : ''}${filter.insns} instructions, all in ${Math.round(part.ms)} ms.`
        busy(false)
        askView()
    }
  }

  function showFault({ of, notes: found }: Extract<Part, { part: 'fault' }>): void {
    const shown = el('ul', { class: 'pg-list' }, ...notes(found, leads))
    if (of !== 'filter') {
      if (of === 'changes') fill(differences, shown)
      else if (of !== 'picture') showing.fill(of, () => [shown])
      return
    }
    forget()
    fill(faults, ...notes(found, leads))
    editing?.show(found)
    status.textContent = 'No filter: see the error.'
  }

  function hear(answer: Answer): void {
    switch (answer.kind) {
      case 'filter':
        if (answer.id === asked) showPart(answer.answer)
        return
      case 'view':
        if (answer.id === viewAsked) showPart(answer.answer)
        return
      case 'call':
        if (answer.id !== callAsked || filter === undefined) return
        trying.show(answer, filter.listing)
        mark('path' in answer ? answer.path : [])
        return
      case 'completion':
        if (answer.id === completionAsked) trying.propose(answer)
        return
      case 'words':
        editing?.setWords(answer.words)
        choices.offerAbis(answer.abis)
    }
  }
  const talk = new Talk(hear, () => {
    forget()
    busy(false)
    status.textContent = 'It took more than 30 seconds, and was stopped. Change the text to try again.'
  })

  const bar = toolbar({
    begin: (next, call) => {
      trying.setCall(call)
      setText(next)
    },
    say: (message) => {
      status.textContent = message
    },
    write: () => link.write(),
    bytes: () => filter?.bytes,
  })
  const drop = (event: Event): void => {
    const files = (event as DragEvent).dataTransfer?.files // the event is that of its name
    if (files === undefined || files.length === 0) return
    event.preventDefault()
    event.stopPropagation()
    void bar.open(files[0])
  }
  place.addEventListener('drop', drop, { capture: true })
  place.addEventListener('dragover', (event) => event.preventDefault())

  const link = address({
    now: () => ({
      text: text(),
      ...choices.chosen(),
      tab: showing.chosen(),
      call: trying.call(),
      other: other.value,
      picture: pictures.kind(),
    }),
    put: (state) => {
      choices.choose(state)
      other.value = state.other
      trying.setCall(state.call)
      pictures.choose(state.picture)
      showing.choose(state.tab)
      setText(state.text)
    },
    canCopy: (can) => bar.canCopy(can),
  })

  showing.fill('pictures', () => pictures.elements)
  showing.fill('difference', () => [el('label', { for: 'pg-other' }, 'Compare with (B)'), other, differences])
  fill(
    root,
    bar.element,
    el(
      'div',
      { class: 'pg-sides' },
      el('section', { class: 'pg-in', 'aria-label': 'Input' }, choices.element, place, faults),
      el(
        'section',
        { class: 'pg-out', 'aria-label': 'Result' },
        status,
        glance,
        trying.element,
        showing.element,
      ),
    ),
  )
  ask()
  void link.read()
  void import('./editor.ts').then(({ editor }) => {
    if (isGone) return
    const hadFocus = document.activeElement === plain
    const now = plain.value
    fill(place)
    editing = editor(place, now, 'Profile or filter', changed)
    if (hadFocus) editing.goTo(1, 1)
    if (filter !== undefined) editing.show(filter.notes)
    talk.ask({ kind: 'words' })
  })
  return () => {
    isGone = true
    talk.end()
    pictures.end()
    editing?.end()
    link.end()
  }
}
