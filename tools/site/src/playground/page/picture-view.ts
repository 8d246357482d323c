/// <reference lib="dom" />
/*
 * The view of a picture: it is zoomed, moved, enlarged to the whole window, and saved.
 *
 * The box scrolls, so that fingers and arrow keys move the picture without code. The pointer of a mouse drags it.
 */
import { el, fill } from './element.ts'
import type { ElementChild } from './element.ts'
import { savePng, saveSvg } from './picture-file.ts'

/** The factor of a step of the zoom, and its bounds. */
const STEP = 1.25
const LEAST = 0.1
const MOST = 8
const ENLARGE = 'Enlarge the picture to the whole window'

/** The view as the panel sees it. */
export interface PictureView {
  /** The bar with `choices` and the buttons, and the box. */
  readonly element: HTMLElement
  /** The box that scrolls. */
  readonly box: HTMLElement
  /** Shows a picture, or a text about why there is none. */
  readonly show: (label: string, shown: Element | undefined) => void
}

/** What the view needs of its panel. */
export interface PictureViewAsks {
  /** Elements at the beginning of the bar. */
  readonly choices: readonly ElementChild[]
  /** The name of a saved file, without its ending. */
  readonly name: () => string
  /** Called when the box has another size. */
  readonly resized: () => void
}

/** Lets the pointer of a mouse drag the content of `box`. Fingers scroll it already. */
function dragging(box: HTMLElement): void {
  box.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return
    // The bars of the box are beside its client area.
    if (event.offsetX > box.clientWidth && event.target === box) return
    box.setPointerCapture(event.pointerId)
  })
  box.addEventListener('pointermove', ({ pointerId, movementX, movementY }) => {
    if (box.hasPointerCapture(pointerId)) box.scrollBy(-movementX, -movementY)
  })
}

/** The zoom of the picture in a box. */
interface Zoom {
  readonly to: (scale: number) => void
  readonly by: (factor: number) => void
  readonly fit: () => void
  /** Takes the next picture, in the scale of the last. */
  readonly take: (picture: SVGElement | undefined) => void
}

/** The zoom of `box`; `changed` receives each scale. */
function zooming(box: HTMLElement, changed: (scale: number) => void): Zoom {
  let scale = 1
  let picture: SVGElement | undefined
  /** The size in which the picture was drawn. */
  const drawn = (side: 'width' | 'height'): number => Number.parseFloat(picture?.getAttribute(side) ?? '0')
  function to(next: number): void {
    if (picture === undefined) return
    const before = scale
    scale = Math.min(MOST, Math.max(LEAST, next))
    const [x, y] = [box.scrollLeft + box.clientWidth / 2, box.scrollTop + box.clientHeight / 2]
    picture.style.width = `${drawn('width') * scale}px`
    picture.style.height = `${drawn('height') * scale}px`
    // The middle of the box stays in its place.
    box.scrollTo((x * scale) / before - box.clientWidth / 2, (y * scale) / before - box.clientHeight / 2)
    changed(scale)
  }
  return {
    to,
    by: (factor) => to(scale * factor),
    fit: () => to(Math.min(box.clientWidth / drawn('width'), (box.clientHeight - 4) / drawn('height'))),
    take: (next) => {
      picture = next
      const kept = scale
      scale = 1
      to(kept)
    },
  }
}

const button = (text: string, label: string, click: () => void): HTMLButtonElement =>
  el('button', { type: 'button', title: label, 'aria-label': label, click }, text)

/** The label of the button that has the scale as its text. The text is a part of it, for those who say what they see. */
const scaleLabel = (scale: string): string => `${scale}: show the actual size`

/** The view. */
export function pictureView({ choices, name, resized }: PictureViewAsks): PictureView {
  let picture: SVGElement | undefined
  const box = el('div', { class: 'pg-canvas', tabindex: 0, role: 'region', 'aria-label': 'Picture' })
  const zoom = zooming(box, (scale) => {
    actual.textContent = `${Math.round(100 * scale)} %`
    actual.setAttribute('aria-label', scaleLabel(actual.textContent))
  })
  const actual = button('100 %', scaleLabel('100 %'), () => zoom.to(1))
  const save = (how: (svg: Element, file: string) => unknown) => (): void => {
    if (picture !== undefined) void how(picture, name())
  }
  const enlarge = button('Enlarge', ENLARGE, () => {
    if (dialog.open) {
      dialog.close()
      return
    }
    dialog.append(view)
    dialog.showModal()
    settle('Close', 'Close the enlarged picture')
  })
  function settle(text: string, label: string): void {
    enlarge.textContent = text
    enlarge.title = label
    enlarge.setAttribute('aria-label', label)
    resized()
  }
  const tools = [
    button('−', 'Smaller', () => zoom.by(1 / STEP)),
    actual,
    button('+', 'Larger', () => zoom.by(STEP)),
    button('Fit', 'Fit into the box', zoom.fit),
    enlarge,
    button('SVG', 'Save as SVG', save(saveSvg)),
    button('PNG', 'Save as PNG', save(savePng)),
  ]
  const group = { class: 'pg-tools', role: 'group', 'aria-label': 'View of the picture' }
  const bar = el('div', { class: 'pg-picture' }, ...choices, el('span', group, ...tools))
  const view = el('div', { class: 'pg-view' }, bar, box)
  const place = el('div', { class: 'pg-place' }, view)
  const close = (): void => {
    place.append(view)
    settle('Enlarge', ENLARGE)
    enlarge.focus()
  }
  const dialog = el('dialog', { class: 'pg-dialog', 'aria-label': 'Picture', close })
  const keys = new Map([
    ['+', () => zoom.by(STEP)],
    ['-', () => zoom.by(1 / STEP)],
    ['0', () => zoom.to(1)],
    ['f', zoom.fit],
  ])
  box.addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
    if (!ctrlKey && !metaKey && !altKey) keys.get(key)?.()
  })
  dragging(box)
  return {
    element: el('div', {}, place, dialog),
    box,
    show: (label, shown) => {
      box.setAttribute('aria-label', label)
      fill(box, shown)
      picture = shown instanceof SVGElement ? shown : undefined
      zoom.take(picture)
    },
  }
}
