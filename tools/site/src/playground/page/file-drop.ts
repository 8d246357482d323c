/// <reference lib="dom" />

/** Gives the first of the files that a person drops on `place` to `open`. */
export function takeFiles(place: HTMLElement, open: (file: File | undefined) => void): void {
  const drop = (event: Event): void => {
    const files = (event as DragEvent).dataTransfer?.files // a `drop` event is a DragEvent
    if (files === undefined || files.length === 0) return
    event.preventDefault()
    event.stopPropagation()
    open(files[0])
  }
  place.addEventListener('drop', drop, { capture: true })
  place.addEventListener('dragover', (event) => event.preventDefault())
}
