/// <reference lib="dom" />
/*
 * The panel of pictures: a person chooses the kind, and for a plane the call; the path of the typed call is marked.
 *
 * A picture may take a second. So pictures have a Worker of their own, which begins when the panel is first opened,
 * and the answers about the filter do not wait for a picture.
 */
import { PICTURES } from '../messages.ts'
import type { ChangesPart, FilterQuestion, PictureKind, PicturePart, WorkerAnswer } from '../messages.ts'
import { el, fill } from './element.ts'
import { notes } from './panels.ts'
import { pictureView } from './picture-view.ts'
import type { Leads } from './panels.ts'
import { svgOf } from './svg.ts'
import { Talk } from './talk.ts'
import type { NoAnswer } from './talk.ts'

/** The titles of the kinds. */
const TITLES: Readonly<Record<PictureKind, string>> = {
  tree: 'The search over the number line',
  arcs: 'The listing with its jumps',
  graph: 'The tests as a graph',
  barcode: 'The verdict of each call',
  bitmap: 'What the kernel caches',
  cost: 'What each call costs, beside libseccomp’s layouts',
  waterfall: 'Size and cost after each pass',
  plane: 'Two arguments of one call',
}

const NO_PICTURE: Readonly<Record<NoAnswer, string>> = {
  late: 'The picture took more than 30 seconds, and was stopped.',
  broken: 'What draws pictures broke, or cannot be loaded.',
}

/** The kinds that do not depend on the call in the emulator. */
const UNLIT: readonly PictureKind[] = ['barcode', 'bitmap', 'cost', 'waterfall']

/** The panel as the page sees it. */
export interface PicturePanel {
  readonly elements: readonly HTMLElement[]
  /** The chosen kind. */
  readonly kind: () => PictureKind
  readonly choose: (kind: PictureKind) => void
  /** Asks for the picture, unless it is shown or already asked for. */
  readonly ask: () => void
  /** Called when there is no filter. */
  readonly clear: () => void
  /** Ends the Worker of the panel. */
  readonly end: () => void
}

/** A question about a filter, as the page asked it. */
export type AskedFilter = Omit<FilterQuestion, 'id'>

/** The functions of the page that the panel calls. */
export interface PicturePanelAsks {
  /** The last question about a filter. */
  readonly filter: () => AskedFilter | undefined
  /** The call in the emulator. */
  readonly call: () => string
  /** Called when the person has chosen another kind of picture. */
  readonly changed: () => void
  /** Scrolls the emulator to the top of the window, where it stays above the picture. */
  readonly bringCall: () => void
  readonly leads: Leads
}

/**
 * Scrolls to the end of the path: instructions that run last are drawn last. `bringCall` brings the box into the
 * window, with the emulator above it.
 */
function showWay(box: HTMLElement, bringCall: () => void): void {
  const end = [...box.querySelectorAll('.way')].at(-1)
  if (end === undefined) return
  if (box.getBoundingClientRect().bottom > window.innerHeight) bringCall()
  const [inner, outer] = [end.getBoundingClientRect(), box.getBoundingClientRect()]
  if (inner.left < outer.left || inner.right > outer.right)
    box.scrollLeft += (inner.left + inner.right - outer.left - outer.right) / 2
  if (inner.top < outer.top || inner.bottom > outer.bottom)
    box.scrollTop += (inner.top + inner.bottom - outer.top - outer.bottom) / 2
}

/** The choice of the call of a plane. */
interface PlaneChoice {
  readonly element: HTMLElement
  /** The chosen call; empty after another call was typed in the emulator, which has a plane of its own. */
  readonly chosen: () => string
  readonly offer: (calls: readonly string[], plane: string) => void
  readonly show: (isPlane: boolean) => void
}

