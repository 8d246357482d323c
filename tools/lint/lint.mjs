#!/usr/bin/env node
/** `pnpm lint [FILE…]`: ESLint over the whole workspace, from the root, with the configuration beside this file. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './workspace.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const manifest = createRequire(import.meta.url).resolve('eslint/package.json')
const eslint = join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.eslint)
const args = process.argv.slice(2)

/** The exit status of ESLint on `paths`. */
const lint = (...paths) =>
  spawnSync(
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
  ).status ?? 1

/** Folders of one process. It keeps the types of all that it has seen; those of the whole workspace take more memory than Node has. */
const AT_A_TIME = 35

if (args.some((arg) => !arg.startsWith('-'))) process.exitCode = lint()
else {
  const dirs = ['packages', 'tools'].flatMap((group) =>
    readdirSync(join(root, group), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [`${group}/${entry.name}`] : [],
    ),
  )
  for (let i = 0; i < dirs.length; i += AT_A_TIME)
    process.exitCode = Math.max(process.exitCode ?? 0, lint(...dirs.slice(i, i + AT_A_TIME)))
}
