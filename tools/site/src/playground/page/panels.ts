/// <reference lib="dom" />
/* Parts of an answer as elements. */
import { PIPELINES } from '../messages.ts'
import type { FilterPart, FindingItem, FindingsPart, Note, PassesPart, RivalPart } from '../messages.ts'
import { el, fill, fillLines } from './element.ts'
import type { ElementChild } from './element.ts'

const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 1 })

/** A verdict in the colours of pictures, and after the letter that it has there. */
export function verdictElement(verdict: string): HTMLElement {
  const [action = 'unknown'] = /^[A-Z_]+/.exec(verdict) ?? []
  return el('span', { class: `pg-verdict verdict t-${action.toLowerCase()}` }, verdict)
}

const card = (title: string, value: string, more: string, kind: string = ''): HTMLElement =>
  el('div', { class: `pg-card ${kind}` }, el('dt', {}, title), el('dd', {}, value, el('small', {}, more)))

const PROOFS = { proved: 'Proved', undecided: 'Not proved', given: 'As given' } as const

/** The summary of a filter. */
export function summary({
  proof,
  insns,
  bytes,
  longest,
  ebpf,
  costs,
  abis,
  source,
  ms,
}: FilterPart): HTMLElement {
  const [main] = costs
  const digest = proof.digest === undefined ? '' : ` · SHA-256 of the meaning ${proof.digest.slice(0, 12)}…`
  const mean = main === undefined ? '' : ' · the mean is over all allowed calls, with arguments 0'
  return el(
    'div',
    {},
    el(
      'dl',
      { class: 'pg-cards' },
      card('Proof', PROOFS[proof.kind], '', proof.kind === 'proved' ? 'pg-good' : ''),
      card('Size', number(insns), insns === 1 ? 'instruction' : 'instructions'),
      ...(main === undefined
        ? []
        : [
            card('Run by an allowed call', number(main.mean), `mean, ${number(main.worst)} at most`),
            card('In the kernel’s cache', `${main.cached}`, `of ${main.calls} on ${main.abi}`),
          ]),
    ),
    el(
      'details',
      { class: 'pg-small' },
      el(
        'summary',
        {},
        `${source} · ${abis.join(', ')} · ${number(bytes.length)} bytes · longest path ${longest} · ${ebpf} eBPF instructions · ${number(ms)} ms`,
      ),
      `${proof.text}${digest}${mean}`,
    ),
  )
}

/** The actions that findings and notes offer. */
export interface Leads {
  readonly goTo: (line: number, column: number) => void
  readonly tryCall: (call: string) => void
}

function placeButton({ line, column = 1 }: Pick<Note, 'line' | 'column'>, { goTo }: Leads): ElementChild {
  if (line === undefined) return undefined
  const go = (): void => goTo(line, column)
  return el('button', { type: 'button', class: 'pg-link', click: go }, `line ${line}:${column}`)
}

/** Errors and warnings about the text. */
export function notes(all: readonly Note[], leads: Leads): readonly HTMLElement[] {
  return all.map((note) =>
    el(
      'li',
      { class: `pg-note pg-${note.severity}` },
      el('strong', {}, note.severity),
      ' ',
      placeButton(note, leads),
      ' ',
      note.message,
      ...(note.name === undefined ? [] : [' ', el('code', {}, note.name)]),
      ...(note.full === undefined ? [] : [el('p', { class: 'pg-small' }, note.full)]),
    ),
  )
}

function finding(
  { name, severity, message, instead, calls, line, column }: FindingItem,
  leads: Leads,
): HTMLElement {
  return el(
    'li',
    { class: `pg-finding pg-${severity}` },
    el(
      'p',
      {},
      el('strong', {}, severity),
      ' ',
      el('code', {}, name),
      ' ',
      placeButton({ line, column }, leads),
    ),
    el('p', {}, message),
    ...calls.map(({ text, verdict, typed }) =>
      el(
        'p',
        { class: 'pg-call' },
        el('code', {}, text),
        ' gets ',
        verdictElement(verdict),
        ' ',
        el('button', { type: 'button', class: 'pg-link', click: () => leads.tryCall(typed) }, 'trace it'),
      ),
    ),
    ...(instead === undefined ? [] : [el('p', { class: 'pg-small' }, `Instead: ${instead}`)]),
  )
}

/** The findings of the lint rules. */
export function findings({ findings: all, undecided }: FindingsPart, leads: Leads): readonly HTMLElement[] {
  return [
    ...(all.length === 0 ? [el('p', {}, 'No findings.')] : []),
    el('ul', { class: 'pg-list' }, ...all.map((each) => finding(each, leads))),
    ...undecided.map((text) => el('p', { class: 'pg-small' }, `Not decided: ${text}`)),
  ]
}

const ABOUT: Readonly<Record<string, string>> = {
  speed: 'search trees, fewest instructions executed',
  size: 'search trees, few instructions',
  smallest: 'the fewest instructions, as search trees or a list',
  list: 'the best list of ranges',
  none: 'one comparison for each call',
  libseccomp: 'the shape of libseccomp’s binary tree',
  'as given': 'the filter in the editor',
}

/** The table that compares a filter with others of the same meaning. */
export function rivals(rows: readonly RivalPart[]): HTMLElement {
  const known: readonly string[] = ['as given', ...PIPELINES]
  const sorted = rows.toSorted((a, b) => known.indexOf(a.name) - known.indexOf(b.name))
  const most = Math.max(1, ...sorted.map(({ mean = 0 }) => mean))
  const table = el(
    'table',
    { class: 'pg-table' },
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        ...['pipeline', 'instructions', 'mean cost', 'longest'].map((text) =>
          el('th', { scope: 'col' }, text),
        ),
      ),
    ),
    el(
      'tbody',
      {},
      ...sorted.map(({ name, insns, mean, longest, why, isChosen }) =>
        el(
          'tr',
          isChosen ? { class: 'pg-chosen', 'aria-current': 'true' } : {},
          el('th', { scope: 'row' }, name, el('small', {}, ABOUT[name] ?? '')),
          ...(insns === undefined || mean === undefined || longest === undefined
            ? [el('td', { colspan: 3 }, why ?? '')]
            : [
                el('td', {}, number(insns)),
                el(
                  'td',
                  {},
                  el('meter', { min: 0, max: most, value: mean, 'aria-hidden': 'true' }),
                  ` ${number(mean)}`,
                ),
                el('td', {}, number(longest)),
              ]),
        ),
      ),
    ),
  )
  return el('div', { class: 'pg-wide' }, table)
}

/** Lines of text in a box that scrolls; `done` is called when all lines are in it. */
export function lines(text: string | readonly string[], label: string, done?: () => void): HTMLPreElement {
  const box = el('pre', { class: 'pg-lines', tabindex: 0, role: 'region', 'aria-label': label })
  fillLines(box, typeof text === 'string' ? text.split('\n') : text, done)
  return box
}

/** The IR after each pass, one at a time. */
export function passes({ passes: all }: PassesPart): readonly HTMLElement[] {
  const box = el('div')
  const show = (index: number): void => {
    const one = all[index]
    if (one !== undefined) fill(box, lines(one.text, `IR after ${one.title}`))
  }
  const choose = el(
    'select',
    { 'aria-label': 'Pass', change: () => show(choose.selectedIndex) },
    ...all.map(({ title, size }, i) => el('option', {}, `${i}. ${title}${size === '' ? '' : ` — ${size}`}`)),
  )
  show(0)
  return [el('p', {}, el('label', {}, 'After ', choose)), box]
}
