/** Where a person wrote something. Lines and columns count from 1; columns count UTF-16 units. */
export interface Source {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A place as people read it: `docker.json:41:12`. */
export function formatSource({ file, line, column }: Source): string {
  return `${file}:${line}:${column}`
}
