/*
 * The command as a few files: see docs/adr/0013-the-command-is-bundled.md.
 *
 * Only our code is put together. What others wrote is loaded from their packages, with their licences beside it; so is
 * `@seccompile/kernel`, all but its `exec`, since it finds its C sources and its launcher by its own place.
 *
 * Node takes longer to find a file than to read what is in it. So what `compile` loads is in four files: `first`, which a plain
 * `run` needs too; `start`, which every other command needs; `reading`, which commands need that compile nothing; `compiling`.
 * The rest is in a file for each set of commands that share it.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'rolldown'
import { codeForNode } from './bundle-code.mjs'

const built = (...names) => names.map((name) => join(import.meta.dirname, 'dist', name))
const COMMANDS = built('commands')[0]
/** Packages that a command which compiles nothing does not need. */
const COMPILER = /[\\/](?:compiler|weights)[\\/]dist[\\/]/

/** The files `seeds`, and those that they import before they run. */
function reach(seeds, chunking) {
  const found = new Set(seeds)
  for (const id of found) for (const next of chunking.getModuleInfo(id)?.importedIds ?? []) found.add(next)
  return found
}

/** The file of the bundle that holds each of the files that `compile` loads. */
function filesOf(chunking) {
  const commands = readdirSync(COMMANDS).filter((name) => name.endsWith('.js'))
  const reached = commands.map((name) => reach([join(COMMANDS, name)], chunking))
  const reading = reached.filter((ids) => ![...ids].some((id) => COMPILER.test(id)))
  const files = new Map()
  const add = (name, ids) => {
    for (const id of ids) if (!files.has(id) && !id.startsWith(COMMANDS)) files.set(id, name)
  }
  const compiling = reach([join(COMMANDS, 'compile.js')], chunking)
  const start = reach(built('main.js', 'exit-code.js', 'lost-output.js', 'run/interface.js'), chunking)
  const run = reach(built('run/line.js'), chunking)
  const isShared = (id) => compiling.has(id) || start.has(id)
  add('first', [...run].filter(isShared))
  add('start', start)
  for (const ids of reading)
    add(
      'reading',
      [...ids].filter((id) => compiling.has(id)),
    )
  add('compiling', compiling)
  return files
}

let files
/** Modules of the group `name`. A group takes with it what its modules import, so those that others share come first. */
const group = (name) => ({
  debugName: name,
  name: (id, chunking) => ((files ??= filesOf(chunking)).get(id) === name ? name : null),
})

export default defineConfig({
  input: 'dist/cli.js',
  platform: 'node',
  external: (id, _importer, isResolved) =>
    !isResolved && (id === '@seccompile/kernel' || /^(?!@seccompile\/)[^./]/.test(id)),
  plugins: [codeForNode],
  output: {
    dir: 'dist/bundle',
    cleanDir: true,
    comments: { jsdoc: false }, // they stand in what the compiler writes, beside
    codeSplitting: { groups: ['first', 'start', 'reading', 'compiling'].map(group) },
    chunkFileNames: ({ facadeModuleId }) =>
      /[\\/]dist[\\/]commands[\\/]/.test(facadeModuleId ?? '') ? 'commands/[name].js' : '[name].js',
  },
  onLog(level, log, defaultHandler) {
    if (level !== 'info') throw new Error(log.message)
    defaultHandler(level, log)
  },
})
