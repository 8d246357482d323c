/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/*
 * The page of the playground: the text and the choices on one side, the facts of the filter on the other.
 *
 * Every change asks the Worker again, a moment after the last key. Parts of the answer are shown as they come. The
 * hash of the address holds the state.
 */
import { MAX_TEXT } from '../messages.ts'
import type { AnswerPart, FilterPart, Note, RivalPart, WorkerAnswer } from '../messages.ts'
import { address } from './address.ts'
import { AnswerNotes } from './answer-notes.ts'
import { NO_ANSWER, NO_FILTER, OLD, sizeText } from './answer-texts.ts'
import { askConsent } from './ask-consent.ts'
import { choiceFields } from './choices.ts'
import { Consent } from './consent.ts'
import { difference } from './difference.ts'
import { el, fill } from './element.ts'
import { emulator } from './emulator.ts'
import { languageOf } from './language.ts'
import { later } from './later.ts'
import { TABS } from './link-state.ts'
import { takeFiles } from './file-drop.ts'
import { findings, lines, notes, passes, rivals, summary } from './panels.ts'
import { picturePanel } from './pictures.ts'
import type { AskedFilter } from './pictures.ts'
import { presetSource } from './preset-source.ts'
import { TypedPolicies } from './typed-policies.ts'
import { sides } from './sides.ts'
import { statusLine } from './status-line.ts'
import { TAB_TITLES } from './tab-titles.ts'
import { tabs } from './tabs.ts'
import { Talk } from './talk.ts'
import { textField } from './text-field.ts'
import { toolbar } from './toolbar.ts'
import type { TypeScript } from './typescript.ts'

/** Milliseconds without a key before the Worker is asked. */
const QUIET = 30

/**
 * Puts the playground into `root`; yields a function that removes it. @param sandbox - the address of the page of the
 * sandbox
 */
