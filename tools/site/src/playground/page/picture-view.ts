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

/** The view. */
export function pictureView({ choices, name, resized }: PictureViewAsks): PictureView {
  let scale = 1
  let picture: SVGElement | undefined
  const box = el('div', { class: 'pg-canvas', tabindex: 0, role: 'region', 'aria-label': 'Picture' })

  /** The size in which the picture was drawn. */
  const drawn = (side: 'width' | 'height'): number => Number.parseFloat(picture?.getAttribute(side) ?? '0')
  function zoom(next: number): void {
    if (picture === undefined) return
    const before = scale
    scale = Math.min(MOST, Math.max(LEAST, next))
    const [x, y] = [box.scrollLeft + box.clientWidth / 2, box.scrollTop + box.clientHeight / 2]
    picture.style.width = `${drawn('width') * scale}px`
    picture.style.height = `${drawn('height') * scale}px`
    // The middle of the box stays in its place.
    box.scrollTo((x * scale) / before - box.clientWidth / 2, (y * scale) / before - box.clientHeight / 2)
    actual.textContent = `${Math.round(100 * scale)} %`
    actual.setAttribute('aria-label', `${actual.textContent}: show the actual size`)
  }
  const fit = (): void =>
    zoom(Math.min(box.clientWidth / drawn('width'), (box.clientHeight - 4) / drawn('height')))

  const button = (text: string, label: string, click: () => void): HTMLButtonElement =>
    el('button', { type: 'button', title: label, 'aria-label': label, click }, text)
  const actual = button('100 %', 'Actual size', () => zoom(1))
  const save = (how: (svg: Element, file: string) => unknown) => (): void => {
    if (picture !== undefined) void how(picture, name())
  }
  const enlarge = button('Enlarge', 'Enlarge the picture to the whole window', () => {
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
  const bar = el(
    'div',
    { class: 'pg-picture' },
    ...choices,
    el(
      'span',
      { class: 'pg-tools', role: 'group', 'aria-label': 'View of the picture' },
      button('−', 'Smaller', () => zoom(scale / STEP)),
      actual,
      button('+', 'Larger', () => zoom(scale * STEP)),
      button('Fit', 'Fit into the box', fit),
      enlarge,
      button('SVG', 'Save as SVG', save(saveSvg)),
      button('PNG', 'Save as PNG', save(savePng)),
    ),
  )
  const view = el('div', { class: 'pg-view' }, bar, box)
  const place = el('div', { class: 'pg-place' }, view)
  const dialog = el('dialog', {
    class: 'pg-dialog',
    'aria-label': 'Picture',
    close: () => {
      place.append(view)
      settle('Enlarge', 'Enlarge the picture to the whole window')
      enlarge.focus()
    },
  })
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoom(scale * STEP),
    '-': () => zoom(scale / STEP),
    '0': () => zoom(1),
    f: fit,
  }
  box.addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
    if (!ctrlKey && !metaKey && !altKey) keys[key]?.()
  })
  dragging(box)
  return {
    element: el('div', {}, place, dialog),
    box,
    show: (label, shown) => {
      box.setAttribute('aria-label', label)
      fill(box, shown)
      picture = shown instanceof SVGElement ? shown : undefined
      const kept = scale
      scale = 1
      zoom(kept)
    },
  }
}
