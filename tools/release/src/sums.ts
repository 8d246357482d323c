import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** The file of a release with the sums of the others. */
export const SUMS = 'SHA256SUMS'

/** The SHA-256 of each file below `folder`, a line each, as `sha256sum -c` reads them; names have forward slashes and are sorted. */
export function sumsOf(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)).split(sep).join('/'))
    .sort()
    .map((name) => {
      const sum = createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')
      return `${sum}  ${name}\n`
    })
    .join('')
}