function planeChoice(typed: () => string, changed: () => void): PlaneChoice {
  let choice: { readonly plane: string; readonly typed: string } | undefined
  const select = el('select', {
    id: 'pg-plane',
    change: () => {
      choice = { plane: select.value, typed: typed() }
      changed()
    },
  })
  const element = el('span', { hidden: true }, ' ', el('label', { for: 'pg-plane' }, 'Call '), select)
  const show = (isPlane: boolean): void => {
    element.hidden = !isPlane || select.options.length === 0
  }
  return {
    element,
    chosen: () => (choice?.typed === typed() ? choice.plane : ''),
    offer: (calls, plane) => {
      fill(select, ...calls.map((value) => el('option', { value }, value)))
      select.value = plane
      show(true)
    },
    show,
  }
}

/** The choice of a kind of picture. */
function kindChoice(change: () => void): HTMLSelectElement {
  return el(
    'select',
    { id: 'pg-picture', change },
    ...PICTURES.map((kind) => el('option', { value: kind }, TITLES[kind])),
  )
}

/** The panel of pictures. */
export function picturePanel({ filter, call, changed, bringCall, leads }: PicturePanelAsks): PicturePanel {
  let wanted: string | undefined
  /** The question whose filter the Worker holds. */
  let known: AskedFilter | undefined
  let asked = 0
  let lit = ''
  let shown: PictureKind = 'tree'
  const select = kindChoice(() => {
    askNow()
    changed()
  })
  const planes = planeChoice(call, () => askNow())
  const kind = (): PictureKind => PICTURES.find((each) => each === select.value) ?? 'tree'
  const {
    element,
    box,
    show: view,
  } = pictureView({
    choices: [el('label', { for: 'pg-picture' }, 'Picture '), select, planes.element],
    name: () => `filter-${shown}`,
    resized: () => {
      wanted = undefined
      askNow()
    },
  })

  function askNow(): void {
    const question = filter()
    if (question === undefined) return
    const other = kind()
    const typed = UNLIT.includes(other) ? '' : call()
    const next = { other, call: typed, plane: other === 'plane' ? planes.chosen() : '' }
    const key = JSON.stringify(next)
    if (key === wanted && question === known) return
    wanted = key
    planes.show(other === 'plane')
    box.setAttribute('aria-busy', 'true')
    if (box.firstChild === null) view('Picture', el('p', { class: 'pg-small' }, 'Drawing…'))
    if (question !== known) talk.ask({ ...question, isForPictures: true })
    known = question
    asked = talk.ask({ kind: 'view', view: 'picture', ...next, width: box.clientWidth })
  }
  const put = (shown?: Element, label: string = 'Picture'): void => {
    view(label, shown)
    box.setAttribute('aria-busy', 'false')
  }
  function show({ name, svg, why, planes: calls = [], plane = '' }: PicturePart): void {
    if (name === 'plane') planes.offer(calls, plane)
    shown = name
    put(svg === '' ? el('p', {}, why ?? '') : svgOf(svg), TITLES[name])
    if (lit !== call()) showWay(box, bringCall)
    lit = call()
  }
  const talk = new Talk(
    (answer: WorkerAnswer) => {
      if (answer.kind !== 'view' || answer.id !== asked) return
      const { answer: part } = answer
      if (part.part === 'picture') show(part)
      if (part.part === 'fault') put(el('ul', { class: 'pg-list' }, ...notes(part.notes, leads)))
    },
    (why) => {
      known = undefined
      wanted = undefined
      put(el('p', {}, NO_PICTURE[why]))
    },
  )
  return {
    elements: [element],
    kind,
    choose: (next) => {
      select.value = next
    },
    ask: askNow,
    clear: () => {
      wanted = undefined
      put()
    },
    end: () => talk.end(),
  }
}

/** The picture of a difference; nothing where there is none. */
export function differenceCanvas({ svg }: ChangesPart): HTMLElement | undefined {
  const drawn = svg === undefined ? undefined : svgOf(svg)
  if (drawn === undefined) return undefined
  return el(
    'div',
    {
      class: 'pg-canvas',
      tabindex: 0,
      role: 'region',
      'aria-label': 'The verdict of each call under B and under A',
    },
    drawn,
  )
}
