#!/usr/bin/env node
/**
 * Compares the committed signatures with the BTF of a running kernel of x86_64 or aarch64.
 *
 * node tools/gen-signatures/cross-check.mjs [--btf FILE]
 *
 * Prints how many calls were compared, and the differences. Exits 1 where there is a difference, 2 where there is no
 * BTF.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { signedAbiTable } from '@seccompile/signatures'
import { compareBtf, readBtf, TOKENS } from './src/btf.mjs'

try {
  const { values } = parseArgs({ options: { btf: { type: 'string', default: '/sys/kernel/btf/vmlinux' } } })
  const token = TOKENS[process.arch]
  if (token === undefined) throw new Error(`BTF of ${process.arch} is not read`)
  const { compared, differences } = compareBtf(
    readBtf(readFileSync(values.btf)),
    signedAbiTable(token).signatures,
  )
  console.log(
    [`${compared} calls of ${token} compared, ${differences.length} differences`, ...differences].join('\n'),
  )
  if (differences.length > 0) process.exitCode = 1
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
}
