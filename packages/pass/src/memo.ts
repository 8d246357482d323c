/** Yields what `make` makes of `key`, made once for each of the two. */
export type Memo = <K extends object, V>(make: (key: K) => V, key: K) => V

/** A memo that knows nothing yet. What runs on the same rules share, such as the outcomes of rules, is computed once by it. */
export function createMemo(): Memo {
  const answers = new WeakMap<object, WeakMap<object, unknown>>()
  return <K extends object, V>(make: (key: K) => V, key: K): V => {
    const own = answers.get(make) ?? new WeakMap<object, unknown>()
    answers.set(make, own)
    if (!own.has(key)) own.set(key, make(key))
    return own.get(key) as V // `make` made it
  }
}
