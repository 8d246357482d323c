/* Values as the TypeScript that makes them again, in the style of the repository: `{ abis: ['x86_64'], kernel: 5n }`. */

/** `text` in single quotes. */
function quoted(text: string): string {
  // JSON escapes all characters that need it except the single quote.
  const inner = JSON.stringify(text).slice(1, -1)
  return `'${inner.replaceAll(/\\.|'/g, (part) => (part === '\\"' ? '"' : part === "'" ? "\\'" : part))}'`
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/

/** Whether `text` can stand after a dot, as the name of a property. */
export const isIdentifier = (text: string): boolean => IDENTIFIER.test(text)

/** `key: ` of an object. `__proto__` in brackets: without them it would set the prototype. */
const keyed = (key: string): string =>
  key === '__proto__' ? `['__proto__']` : isIdentifier(key) ? key : quoted(key)

/** A number, and a bigint with its `n`. */
export function integer(value: number | bigint): string {
  return typeof value === 'bigint' ? `${value}n` : `${value}`
}

/** A u64 as people write it: without `n` where a number holds it. */
export const shortInteger = (value: bigint): string =>
  value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= BigInt(Number.MIN_SAFE_INTEGER)
    ? `${value}`
    : `${value}n`

/** A literal for plain data: texts, numbers, lists and objects. Keys with the value undefined are left out. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'bigint') return `${value}n`
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const fields = Object.entries(value).filter(([, each]) => each !== undefined)
  if (fields.length === 0) return '{}'
  return `{ ${fields.map(([key, each]) => `${keyed(key)}: ${literal(each)}`).join(', ')} }`
}
