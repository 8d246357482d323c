/*
 * `pnpm circles`: no file, and no folder, imports what imports it. Types count as well.
 *
 * A file of `src` beside index.ts may import from folders. So no folder imports such a file: it would be a folder that imports
 * what imports it. What folders share stands in a folder.
 *
 * Layers of packages are tools/boundaries: they are in the manifests, where a dependency needs no import, and a message names both
 * layers and the line.
 */

export default {
  forbidden: [
    {
      name: 'no-file-circle',
      comment: 'a type or a function that both files need goes into a file of its own',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-folder-circle',
      comment: 'what both folders need goes into a folder that imports neither',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-import-from-beside-index',
      comment: 'what folders share goes into a folder; beside index.ts stands what imports folders',
      severity: 'error',
      // The checks in a browser read the configuration of the site, and nothing of the site imports them.
      from: {
        path: '^((?:packages|tools)/[^/]+/src)/.+/',
        pathNot: '^tools/site/src/browser/',
      },
      to: { path: '^$1/[^/]+$' },
    },
    {
      name: 'site-without-its-checks',
      comment: 'the checks in a browser import the site, never the other way round',
      severity: 'error',
      from: { path: '^tools/site/src/', pathNot: '^tools/site/src/browser/' },
      to: { path: '^tools/site/src/browser/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true, // imports of types too
    includeOnly: { path: '^(?:packages|tools)/' },
    exclude: { path: '(?:^|/)(?:node_modules|dist)/' },
  },
}
