import { expectObject } from '@seccompile/shape'

/** A place in a file that a person wrote. Lines and columns count from 1; columns count UTF-16 units. */
export interface Source {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A place as text for people: `docker.json:41:12`. */
export function formatSource(given: Source): string {
  expectObject(given, 'source', 'file', 'line', 'column')
  const { file, line, column } = given
  return `${file}:${line}:${column}`
}
