/// <reference lib="dom" />
/*
 * A picture as a file: SVG, or PNG with twice the pixels. The colours are those that the page shows, in light or in
 * dark: a file has no theme to follow.
 */
import { saveFile } from './save-file.ts'

/** Pixels of a PNG for each pixel of the picture. */
const DENSITY = 2
/** The most pixels of a PNG on one side; browsers draw no larger canvas. */
const MOST_PIXELS = 16_000

interface PictureFile {
  readonly text: string
  readonly width: number
  readonly height: number
}

/** The text of the picture, in the size in which it was drawn. */
function pictureFile(svg: Element): PictureFile {
  const copy = svg.cloneNode(true) as SVGElement // the copy of an SVG element is one
  copy.removeAttribute('style') // the zoom of the page
  copy.setAttribute('data-theme', document.documentElement.classList.contains('dark') ? 'dark' : 'light')
  const size = (name: string): number => Number.parseFloat(copy.getAttribute(name) ?? '')
  return { text: new XMLSerializer().serializeToString(copy), width: size('width'), height: size('height') }
}

/** Saves the picture as SVG. */
export function saveSvg(svg: Element, name: string): void {
  saveFile(new Blob([pictureFile(svg).text], { type: 'image/svg+xml' }), `${name}.svg`)
}

/** Saves the picture as PNG. */
export async function savePng(svg: Element, name: string): Promise<void> {
  const { text, width, height } = pictureFile(svg)
  const scale = Math.min(DENSITY, MOST_PIXELS / Math.max(width, height))
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  canvas.toBlob((content) => {
    if (content !== null) saveFile(content, `${name}.png`)
  })
}
