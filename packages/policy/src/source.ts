/** A place in a file that a person wrote. Lines and columns count from 1; columns count UTF-16 units. */
export interface Source {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A place as text for people: `docker.json:41:12`. */
export function formatSource({ file, line, column }: Source): string {
  return `${file}:${line}:${column}`
}
