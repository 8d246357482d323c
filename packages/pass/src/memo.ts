/** Yields `make(key)`. It calls `make` once for each pair of `make` and `key`, and remembers the result. */
export type Memo = <K extends object, V>(make: (key: K) => V, key: K) => V

/**
 * An empty memo. Runs on the same rules share one, so that they compute results such as the outcomes of rules
 * once.
 */
export function createMemo(): Memo {
  const answers = new WeakMap<object, WeakMap<object, unknown>>()
  return <K extends object, V>(make: (key: K) => V, key: K): V => {
    const own = answers.get(make) ?? new WeakMap<object, unknown>()
    answers.set(make, own)
    if (!own.has(key)) own.set(key, make(key))
    return own.get(key) as V // `make` made the value
  }
}
