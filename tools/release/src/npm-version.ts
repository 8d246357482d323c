/* Versions of npm. The publishing job installs nothing, so this file imports nothing. */

/** Whether the version `a` is older than `b`; both are three numbers. */
export function isOlder(a: string, b: string): boolean {
  const [left, right] = [a, b].map((each) => each.split('.').map((part) => Number.parseInt(part, 10)))
  const i = left?.findIndex((part, at) => part !== right?.[at]) ?? -1
  return i >= 0 && (left?.[i] ?? 0) < (right?.[i] ?? 0)
}
