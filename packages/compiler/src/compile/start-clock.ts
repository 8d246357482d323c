/** A clock that counts milliseconds, from any start. */
export type Now = () => number

/** Starts the clock `now`, and yields what says how long it has run; nothing where there is none. */
export function startClock(now: Now | undefined): () => { readonly ms?: number } {
  if (now === undefined) return () => ({})
  const begun = now()
  return () => ({ ms: now() - begun })
}