export function mountPlayground(root: HTMLElement, sandbox: string): () => void {
  let filter: FilterPart | undefined
  let rows: RivalPart[] = []
  /** The instructions that the call in the emulator executes. */
  let path: readonly number[] = []
  /** The last question about a filter, and the last that had a filter for its answer. */
  let filterAsked: AskedFilter | undefined
  let filterShown: AskedFilter | undefined
  let asked = 0
  let viewAsked = 0
  let callAsked = 0
  let completionAsked = 0
  let arePassesAsked = false
  let isGone = false

  const askSoon = later(QUIET, () => ask())
  const changed = (): void => {
    consent.changed(text())
    askSoon()
    link.writeSoon()
  }
  let types: Promise<TypeScript> | undefined
  const typeScript = (): Promise<TypeScript> => {
    types ??= import('./typescript.ts').then((part) => part.typeScript())
    return types
  }
  const typedPolicies = new TypedPolicies(typeScript, sandbox)
  const consent = new Consent()
  const field = textField({
    changed,
    typeScript,
    isScript: (policy) => preset.short(policy) === policy,
    tooLong: (characters) =>
      status.say(`The text has ${characters} characters; at most ${MAX_TEXT} are read here.`),
    loaded: () => talk.ask({ kind: 'words' }),
  })
  const { text } = field
  const choices = choiceFields(changed)
  const faults = el('ul', { class: 'pg-list pg-notes', 'aria-live': 'polite' })
  const status = statusLine()
  const glance = el('div', { class: 'pg-glance' })
  const consentPlace = el('div', { 'aria-live': 'polite' })
  const compare = difference({
    typedPolicies: new TypedPolicies(typeScript, sandbox),
    changed: () => {
      askView()
      link.writeSoon()
    },
    ask: (other, typed) => {
      arePassesAsked = false // the Worker answers the newest view only
      const width = showing.panel('difference').clientWidth
      viewAsked = talk.ask({ kind: 'view', view: 'changes', other, typed, width })
    },
    notes: (all, goTo) => notes(all, { ...leads, goTo }),
  })
  const pictures = picturePanel({
    filter: () => filterShown,
    call: () => trying.call(),
    changed: () => link.writeSoon(),
    bringCall: () => trying.element.scrollIntoView({ block: 'start' }),
    leads: { goTo: (line, column) => leads.goTo(line, column), tryCall: (call) => leads.tryCall(call) },
  })

  const leads = {
    goTo: (line: number, column: number): void => field.goTo(line, column),
    tryCall: (call: string): void => {
      trying.setCall(call)
      askCall()
      link.writeSoon()
      trying.element.scrollIntoView({ block: 'nearest' })
    },
  }
  const showing = tabs(TAB_TITLES, () => {
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

  /** Marks the lines of the listing that the call executes. */
  function mark(next: readonly number[]): void {
    path = next
    const all = showing.panel('listing').querySelectorAll('.pg-line')
    const onPath = new Set(path)
    all.forEach((line, pc) => line.classList.toggle('pg-runs', onPath.has(pc)))
  }

  function ask(): void {
    arePassesAsked = false
    compare.outdate()
    rows = []
    answerNotes.begin()
    fill(consentPlace)
    typedPolicies.stop()
    if (text().trim() === '') {
      asked = 0
      showNoFilter([], 'Paste a profile or a filter, drop a file, or begin with an example.')
      status.busy(false)
      return
    }
    status.busy(true)
    const now = preset.short(text())
    if (languageOf(now) === 'typescript') void askTyped(now)
    else send(now, undefined)
  }

  function send(now: string, typed: string | undefined): void {
    status.say('Compiling…')
    filterAsked = { kind: 'filter', text: now, typed, ...choices.chosen() }
    asked = talk.ask(filterAsked)
  }

  /** Checks and runs a script, and asks about the policy that it exports. */
  async function askTyped(now: string): Promise<void> {
    status.say('Reading the policy…')
    asked = 0 // an answer to an older text is of no use
    const prepared = await typedPolicies.prepare(now, consent)
    if (prepared === undefined || isGone) return
    if (prepared.kind === 'policy') {
      answerNotes.begin(prepared.notes, prepared.types)
      send(now, prepared.typed)
      return
    }
    const isFault = prepared.kind === 'fault'
    showNoFilter(prepared.notes, isFault ? NO_FILTER : 'No filter: the policy has not run.')
    status.busy(false)
    if (isFault) return
    const run = (): void => {
      consent.given()
      ask()
    }
    fill(consentPlace, askConsent(prepared.origin, run))
  }

  /** Shows notes at the text. A warning that is among the findings is listed only there. */
  const answerNotes = new AnswerNotes(
    (all) => {
      const listed = all.filter(({ isFinding }) => isFinding !== true)
      fill(faults, ...notes(listed, leads))
      field.show(all)
    },
    () => {
      status.busy(false)
      askView()
    },
  )

  /** Shows the notes of a text without a filter. The results of the last filter stay, in grey. */
  function showNoFilter(all: readonly Note[], message: string): void {
    const isOld = filter !== undefined
    status.old(isOld)
    status.say(isOld ? `${message} ${OLD}` : message)
    answerNotes.found(all)
    compare.clear()
    bar.canSave(false)
  }

  function forget(): void {
    filter = undefined
    status.old(false)
    fill(glance)
    for (const tab of TABS) if (tab !== 'difference' && tab !== 'pictures') showing.fill(tab, () => [])
    pictures.clear()
    showing.count('findings', undefined)
    compare.clear()
    trying.clear()
    bar.canSave(false)
  }

  function askView(): void {
    const tab = showing.chosen()
    // While an answer is awaited, its end requests the view.
    if (status.isBusy() || filter === undefined) return
    if (tab === 'passes') {
      if (arePassesAsked) return
      arePassesAsked = true
      compare.outdate()
      viewAsked = talk.ask({ kind: 'view', view: 'passes', other: '' })
    }
    if (tab === 'pictures') pictures.ask()
    if (tab !== 'difference') return
    if (status.isOld()) compare.clear()
    else compare.ask()
  }

  function showFilter(part: FilterPart): void {
    filter = part
    filterShown = filterAsked
    status.old(false)
    bar.canSave(true)
    answerNotes.found(part.notes)
    fill(glance, summary(part))
    showing.fill('listing', () => [lines(part.listing, 'Listing', () => mark(path))])
    status.say(`${sizeText(part)}. Looking further…`)
    askCall()
  }

  function showPart(part: AnswerPart): void {
    switch (part.part) {
      case 'filter':
        showFilter(part)
        return
      case 'rival':
        rows = [...rows, part]
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
        compare.show(part)
        return
      case 'picture': // these are drawn in the Worker of the panel
        return
      case 'fault':
        showFault(part)
        return
      case 'end':
        if (rows.length > 0) showing.fill('compare', () => [rivals(rows)])
        if (filter !== undefined && !status.isOld())
          status.say(`${sizeText(filter)}, all in ${Math.round(part.ms)} ms.`)
        answerNotes.end()
    }
  }

  function showFault({ of, notes: found }: Extract<AnswerPart, { part: 'fault' }>): void {
    const shown = el('ul', { class: 'pg-list' }, ...notes(found, leads))
    if (of !== 'filter') {
      if (of === 'changes') compare.showNotes(found)
      else if (of !== 'picture') showing.fill(of, () => [shown])
      return
    }
    showNoFilter(found, NO_FILTER)
  }

  function hear(answer: WorkerAnswer): void {
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
        field.setWords(answer.words)
        choices.offerAbis(answer.abis)
        return
      case 'source':
        preset.hear(answer)
    }
  }
  const talk = new Talk(hear, (why) => {
    forget()
    status.busy(false)
    status.say(NO_ANSWER[why])
  })

  const preset = presetSource({
    ask: (name) => void talk.ask({ kind: 'source', preset: name }),
    put: (source) => {
      consent.given()
      field.setText(source)
    },
  })
  const bar = toolbar({
    begin: (next, call, isFile) => {
      if (isFile) consent.came('file')
      else consent.given()
      trying.setCall(call)
      if (!preset.open(next)) field.setText(next)
    },
    say: status.say,
    write: () => link.write(),
    bytes: () => filter?.bytes,
  })
  takeFiles(field.element, (file) => void bar.open(file))

  const link = address({
    now: () => ({
      text: preset.short(text()),
      ...choices.chosen(),
      tab: showing.chosen(),
      call: trying.call(),
      other: compare.text(),
      picture: pictures.kind(),
    }),
    put: (state, isFromLink) => {
      choices.choose(state)
      compare.put(state.other)
      trying.setCall(state.call)
      pictures.choose(state.picture)
      showing.choose(state.tab)
      if (isFromLink) consent.came('link')
      else consent.given()
      if (!preset.open(state.text)) field.setText(state.text)
    },
    canCopy: (can) => bar.canCopy(can),
    broken: () => {
      showNoFilter([], 'This link cannot be read: it was cut, or it is not of this page.')
      status.busy(false)
    },
  })

  showing.fill('pictures', () => pictures.elements)
  showing.fill('difference', () => compare.children)
  fill(
    root,
    bar.element,
    sides(
      [choices.element, field.element, el('div', { class: 'pg-said' }, consentPlace, faults)],
      [status.element, glance, trying.element, showing.element],
    ),
  )
  link.begin()
  return () => {
    isGone = true
    talk.end()
    pictures.end()
    typedPolicies.end()
    compare.end()
    void types?.then((part) => part.end())
    field.end()
    link.end()
  }
}
