import { defineConfig } from 'vitest/config'
import { plantFault } from './tools/mutate/plugin.mjs'
import { moreRuns } from './tools/soak/more-runs.mjs'

// `npm test` and `npm run check` say that every package is built. Then Node loads the builds of the packages, and the tests take
// three quarters of the time: vite makes a call of each use of a name that a source imports. Else tests read the sources, so
// they need no build. The sources have a condition, which comes first in each package's `exports` and is dropped when the package
// is published. A file that a test imports by its path is a source either way.
const isBuilt = process.env['SECCOMPILE_BUILT'] === '1'
const conditions = isBuilt ? [] : ['@seccompile/source']
// A vitest that a test starts reads sources.
delete process.env['SECCOMPILE_BUILT']

// A process that a test starts would have the colours of the terminal that runs the tests. An empty FORCE_COLOR asks Node
// for colours too, so the name has to go.
delete process.env['FORCE_COLOR']

const TESTS = ['packages/*/test/**/*.test.ts', 'tools/*/test/**/*.test.{ts,mjs}']

/** Tests that take many seconds. `npm run test:long` runs them, `npm run check` too, and `npm test` leaves them out. */
const LONG_TESTS = ['packages/*/test/**/*.long.test.ts', 'tools/*/test/**/*.long.test.{ts,mjs}']

/** The tests of a mode of vitest: all, the long ones, or all but these. */
function testsOf(mode: string): { readonly include: string[]; readonly exclude: string[] } {
  if (mode === 'all') return { include: TESTS, exclude: [] }
  return mode === 'long' ? { include: LONG_TESTS, exclude: [] } : { include: TESTS, exclude: LONG_TESTS }
}

export default defineConfig(({ mode }) => ({
  // Nothing, unless `pnpm mutate` or `pnpm soak properties` runs the tests.
  plugins: [...plantFault(), ...moreRuns()],
  resolve: { conditions: [...conditions, 'module', 'node', 'development|production'] },
  ssr: {
    resolve: {
      conditions: [...conditions, 'module', 'node', 'development|production'],
      externalConditions: [...conditions, 'node'],
    },
  },
  test: {
    ...testsOf(mode),
    server: { deps: { external: isBuilt ? [/\/(?:packages|tools)\/[^/]+\/dist\//] : [] } },
    // No module here holds mutable state, so files can share a worker: several times faster.
    isolate: false,
    // Left to itself, vitest leaves a core idle, which of two is half.
    maxWorkers: '100%',
    // Properties run longer on a busy machine than the default of five seconds.
    testTimeout: 30_000,
    // A misspelt snapshot name fails instead of writing a new snapshot.
    update: 'none',
    coverage: { include: ['packages/*/src/**/*.ts'], reporter: ['text', 'html'] },
  },
}))
