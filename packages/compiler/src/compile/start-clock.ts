/** A clock: milliseconds since some moment. */
export type Now = () => number

/** Starts the clock `now`. The result yields the time since then, or nothing where there is no clock. */
export function startClock(now: Now | undefined): () => { readonly ms?: number } {
  if (now === undefined) return () => ({})
  const begun = now()
  return () => ({ ms: now() - begun })
}
