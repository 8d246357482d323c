#!/usr/bin/env node
/**
 * Writes the generated files of packages/signatures from a source tree of Linux, which this repository does not carry.
 *
 *   node tools/gen-signatures/gen-signatures.mjs --kernel DIR [--older DIR] [--out DIR] [--check]
 *
 * `--older` is the tree of a kernel that has the ABIs which the newest one lacks. `--out` is the package's `src`. With `--check` nothing is written: what differs is named, and the exit code is 1.
 * Bad use or a tree that cannot be read gives exit code 2, and nothing is written.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { generate } from './src/generate.mjs'

const usage =
  'usage: node tools/gen-signatures/gen-signatures.mjs --kernel DIR [--older DIR] [--out DIR] [--check]'
const packages = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'packages')

function main() {
  const { values } = parseArgs({
    options: {
      kernel: { type: 'string' },
      older: { type: 'string' },
      out: { type: 'string', default: join(packages, 'signatures', 'src') },
      check: { type: 'boolean' },
    },
  })
  if (values.kernel === undefined) throw new Error(usage)
  const { files } = generate(values.kernel, values.older, join(packages, 'syscalls', 'src'))

  const differing = []
  for (const [path, text] of files) {
    const target = join(values.out, path)
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue
    differing.push(path)
    if (values.check) continue
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
  // A file that nothing writes any more would linger unnoticed: everything in these folders is ours.
  const strays = ['tables', 'texts'].flatMap((folder) => {
    const path = join(values.out, folder)
    const names = existsSync(path) ? readdirSync(path) : []
    return names.map((name) => `${folder}/${name}`).filter((name) => !files.has(name))
  })
  for (const name of strays) console.error(`${name}: no ABI has this table; remove it`)

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
