#!/usr/bin/env node
/**
 * Compares the committed tables with the tables of a kernel source tree.
 *
 * node tools/gen-syscalls/cross-check.mjs --kernel DIR [--src DIR]
 *
 * Prints for each ABI the number of compared numbers, of numbers that only one side has, and of differences, with
 * their reasons. Exits 1 where a number differs or a call on one side alone has no explanation, 2 where the tree
 * cannot be read.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { crossCheck } from './src/cross-check.mjs'
import { isExplained, report } from './src/compare.mjs'

const usage = 'usage: node tools/gen-syscalls/cross-check.mjs --kernel DIR [--src DIR]'
const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'packages', 'syscalls', 'src')

try {
  const { values } = parseArgs({
    options: { kernel: { type: 'string' }, src: { type: 'string', default: home } },
  })
  if (values.kernel === undefined) throw new Error(usage)
  const rows = crossCheck(values.src, values.kernel)
  console.log(report(rows).trimEnd())
  if (!rows.every(([, comparison]) => isExplained(comparison))) process.exitCode = 1
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
}
