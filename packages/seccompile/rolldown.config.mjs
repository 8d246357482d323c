import { readdirSync } from 'node:fs'
import { defineConfig } from 'rolldown'
function reached(seeds, getModuleInfo) {
  const found = new Set(seeds)
  for (const id of found) for (const next of getModuleInfo(id)?.importedIds ?? []) found.add(next)
  return found
}
const at = (name) => new URL('./dist/' + name, import.meta.url).pathname
const commands = readdirSync('dist/commands').filter((n) => n.endsWith('.js')).map((n) => at('commands/' + n))
let known
function sets(g) {
  if (known) return known
  const all = (seeds) => reached(seeds, g)
  const run = all([at('run/line.js')])
  const start = all([at('main.js'), at('exit-code.js'), at('lost-output.js'), at('run/interface.js')])
  const compiling = all([at('commands/compile.js')])
  const light = new Set(commands.map((c) => all([c])).filter((s) => ![...s].some((id) => /\/(compiler|weights)\/dist\//.test(id))).flatMap((s) => [...s]))
  console.error(commands.filter((c) => ![...all([c])].some((id) => /\/(compiler|weights)\/dist\//.test(id))).map((c)=>c.split('/').pop()).join(' '))
  return (known = { run, start, compiling, light })
}
const name = (id, ctx) => {
  if (id.startsWith('\0')) return 'runtime'
  if (id === at('cli.js')) return null
  const s = sets((i) => ctx.getModuleInfo(i))
  if (s.run.has(id)) return 'run'
  if (s.start.has(id)) return 'start'
  if (!s.compiling.has(id) || id.includes('/dist/commands/')) return null
  return s.light.has(id) ? 'reading' : 'compiling'
}

export default defineConfig({
  input: 'dist/cli.js',
  platform: 'node',
  external: (id, _importer, isResolved) =>
    !isResolved && (id === '@seccompile/kernel' || /^(?!@seccompile\/)[^./]/.test(id)),
  output: {
    codeSplitting: { groups: ['runtime', 'run', 'start', 'reading', 'compiling'].map((n) => ({ debugName: n, name: (id, ctx) => (name(id, ctx) === n ? n : null) })) },
    dir: 'dist/bundle',
    cleanDir: true,
    comments: { jsdoc: false }, // they stand in what the compiler writes, beside
    chunkFileNames: ({ facadeModuleId }) =>
      /[\\/]dist[\\/]commands[\\/]/.test(facadeModuleId ?? '') ? 'commands/[name].js' : '[name].js',
  },
  onLog(level, log, defaultHandler) {
    if (level !== 'info') throw new Error(log.message)
    defaultHandler(level, log)
  },
})
