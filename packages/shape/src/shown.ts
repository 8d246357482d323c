import { spelled, STEERING } from './steering.ts'

/** The most characters of a value in a message. */
export const MAX_SHOWN = 60

/** `value`, short enough for a message, and on one line. */
export function shown(value: unknown): string {
  if (typeof value === 'string')
    return JSON.stringify(value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value).replace(
      STEERING,
      (c) => spelled(c.charCodeAt(0)),
    )
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'function') return 'a function'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  if (typeof value === 'symbol') return 'a symbol'
  return String(value)
}
