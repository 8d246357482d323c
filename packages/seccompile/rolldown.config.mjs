/*
 * The command as a few files: see docs/adr/0013-the-command-is-bundled.md.
 *
 * Only our code is put together. What others wrote is loaded from their packages, with their licences beside it; so is
 * `@seccompile/kernel`, all but its `exec`, since it finds its C sources and its launcher by its own place.
 *
 * Node takes longer to find a file than to read what is in it. So what a plain `compile` loads is in four files: `first`, which a
 * plain `run` needs too; `start`, which every other command needs; `reading`, which commands need that compile nothing;
 * `compiling`. All other command lines need `typed` too: commander, and what it is told. The rest is in a file for each set of
 * commands that share it.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, rolldown } from 'rolldown'
import { codeForNode } from './bundle-code.mjs'

const built = (...names) => names.map((name) => join(import.meta.dirname, 'dist', name))
const COMMANDS = built('commands')[0]
const STARTING = built('start.js')
const TYPED = built('command-line.js')
const RUNNING = built('run/line.js')
/** Packages that a command which compiles nothing does not need. */
const COMPILER = /[\\/](?:compiler|weights)[\\/]dist[\\/]/
const external = (id, _importer, isResolved) =>
  !isResolved && (id === '@seccompile/kernel' || /^(?!@seccompile\/)[^./]/.test(id))

/**
 * A function that yields the modules which must be loaded before some of `entries` run, and of which something is used. A build
 * without groups of files says so. The imports of the modules would add all that an `index.js` names.
 */
async function reaching(entries) {
  const build = await rolldown({ input: entries, platform: 'node', external })
  const { output } = await build.generate()
  await build.close()
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]))
  const fileOf = new Map(output.map(({ facadeModuleId, fileName }) => [facadeModuleId, fileName]))
  return (seeds) => {
    const found = new Set(seeds.map((seed) => fileOf.get(seed)))
    for (const file of found) for (const next of chunks.get(file)?.imports ?? []) found.add(next)
    return new Set([...found].flatMap((file) => Object.keys(chunks.get(file)?.modules ?? {})))
  }
}

/** The file of the bundle that holds each of the files that `compile` loads. */
async function filesOf() {
  const commands = readdirSync(COMMANDS)
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(COMMANDS, name))
  const reach = await reaching([...commands, ...STARTING, ...TYPED, ...RUNNING])
  const reached = commands.map((command) => reach([command]))
  const reading = reached.filter((ids) => ![...ids].some((id) => COMPILER.test(id)))
  const files = new Map()
  const add = (name, ids) => {
    for (const id of ids) if (!files.has(id) && !id.startsWith(COMMANDS)) files.set(id, name)
  }
  const compiling = reach([join(COMMANDS, 'compile.js')])
  const start = reach(STARTING)
  add(
    'first',
    [...reach(RUNNING)].filter((id) => compiling.has(id) || start.has(id)),
  )
  const typed = reach(TYPED)
  add('start', [...start, ...[...typed].filter((id) => compiling.has(id))])
  add('typed', typed)
  for (const ids of reading)
    add(
      'reading',
      [...ids].filter((id) => compiling.has(id)),
    )
  add('compiling', compiling)
  return files
}

const files = await filesOf()
/** Modules of the group `name`. */
const group = (name) => ({
  debugName: name,
  name: (id) => (files.get(id) === name ? name : null),
})

/** Refuses files that import each other, since one of them would run before what it needs. */
const noCycles = {
  name: 'no-cycles',
  generateBundle(_, files) {
    const done = new Set()
    const visit = (file, above) => {
      if (above.includes(file)) throw new Error(`files import each other: ${[...above, file].join(', ')}`)
      if (done.has(file)) return
      for (const next of files[file]?.imports ?? []) visit(next, [...above, file])
      done.add(file)
    }
    for (const file of Object.keys(files)) visit(file, [])
  },
}

export default defineConfig({
  input: 'dist/cli.js',
  platform: 'node',
  external,
  preserveEntrySignatures: 'allow-extension', // what leaving out dependencies asks for
  plugins: [codeForNode, noCycles],
  output: {
    dir: 'dist/bundle',
    cleanDir: true,
    comments: { jsdoc: false }, // they stand in what the compiler writes, beside
    codeSplitting: {
      groups: ['first', 'start', 'typed', 'reading', 'compiling'].map(group),
      includeDependenciesRecursively: false, // else a group would take what an `index.js` names
    },
    chunkFileNames: ({ facadeModuleId }) =>
      /[\\/]dist[\\/]commands[\\/]/.test(facadeModuleId ?? '') ? 'commands/[name].js' : '[name].js',
  },
  onLog(level, log, defaultHandler) {
    if (level !== 'info') throw new Error(log.message)
    defaultHandler(level, log)
  },
})
