#!/usr/bin/env node
/**
 * Writes packages/seccompile/src/constants.ts: every constant of packages/constants under one import, by name.
 *
 *   node tools/gen-constants/door.mjs [--check]
 *
 * With `--check` nothing is written, and the exit code is 1 where the file differs.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'

const packages = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'packages')
const target = join(packages, 'seccompile', 'src', 'constants.ts')

/** The names that a family exports, in their order. */
function namesIn(family) {
  const folder = join(packages, 'constants', 'src')
  const text = readFileSync(join(folder, `${family}.ts`), 'utf8')
  const own = [...text.matchAll(/^export const (\w+): Constant</gm)].map(([, name]) => name)
  if (own.length > 0) return own
  // Some families export again what stands in a table.
  return [...text.matchAll(/^ {2}([A-Z]\w*),$/gm)].map(([, name]) => name)
}

/** The text of the file. */
export async function doorText() {
  const { seccompile } = JSON.parse(readFileSync(join(packages, 'constants', 'package.json'), 'utf8'))
  const exports = seccompile.subpaths
    .filter((family) => family !== 'all')
    .map((family) => {
      const names = namesIn(family)
      if (names.length === 0) throw new Error(`${family}: no constants found`)
      return `export {\n${names.map((name) => `  ${name},`).join('\n')}\n} from '@seccompile/constants/${family}'\n`
    })
  const text = `// Written by tools/gen-constants from packages/constants.
// Make it again: node tools/gen-constants/door.mjs

${exports.join('')}`
  return format(text, { ...(await resolveConfig(target)), parser: 'typescript' })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await doorText()
  let known
  try {
    known = readFileSync(target, 'utf8')
  } catch {
    known = undefined // written for the first time
  }
  if (known === text) console.log('up to date')
  else if (process.argv.includes('--check')) {
    console.error('out of date: packages/seccompile/src/constants.ts; run again without --check')
    process.exitCode = 1
  } else writeFileSync(target, text)
}
