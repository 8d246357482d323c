/// <reference lib="dom" />

/** A function that calls `run` once, `ms` after the last of its calls. */
export function later(ms: number, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(timer)
    timer = setTimeout(run, ms)
  }
}
