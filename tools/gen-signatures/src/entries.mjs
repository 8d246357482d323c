/** The entry points of a kernel source tree, and the entry points of each call of each ABI. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { kernelRows } from '../tables.mjs'
import { COLUMNS } from './columns.mjs'
import { holds, readDefinitions } from './definitions.mjs'

/** The folders that define the entry points of every architecture, and below them the headers that declare them. */
const SHARED = ['block', 'fs', 'init', 'io_uring', 'ipc', 'kernel', 'lib', 'mm', 'net', 'security']
const HEADERS = ['include/linux/syscalls.h', 'include/linux/compat.h', 'include/asm-generic/syscalls.h']

/** Every definition of a source tree, as a Map from entry point to its definitions. */
export function readTree(tree) {
  const arches = [...new Set(Object.values(COLUMNS).map(({ arch }) => `arch/${arch}`))]
  const folders = [...SHARED, ...arches].filter((folder) => existsSync(join(tree, folder)))
  const files = [
    ...HEADERS.filter((file) => existsSync(join(tree, file))),
    ...folders.flatMap((folder) => sourcesBelow(tree, folder)),
  ]
  const entries = new Map()
  for (const file of files) {
    for (const definition of readDefinitions(readFileSync(join(tree, file), 'utf8'), file)) {
      entries.set(definition.entry, [...(entries.get(definition.entry) ?? []), definition])
    }
  }
  return entries
}

/** Folders of another architecture (a user-mode kernel), and of separate programs. */
const OTHERS = ['boot', 'tools', 'um']

/** The C files below a folder, sorted. */
function sourcesBelow(tree, folder) {
  const found = []
  for (const name of readdirSync(join(tree, folder)).sort()) {
    const path = `${folder}/${name}`
    const isSource = /\.[ch]$/.test(name)
    if (!isSource && (OTHERS.includes(name) || name.includes('.'))) continue
    const isFolder = statSync(join(tree, path), { throwIfNoEntry: false })?.isDirectory() ?? false
    if (isFolder) found.push(...sourcesBelow(tree, path))
    else if (isSource && existsSync(join(tree, path))) found.push(path)
  }
  return found
}

const RANK = { macro: 0, function: 1, declaration: 2 }

/** The definition of an entry point that a column uses; undefined where the tree has none for it. */
export function definitionOf(entries, entry, column) {
  const { arch, defined } = COLUMNS[column]
  const own = (entries.get(entry) ?? []).filter(
    ({ file }) => !file.startsWith('arch/') || file.startsWith(`arch/${arch}/`),
  )
  if (own.length === 0) return undefined
  const best = Math.min(...own.map(({ kind }) => RANK[kind]))
  let left = own.filter(({ kind }) => RANK[kind] === best)
  if (new Set(left.map(textOf)).size > 1) {
    // Where two files are for the two word sizes, the other one is not compiled.
    const other = COLUMNS[column].bits === 32 ? /_64\.c$/ : /_32\.c$/
    left = left.filter(({ file }) => !other.test(file))
    // A definition of the architecture takes the place of the shared one.
    const ofArch = left.filter(({ file }) => file.startsWith('arch/'))
    if (ofArch.length > 0) left = ofArch
    const deciding = left.filter(({ conditions }) =>
      conditions.every((condition) => holds(condition, defined)),
    )
    if (deciding.length > 0) left = deciding
  }
  if (new Set(left.map(textOf)).size > 1)
    throw new Error(
      `${entry} of ${column} has ${left.length} definitions: ${left.map(({ file }) => file).join(', ')}`,
    )
  return left[0]
}

const textOf = ({ args }) => args.map(({ type, name, pair }) => `${type} ${name} ${pair}`).join()

/** The entry points of every call of a column, by the name of the call; a native entry point comes first. */
export function entriesOfColumn(tree, column) {
  const { compat } = COLUMNS[column]
  const { file, rows } = kernelRows(tree, column)
  return {
    file,
    entries: new Map(
      rows.map(({ name, entries: [native = '-', other] }) => [
        name,
        compat && other !== undefined && other !== '-' ? other : native,
      ]),
    ),
  }
}

/**
 * Other spellings of an entry point, in the order to try them. A stub in assembly, which saves registers and then
 * calls, has the name with `_wrapper` after it, or with two underscores before it.
 */
export function spellings(entry) {
  const plain = entry.replace(/_wrapper$/, '')
  return [...new Set([entry, plain, plain.replace(/^__/, '')])]
}
