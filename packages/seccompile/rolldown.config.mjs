/*
 * The command as one bundle: see docs/adr/0043-a-plain-build.md.
 *
 * Only our code is put together. The packages of others are loaded from their own folders, with their licences beside them. So is
 * `@seccompile/kernel`, and `@seccompile/clock`, because they find C sources and a launcher by their own place.
 */
import { defineConfig } from 'rolldown'

export default defineConfig({
  input: 'dist/cli.js',
  platform: 'node',
  external: [/^(?!@seccompile\/)[^./]/, '@seccompile/clock'],
  checks: { ineffectiveDynamicImport: false }, // a module that the file below holds may be imported late all the same
  output: {
    dir: 'dist/bundle',
    cleanDir: true,
    chunkFileNames: '[name].js',
    comments: { jsdoc: false }, // they stand in what the compiler writes, beside
    // One file holds what half of the commands share. Node takes longer to find a file than to read what is in it.
    codeSplitting: { groups: [{ name: 'shared', minShareCount: 16 }] },
  },
})
