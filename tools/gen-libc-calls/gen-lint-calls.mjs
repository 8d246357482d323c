#!/usr/bin/env node
/**
 * Writes the calls of C libraries that lint needs, from the table of `@seccompile/libc-calls`. Nothing is measured.
 *
 *   node tools/gen-libc-calls/gen-lint-calls.mjs [--check]
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { LINT_CALLS, lintModule } from './src/lint-calls.mjs'

const { values } = parseArgs({ options: { check: { type: 'boolean' } } })
const text = await lintModule()
if (!values.check) writeFileSync(LINT_CALLS, text)
else if (readFileSync(LINT_CALLS, 'utf8') !== text) {
  console.error(
    `${relative('.', LINT_CALLS)} is not what the table gives: run node tools/gen-libc-calls/gen-lint-calls.mjs`,
  )
  process.exitCode = 1
}
