#!/usr/bin/env node
/**
 * Writes the generated files of packages/constants from the headers of a kernel source tree.
 *
 *   node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR [--out DIR] [--cc COMMAND] [--check]
 *
 * `--older` is the tree of a kernel that still has the ABIs which the newest one lacks. `--out` is the package's `src`. The compiler is gcc or clang for x86; the headers of all architectures are read by it.
 * With `--check` nothing is written: what differs is named, and the exit code is 1. Bad use or headers that cannot be read
 * give exit code 2, and nothing is written.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { emit } from './src/emit.mjs'
import { mergeAbis } from './src/merge.mjs'
import { readConstants, versionsText } from './src/read.mjs'
import { TARGETS } from './src/targets.mjs'

const usage =
  'usage: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR [--out DIR] [--cc COMMAND] [--check]'
const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'packages', 'constants', 'src')

function main() {
  const { values } = parseArgs({
    options: {
      kernel: { type: 'string' },
      older: { type: 'string' },
      out: { type: 'string', default: home },
      cc: { type: 'string', default: 'cc' },
      check: { type: 'boolean' },
    },
  })
  const { kernel, older, out, cc, check } = values
  if (kernel === undefined || older === undefined) throw new Error(usage)
  const byAbi = new Map(TARGETS.map((target) => [target.token, readConstants(kernel, target, cc, older)]))
  const files = emit(mergeAbis(byAbi), versionsText(kernel, older))

  const differing = []
  for (const [path, text] of files) {
    const target = join(out, path)
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue
    differing.push(path)
    if (check) continue
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
  // A table that nothing writes any more would linger unnoticed: everything in `tables` is ours.
  const tables = join(out, 'tables')
  const strays = existsSync(tables) ? readdirSync(tables).filter((name) => !files.has(`tables/${name}`)) : []
  for (const name of strays) console.error(`tables/${name}: no family has this table; remove it`)

  if (!check) console.log(differing.length === 0 ? 'up to date' : `wrote ${differing.join(', ')}`)
  else if (differing.length > 0)
    console.error(`out of date: ${differing.join(', ')}\nrun again without --check`)
  if (strays.length > 0 || (check && differing.length > 0)) process.exitCode = 1
}

try {
  main()
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
}
