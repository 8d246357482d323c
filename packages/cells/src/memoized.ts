/** `of` with a memory: it runs once for each number. */
export function memoized<T>(of: (to: number) => T): (to: number) => T {
  const known = new Map<number, T>()
  return (to) => {
    const memo = known.get(to) ?? of(to)
    known.set(to, memo)
    return memo
  }
}
