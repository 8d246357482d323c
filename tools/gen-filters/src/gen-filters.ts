/*
 * `npm run gen filters` writes the modules of @seccompile/filters. With `--check` it writes nothing, names each module that is
 * not what the compiler makes of its preset today, and exits 1.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PRESETS } from '@seccompile/presets'
import { format, resolveConfig } from 'prettier'
import { filterFiles } from './filter-files.ts'

const SRC = fileURLToPath(new URL('../../../packages/filters/src/', import.meta.url))
/** Sources that a person writes. */
const OWN = /^(?:index\.ts|filter\/)/

const stale: string[] = []
const isCheck = process.argv.includes('--check')

const made = filterFiles(PRESETS)
for (const { path, text } of made) {
  const file = join(SRC, path)
  const formatted = await format(text, { ...(await resolveConfig(file)), filepath: file })
  if (existsSync(file) && readFileSync(file, 'utf8') === formatted) continue
  stale.push(path)
  if (isCheck) continue
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, formatted)
}
const paths = new Set(made.map(({ path }) => path))
const there = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
for (const path of there.filter((each) => !OWN.test(each) && !paths.has(each))) {
  stale.push(path)
  if (!isCheck) rmSync(join(SRC, path))
}
if (stale.length > 0 && isCheck) {
  console.error(`packages/filters/src: out of date: ${stale.join(', ')}\nrun: npm run gen filters`)
  process.exitCode = 1
} else if (stale.length > 0) console.log(`packages/filters/src: brought up to date: ${stale.join(', ')}`)
