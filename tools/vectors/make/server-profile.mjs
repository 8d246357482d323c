#!/usr/bin/env node
/**
 * Writes packages/weights/src/server-profile.ts from the counts in ../data/syscall-freq.json: the share of each call in
 * each workload, and their mean, to six digits: a trace does not tell more.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const { workloads } = JSON.parse(readFileSync(new URL('../data/syscall-freq.json', import.meta.url), 'utf8'))
const shares = new Map()
const all = Object.values(workloads)
for (const { calls } of all) {
  const total = Object.values(calls).reduce((a, b) => a + b)
  for (const [name, count] of Object.entries(calls))
    shares.set(name, (shares.get(name) ?? 0) + count / total / all.length)
}
const rows = [...shares]
  .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  .map(([name, share]) => `  ${name}: ${Number(share.toPrecision(6))},\n`)
writeFileSync(
  new URL('../../../packages/weights/src/server-profile.ts', import.meta.url),
  `// Made by tools/vectors/make/server-profile.mjs from tools/vectors/data/syscall-freq.json.
// To make it again: node tools/vectors/make/server-profile.mjs
import type { CallCounts } from './shares.ts'

/**
 * The share of each call among those of a server: the mean of ${all.length} equally weighted workloads on x86_64 (redis under its
 * benchmark, nginx under ab, a Node HTTP server under ab, make, git, Python with SQLite, a shell with tar and find, go
 * build), traced with strace, which inflates futex and nanosleep of the last. The shares have six digits, and add up to about 1.
 */
export const serverProfile: CallCounts = Object.freeze({
${rows.join('')}})
`,
)
