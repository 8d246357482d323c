#!/usr/bin/env node
/**
 * Writes the generated files of packages/syscalls from libseccomp's syscalls.csv, which this repository does not carry, and
 * from the calls that this file lacks, src/additions.mjs.
 *
 *   node tools/gen-syscalls/gen-syscalls.mjs --csv FILE [--out DIR] [--check]
 *
 * `--out` is the package's `src`. With `--check` nothing is written: files that differ are named, and the exit code is
 * 1. Bad use or a malformed source gives exit code 2, and nothing is written.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ABIS } from './src/abis.mjs'
import { ADDITIONS, withAdditions } from './src/additions.mjs'
import { parseCsv } from './src/csv.mjs'
import { emit } from './src/emit.mjs'

const usage = 'usage: node tools/gen-syscalls/gen-syscalls.mjs --csv FILE [--out DIR] [--check]'
const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'packages', 'syscalls', 'src')

function main() {
  const { values } = parseArgs({
    options: { csv: { type: 'string' }, out: { type: 'string', default: home }, check: { type: 'boolean' } },
  })
  if (values.csv === undefined) throw new Error(usage)
  const source = withAdditions(parseCsv(readFileSync(values.csv, 'utf8'), values.csv), ADDITIONS)
  const files = emit(source, ABIS, values.csv)

  const differing = []
  for (const [path, text] of files) {
    const target = join(values.out, path)
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue
    differing.push(path)
    if (values.check) continue
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
  // The tables of a removed ABI would stay unnoticed. All files in `tables` are generated.
  const tables = join(values.out, 'tables')
  const strays = existsSync(tables) ? readdirSync(tables).filter((name) => !files.has(`tables/${name}`)) : []
  for (const name of strays) console.error(`tables/${name}: no ABI has this table; remove it`)

  if (!values.check) console.log(differing.length === 0 ? 'up to date' : `wrote ${differing.join(', ')}`)
  else if (differing.length > 0)
    console.error(`out of date: ${differing.join(', ')}\nrun again without --check`)
  if (strays.length > 0 || (values.check && differing.length > 0)) process.exitCode = 1
}

try {
  main()
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
}
