/*
 * The command as one bundle, for the shell and for programs that import `seccompile/main`: see docs/adr/0043-a-plain-build.md.
 *
 * Only our code is put together. The packages of others are loaded from their own folders, with their licences beside them. The
 * kernel and clock packages find their C sources and the launcher by their names, in the same version: see
 * docs/adr/0045-the-kernel-package-is-in-the-bundle.md.
 */
import { defineConfig } from 'rolldown'

export default defineConfig({
  // The thread of a watcher is started by its path, beside the module that starts it.
  input: ['dist/cli.js', 'dist/main.js', '../watch/dist/watcher-thread.js'],
  platform: 'node',
  external: /^(?!@seccompile\/)[^./]/,
  checks: { ineffectiveDynamicImport: false }, // a module that the file below holds may be imported late all the same
  output: {
    dir: 'dist/bundle',
    cleanDir: true,
    chunkFileNames: '[name].js',
    minifyInternalExports: false, // a name in the bundle is the name in the sources, and packs better
    comments: { jsdoc: false, annotation: false }, // They stand in the sources. Packed, they are a fifth of the package.
    // One file holds what half of the commands share. Node takes longer to find a file than to read what is in it.
    codeSplitting: { groups: [{ name: 'shared', minShareCount: 18 }] },
  },
})
