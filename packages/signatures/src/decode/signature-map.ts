import type { Signature } from '@seccompile/syscalls'

/**
 * The signatures of calls by name. Each is read at its first lookup. A table has some 400 signatures, and a policy
 * needs a few.
 *
 * @param names all calls, in the order of the map
 * @param read yields the signature of a call; undefined where it has none
 */
export function signatureMap(
  names: () => Iterable<string>,
  read: (call: string) => Signature | undefined,
): ReadonlyMap<string, Signature> {
  const known = new Map<string, Signature>()
  let all: ReadonlyMap<string, Signature> | undefined

  const get = (call: string): Signature | undefined => {
    const found = known.get(call)
    if (found !== undefined) return found
    const signature = read(call)
    if (signature !== undefined) known.set(call, signature)
    return signature
  }
  const whole = (): ReadonlyMap<string, Signature> => {
    all ??= new Map(
      [...names()].flatMap((call) => {
        const signature = get(call)
        return signature === undefined ? [] : [[call, signature]]
      }),
    )
    return all
  }

  return {
    get size() {
      return whole().size
    },
    get,
    has: (call) => get(call) !== undefined,
    keys: () => whole().keys(),
    values: () => whole().values(),
    entries: () => whole().entries(),
    [Symbol.iterator]: () => whole().entries(),
    forEach(callback, self) {
      for (const [call, signature] of whole()) callback.call(self, signature, call, this)
    },
  }
}
