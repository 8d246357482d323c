/**
 * The vite plugin that plants a fault: it replaces one text of one source file when the tests load the file. No file is
 * changed, so nothing must be restored.
 */
import { readFileSync } from 'node:fs'

/** The environment variable that `mutate.mjs` sets: a mutation as JSON, with the full path of its file. */
export const MUTATION = 'SECCOMPILE_MUTATION'

/** The text of a source file with the fault. */
export function withFault(text, { find, replace }) {
  // A function, because a replacement text may hold `$&`.
  return text.replace(find, () => replace)
}

/** Plants the fault that the environment names, if it names one. */
export function plantFault() {
  const text = process.env[MUTATION]
  if (text === undefined) return []
  const { file, ...fault } = JSON.parse(text)
  return [
    {
      name: 'seccompile:plant-fault',
      enforce: 'pre',
      load(id) {
        if (id !== file) return undefined
        return withFault(readFileSync(file, 'utf8'), fault)
      },
    },
  ]
}
