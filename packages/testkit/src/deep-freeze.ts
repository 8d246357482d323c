/** `value`, deeply frozen: a later write to it or to an object in it throws. */
export function deepFreeze<T>(value: T): T {
  const stack: unknown[] = [value]
  const seen = new Set<unknown>()
  while (stack.length > 0) {
    const next = stack.pop()
    if (typeof next !== 'object' || next === null || seen.has(next)) continue
    seen.add(next)
    Object.freeze(next)
    stack.push(...Object.values<unknown>(next as Record<string, unknown>))
  }
  return value
}
