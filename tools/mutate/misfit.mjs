import { existsSync, readFileSync } from 'node:fs'

/** Why the fault `mutation` cannot be planted in the file at `path`, or undefined. */
export function misfit({ find, replace }, path) {
  if (!existsSync(path)) return 'the file does not exist'
  const times = readFileSync(path, 'utf8').split(find).length - 1
  if (times !== 1) return `its text stands ${times} times in the file, not once`
  return find === replace ? 'it replaces a text by itself' : undefined
}
