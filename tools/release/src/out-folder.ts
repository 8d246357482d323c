/*
 * The folder that receives a release. It may hold the release of before, which is replaced, and nothing else: a wrong word behind
 * `--out` must not remove the files of somebody. The files are written beside those of before, and take their places at the end. So a full
 * disk leaves the release of before, and the folder may be a mount point.
 */
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { ReleaseError } from './errors.ts'
import { SUMS } from './sums.ts'

/** @throws ReleaseError where `work` fails */
function writing<Result>(to: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    const { message } = error as Error // fs throws errors
    throw new ReleaseError(
      'E_INPUT',
      `${to}: the release cannot be written there (${message}); name another folder with --out`,
    )
  }
}

/** A file in `folder` that is not of a release; `undefined` where there is none. */
function strangerIn(folder: string): string | undefined {
  const sums = join(folder, SUMS)
  const lines = existsSync(sums) ? readFileSync(sums, 'utf8').split('\n') : []
  const known = new Set([SUMS, ...lines.map((line) => line.replace(/^\S+ {2}/, ''))])
  return readdirSync(folder).find((name) => !known.has(name))
}

/**
 * Makes the folder `to` where there is none.
 *
 * @returns what removes the folders that were made
 * @throws ReleaseError where it takes no files, or holds files that are not of a release
 */
export function makeFolder(to: string): () => void {
  const [made, stranger] = writing(to, () => {
    const first = mkdirSync(to, { recursive: true })
    accessSync(to, constants.W_OK)
    return [first, strangerIn(to)] as const
  })
  if (stranger !== undefined)
    throw new ReleaseError(
      'E_INPUT',
      `${to}: holds "${stranger}", which is no file of a release, and a release replaces all that its folder holds; name an empty folder with --out`,
    )
  return () => {
    if (made !== undefined) rmSync(made, { recursive: true, force: true })
  }
}

/** Replaces what the folder `to` holds by what `from` holds. @throws ReleaseError where the files cannot be written; `to` is then as before */
export function fillFolder(to: string, from: string): void {
  writing(to, () => {
    const fresh = mkdtempSync(join(to, '.new-'))
    try {
      cpSync(from, fresh, { recursive: true })
      for (const name of readdirSync(to)) {
        const old = join(to, name)
        if (old !== fresh) rmSync(old, { recursive: true })
      }
      for (const name of readdirSync(fresh)) renameSync(join(fresh, name), join(to, name))
    } finally {
      rmSync(fresh, { recursive: true, force: true })
    }
  })
}
