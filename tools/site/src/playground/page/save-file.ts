/// <reference lib="dom" />
import { el } from './element.ts'

/** Saves `content` as the file `name`; the browser may ask where. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content)
  el('a', { href: url, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
