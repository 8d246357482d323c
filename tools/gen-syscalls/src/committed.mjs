import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The calls of a committed table by name, numbers without the base. `src` is the folder that the generator writes to. */
export function committedCalls(src, column) {
  const text = readFileSync(join(src, 'tables', `${column}.ts`), 'utf8')
  const [, calls] = /^const CALLS = `([^`]*)`/m.exec(text)
  return new Map(Array.from(calls.matchAll(/^(\w+) (\d+)$/gm), ([, name, nr]) => [name, Number(nr)]))
}
