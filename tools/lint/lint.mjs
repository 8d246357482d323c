#!/usr/bin/env node
/** `pnpm lint [FILE…]`: ESLint over the whole workspace, from the root, with the configuration beside this file. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './workspace.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const manifest = createRequire(import.meta.url).resolve('eslint/package.json')
const eslint = join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.eslint)
const args = process.argv.slice(2)
const paths = args.some((arg) => !arg.startsWith('-')) ? [] : ['packages', 'tools']

const run = spawnSync(
  process.execPath,
  [
    eslint,
    '--config',
    join(here, 'eslint.config.mjs'),
    '--max-warnings',
    '0',
    '--no-warn-ignored',
    ...args,
    ...paths,
  ],
  { cwd: root, stdio: 'inherit' },
)
process.exitCode = run.status ?? 1
