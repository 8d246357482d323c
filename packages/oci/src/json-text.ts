/* Writes JSON with 64-bit integers, which `JSON.stringify` refuses. */

/** Plain data that may contain bigints. */
export type JsonData =
  | string
  | number
  | boolean
  | bigint
  | null
  | readonly JsonData[]
  | { readonly [key: string]: JsonData | undefined }

/** The most characters of a list of words or numbers on one line. */
const LINE = 100

/**
 * `data` as JSON. A bigint becomes an integer with all its digits; `undefined` members are left out.
 * @param indent - the indentation of one level; without it, the text is one line
 */
export function jsonText(data: unknown, indent = ''): string {
  return print(data as JsonData, indent, '')
}

function print(data: JsonData, indent: string, outer: string): string {
  if (typeof data === 'bigint') return data.toString()
  if (typeof data !== 'object' || data === null) return JSON.stringify(data)
  const inner = outer + indent
  const [open, close, items] = Array.isArray(data)
    ? ['[', ']', (data as readonly JsonData[]).map((item) => print(item, indent, inner))]
    : [
        '{',
        '}',
        Object.entries(data)
          .filter(([, member]) => member !== undefined)
          .map(
            ([key, member]) =>
              `${JSON.stringify(key)}:${indent === '' ? '' : ' '}${print(member!, indent, inner)}`,
          ),
      ]
  if (items.length === 0) return `${open}${close}`
  if (indent === '') return `${open}${items.join(',')}${close}`
  const line = `${open}${items.join(', ')}${close}`
  if (!line.includes('\n') && line.length + outer.length <= LINE) return line
  return `${open}\n${items.map((item) => inner + item).join(',\n')}\n${outer}${close}`
}
