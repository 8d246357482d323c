#!/usr/bin/env node
/**
 * Writes the sets of `@seccompile/systemd` from what the systemd of this machine prints.
 *
 *   node tools/gen-systemd-sets/gen-systemd-sets.mjs | npx prettier --stdin-filepath x.ts > packages/systemd/src/set-table.ts
 */
import { execFileSync } from 'node:child_process'
import { parseSystemdSets } from '../../packages/systemd/dist/index.js'

const run = (...words) => execFileSync('systemd-analyze', words, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', SYSTEMD_COLORS: '0' } }) // prettier-ignore
const [, version] = /^systemd (\d+)/.exec(run('--version')) ?? []
const sets = parseSystemdSets(run('syscall-filter', '--no-pager'))
const rows = sets.map(({ name, sets: within, own }) => `  [${[name, within.join(' '), own.join(' ')].map((text) => JSON.stringify(text)).join(', ')}],`) // prettier-ignore
process.stdout
  .write(`// Written by tools/gen-systemd-sets from \`systemd-analyze syscall-filter\` of systemd ${version}.
// Make it again: node tools/gen-systemd-sets/gen-systemd-sets.mjs

/** The version of systemd that has these sets. */
export const SYSTEMD_VERSION = ${version}

/** The name of each set, the sets in it, and its own calls. */
export const SET_TABLE: readonly (readonly [name: string, sets: string, own: string])[] = [
${rows.join('\n')}
]
`)
