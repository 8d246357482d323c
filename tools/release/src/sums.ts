/* The sums of the files of a release. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The SHA-256 of each file of `folder`, a line each, as `sha256sum --check` reads them. The names have no folder, since the assets of a
 * release have none.
 */
export const sumsOf = (folder: string): string =>
  readdirSync(folder)
    .sort()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}  ${name}\n`,
    ) // prettier-ignore
    .join('')
