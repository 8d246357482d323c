/**
 * The vite plugin that plants a fault: one text of one source file is replaced by another on its way into the tests.
 * No file is touched, so nothing has to be put back, whatever happens.
 */
import { readFileSync } from 'node:fs'

/** The environment variable that `mutate.mjs` sets: a mutation as JSON, its file with its full path. */
export const MUTATION = 'SECCOMPILE_MUTATION'

/** Plants the fault that the environment names; nothing where it names none. */
export function plantFault() {
  const text = process.env[MUTATION]
  if (text === undefined) return []
  const { file, find, replace } = JSON.parse(text)
  return [
    {
      name: 'seccompile:plant-fault',
      enforce: 'pre',
      load(id) {
        if (id !== file) return undefined
        // A function, because a replacement text may hold `$&`.
        return readFileSync(file, 'utf8').replace(find, () => replace)
      },
    },
  ]
}
