/*
 * `npm run check circles`: no file and no folder imports a file or folder that imports it. Imports of types count as well.
 *
 * A file of `src` beside index.ts may import from folders. So no folder may import such a file: that would be a
 * circle. What folders share is in a folder of its own.
 *
 * tools/boundaries checks the layers of packages. They are in the manifests, where a dependency needs no import, and
 * its messages name both layers and the line.
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
      // The browser checks read the configuration of the site; nothing of the site imports these checks.
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
