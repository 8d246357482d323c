/*
 * The command as a few files: see docs/adr/0013-the-command-is-bundled.md.
 *
 * Only our code is put together. What others wrote is loaded from their packages, with their licences beside it; so are
 * `@seccompile/kernel`, all but its `exec`, and `@seccompile/clock`, since they find C sources and a launcher by their own place.
 *
 * Node takes longer to find a file than to read what is in it. So what a plain `compile` loads is in four files: `first`, which a
 * plain `run` needs too; `start`, which every other command needs; `reading`, which commands need that compile nothing;
 * `compiling`. What loads a preset is in `presets`. All other command lines need `typed` too: commander, and what it is told. The rest
 * is in a file for each set of commands that share it.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, rolldown } from 'rolldown'
import { codeForNode } from './bundle-code.mjs'
import { eagerFunctions } from './bundle-eager.mjs'
import { withoutFacades } from './bundle-facades.mjs'

const built = (...names) => names.map((name) => join(import.meta.dirname, 'dist', name))
const COMMANDS = built('commands')[0]
const STARTING = built('start.js')
const TYPED = built('command-line.js')
const RUNNING = built('run/line.js')
const COMPILE = join(COMMANDS, 'compile.js')
/** What loads a preset. */
const PRESETS = [join(import.meta.dirname, '..', 'presets', 'dist', 'load.js')]
/** Packages that a command which compiles nothing does not need. */
const COMPILER = /[\\/](?:compiler|weights)[\\/]dist[\\/]/
const external = (id, _importer, isResolved) =>
  !isResolved &&
  (id === '@seccompile/kernel' || id === '@seccompile/clock' || /^(?!@seccompile\/)[^./]/.test(id))

/** Leaves out of a build what is loaded where it is asked for. */
const onlyStatic = {
  name: 'only-static',
  resolveId: (id, _importer, { kind }) => (kind === 'dynamic-import' ? { id, external: true } : undefined),
}

/**
 * The modules that are loaded before one of `entries` runs, and of which something is used. A build of the entry alone says which.
 * The imports of the modules would add all that an `index.js` names.
 */
async function usedBy(entries) {
  const build = await rolldown({
    input: entries,
    platform: 'node',
    external,
    plugins: [onlyStatic],
  })
  const { output } = await build.generate()
  await build.close()
  return output.flatMap(({ modules }) => Object.keys(modules))
}

/** The file of the bundle that holds each of the files that `compile` loads. */
async function filesOf() {
  const commands = readdirSync(COMMANDS)
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(COMMANDS, name))
  const [compiling, start, typed, running, presets, ...used] = await Promise.all(
    [[COMPILE], STARTING, TYPED, RUNNING, PRESETS, ...commands.map((command) => [command])].map(usedBy),
  )
  const needed = new Set([...compiling, ...start, ...typed])
  const reading = used.filter((ids) => !ids.some((id) => COMPILER.test(id))).flat()
  const files = new Map()
  const add = (name, ids) => {
    for (const id of ids)
      if (!files.has(id) && (id === COMPILE || !id.startsWith(COMMANDS))) files.set(id, name)
  }
  const addNeeded = (name, ids) =>
    add(
      name,
      ids.filter((id) => needed.has(id)),
    )
  addNeeded('first', running)
  addNeeded('start', [...start, ...typed.filter((id) => compiling.includes(id))])
  addNeeded('typed', typed)
  addNeeded('reading', reading)
  addNeeded('compiling', compiling)
  add('presets', presets)
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
  plugins: [
    eagerFunctions(join(import.meta.dirname, 'dist', 'cli.js'), ['compile', 'preset:container-default']),
    codeForNode,
    withoutFacades,
    noCycles,
  ],
  output: {
    dir: 'dist/bundle',
    cleanDir: true,
    minifyInternalExports: false, // bundle-facades.mjs relies on it
    comments: { jsdoc: false }, // they stand in what the compiler writes, beside
    codeSplitting: {
      groups: ['first', 'start', 'typed', 'reading', 'compiling', 'presets'].map(group),
      includeDependenciesRecursively: false, // else a group would take what an `index.js` names
    },
    chunkFileNames: ({ facadeModuleId }) =>
      /[\\/]dist[\\/]commands[\\/]/.test(facadeModuleId ?? '') ? 'commands/[name].js' : '[name].js',
  },
  checks: {
    circularDependency: true, // bundle-eager.mjs relies on there being none
    pluginTimings: false, // a slow machine is no error
  },
  onLog(level, log, defaultHandler) {
    if (level !== 'info') throw new Error(log.message)
    defaultHandler(level, log)
  },
})
