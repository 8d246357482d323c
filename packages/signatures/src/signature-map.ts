import type { Signature } from '@seccompile/syscalls'

/**
 * The signatures in a text with a line for each call, which begins with its name and a space.
 *
 * A signature is read when it is asked for, and once. A table has some 400 of them, and a policy asks for a few.
 */
export function signatureMap(
  lines: string,
  read: (line: string) => Signature,
): ReadonlyMap<string, Signature> {
  const text = `\n${lines}\n`
  const known = new Map<string, Signature>()
  let all: ReadonlyMap<string, Signature> | undefined

  const get = (call: string): Signature | undefined => {
    const found = known.get(call)
    if (found !== undefined) return found
    const start = text.indexOf(`\n${call} `) + 1
    if (start === 0 || call.includes(' ')) return undefined
    const signature = read(text.slice(start, text.indexOf('\n', start)))
    known.set(call, signature)
    return signature
  }
  /** All signatures, in the order of the text. */
  const whole = (): ReadonlyMap<string, Signature> => {
    all ??= new Map(Array.from(text.match(/^\S+/gm) ?? [], (call) => [call, get(call)!])) // each has a line
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
