import { existsSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { withFault } from './plugin.mjs'

/** Why the fault `mutation` cannot be planted in the file at `path`, or undefined. */
export function misfit({ find, replace }, path) {
  if (!existsSync(path)) return 'the file does not exist'
  const text = readFileSync(path, 'utf8')
  const times = text.split(find).length - 1
  if (times !== 1) return `its text stands ${times} times in the file, not once`
  if (find === replace) return 'it replaces a text by itself'
  // Tests cannot load such a file, so any test would catch the fault.
  const { errors } = parseSync(path, withFault(text, { find, replace }))
  return errors.length === 0 ? undefined : `the file does not parse with it: ${errors[0].message}`
}
