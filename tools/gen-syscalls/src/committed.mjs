import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The calls of a committed table by name, numbers without the base. `src` is the folder that the generator writes to. */
export function committedCalls(src, column) {
  const text = readFileSync(join(src, 'tables', `${column}.ts`), 'utf8')
  return new Map(Array.from(text.matchAll(/^(\w+) (\d+)$/gm), ([, name, nr]) => [name, Number(nr)]))
}
