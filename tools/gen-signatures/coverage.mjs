#!/usr/bin/env node
/**
 * Prints for each ABI the number of calls with a signature from the source of Linux, with one by hand, and with none.
 * Then come the reasons for those without one, and the sources of those by hand.
 *
 * node tools/gen-signatures/coverage.mjs
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { coverage, report } from './src/coverage.mjs'

const packages = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'packages')
console.log(report(coverage(join(packages, 'syscalls', 'src'), join(packages, 'signatures', 'src'))))
