/*
 * The command as a few files: see docs/adr/0013-the-command-is-bundled.md.
 *
 * Only our code is put together. What others wrote is loaded from their packages, with their licences beside it; so is
 * `@seccompile/kernel`, all but its `exec`, since it finds its C sources and its launcher by its own place.
 */
import { defineConfig } from 'rolldown'

export default defineConfig({
  input: 'dist/cli.js',
  platform: 'node',
  external: (id, _importer, isResolved) =>
    !isResolved && (id === '@seccompile/kernel' || /^(?!@seccompile\/)[^./]/.test(id)),
  output: {
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
