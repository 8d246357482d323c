/*
 * A bounded map that keeps its smallest keys, and one value for all other keys together.
 *
 * The keys that are kept depend on the set of keys that came, and not on their order. A key that is among the smallest of all
 * keys was among the smallest of each part of them. So its value holds everything that came for it, and the map of two parts
 * together is the sum of their maps. A map that kept the first keys, or the most frequent, would have neither property.
 */

/** A value that another can be added to. */
export interface Sum<Self> {
  /** Adds `other`, which is used no more. */
  readonly merge: (other: Self) => void
}

/** A bounded map from key to sum. Keys are all texts, or all numbers and bigints. */
export interface Smallest<Key, Value> {
  /** The value for `key`, of its own or for the rest, made if need be. */
  readonly at: (key: Key) => Value
  /** The value for all keys that are not kept, made if need be. */
  readonly rest: () => Value
  /** The keys that are kept, from the smallest, with their values. */
  readonly kept: () => readonly (readonly [Key, Value])[]
  /** The value for all other keys; `undefined` where there are none. */
  readonly others: () => Value | undefined
  /** Adds all of `other`. */
  readonly merge: (other: Smallest<Key, Value>) => void
}

/** An empty map that keeps up to `limit` keys; `fresh` makes the values. */
export function smallest<Key extends string | number | bigint, Value extends Sum<Value>>(
  limit: number,
  fresh: () => Value,
): Smallest<Key, Value> {
  const values = new Map<Key, Value>()
  const keys: Key[] = [] // sorted
  let others: Value | undefined

  /** The index of the first key that is not below `key`. */
  function indexOf(key: Key): number {
    let lo = 0
    let hi = keys.length
    while (lo < hi) {
      const middle = (lo + hi) >>> 1
      if (keys[middle]! < key) lo = middle + 1
      else hi = middle
    }
    return lo
  }
  const rest = (): Value => (others ??= fresh())
  function at(key: Key): Value {
    const known = values.get(key)
    if (known !== undefined) return known
    if (keys.length === limit) {
      const largest = keys.at(-1)!
      if (key > largest) return rest()
      rest().merge(values.get(largest)!)
      values.delete(largest)
      keys.pop()
    }
    keys.splice(indexOf(key), 0, key)
    const value = fresh()
    values.set(key, value)
    return value
  }
  return {
    at,
    rest,
    kept: () => keys.map((key) => [key, values.get(key)!]),
    others: () => others,
    merge: (other) => {
      for (const [key, value] of other.kept()) at(key).merge(value)
      const more = other.others()
      if (more !== undefined) rest().merge(more)
    },
  }
}
