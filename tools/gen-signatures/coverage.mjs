#!/usr/bin/env node
/**
 * Prints for each ABI how many of its calls have a signature from the source of Linux, how many by hand, and how many none;
 * then why these have none, and where those by hand come from.
 *
 *   node tools/gen-signatures/coverage.mjs
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { coverage, report } from './src/coverage.mjs'

const packages = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'packages')
console.log(report(coverage(join(packages, 'syscalls', 'src'), join(packages, 'signatures', 'src'))))
