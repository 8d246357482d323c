/*
 * The checks, as data: all that a change has to pass beside the tests of `npm test`.
 *
 * A check has a tier. `change` is for every change; `merge` comes before a merge to main, with the checks of `change`, and is what
 * `.ci/run` runs; `nightly` is for every night and before a release.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const bin = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'node_modules', '.bin')

/** The tiers, in their order; a tier runs the checks of those before it too, but for `nightly`, which has only its own. */
export const TIERS = ['change', 'merge', 'nightly']

/**
 * The checks by name, the most important first: the command, what it checks, the time on a machine with two cores, and what a
 * machine may lack. One that is `alone` measures times, uses every processor itself, or needs what the one before has made.
 */
export const CHECKS = {
  types: {
    tier: 'change',
    takes: 'half a minute',
    does: 'types of sources, tests and type tests',
    run: `"${join(bin, 'tsc')}" -b`,
  },
  lint: { tier: 'change', takes: '3 minutes', does: 'ESLint with types', run: 'node tools/lint/lint.mjs' },
  format: {
    tier: 'change',
    takes: 'a minute',
    does: 'prettier',
    run: `"${join(bin, 'prettier')}" --check --log-level warn .`,
  },
  boundaries: {
    tier: 'change',
    takes: 'seconds',
    does: 'imports go to lower layers, and to what is declared',
    run: 'node tools/boundaries/boundaries.mjs',
  },
  circles: {
    tier: 'change',
    takes: 'half a minute',
    does: 'no files and no folders import each other',
    run: `"${join(bin, 'depcruise')}" --config tools/boundaries/circles.mjs --output-type err-long packages tools`,
  },
  knip: {
    tier: 'change',
    takes: 'half a minute',
    does: 'no file, export or dependency that nothing uses',
    run: `"${join(bin, 'knip')}" --no-progress --no-config-hints`,
  },
  sync: {
    tier: 'change',
    takes: 'seconds',
    does: 'the boilerplate of packages, as pnpm sync writes it',
    run: 'node tools/sync/sync.mjs --check',
  },
  api: {
    tier: 'change',
    takes: 'half a minute',
    does: 'the reports of exports, as npm run gen api writes them',
    run: 'node tools/api-reports/api-reports.mjs --check',
  },
  docs: {
    tier: 'change',
    takes: 'seconds',
    does: 'generated pages, as npm run gen docs writes them',
    run: 'node tools/docs/dist/docs.js --check',
  },
  filters: {
    tier: 'change',
    takes: 'half a minute',
    does: 'filters, as npm run gen filters writes them',
    run: 'node tools/gen-filters/dist/gen-filters.js --check',
  },
  changesets: {
    tier: 'change',
    takes: 'seconds',
    does: 'every changed package has a changeset',
    run: 'node tools/changeset-check/changeset-check.mjs',
  },
  reached: {
    tier: 'change',
    takes: 'up to 8 minutes',
    does: 'the long tests of packages that the change can reach',
    alone: true,
    run: 'node tools/bootstrap/run-tests.mjs --reached',
  },
  long: {
    tier: 'merge',
    takes: '8 minutes',
    does: 'all long tests',
    alone: true,
    run: 'node tools/bootstrap/run-tests.mjs --long',
  },
  site: {
    tier: 'merge',
    takes: 'half a minute',
    does: 'the site',
    alone: true,
    run: 'node tools/site/dist/build-site.js',
  },
  browser: {
    tier: 'merge',
    takes: '6 minutes',
    does: 'the playground and all pages that site builds',
    needs: 'a browser',
    alone: true,
    run: 'node tools/site/dist/browser/check-playground.js',
  },
  packages: {
    tier: 'merge',
    takes: '2 minutes',
    does: 'each package packed, installed by itself and used',
    alone: true,
    run: 'node tools/pack-check/dist/pack-check.js',
  },
  install: {
    tier: 'nightly',
    takes: 'half a minute',
    does: 'five package managers install what is packed',
    needs: 'pnpm runtimes',
    alone: true,
    run: 'node tools/pack-check/dist/check-install.js',
  },
  jsr: {
    tier: 'nightly',
    takes: 'a minute',
    does: 'JSR takes the packages',
    needs: 'pnpm runtimes',
    run: 'node tools/pack-check/dist/check-jsr.js',
  },
  reproducible: {
    tier: 'nightly',
    takes: 'half a minute',
    does: 'two packs of one source are the same bytes',
    alone: true,
    run: 'node tools/pack-check/dist/reproducible.js',
  },
}

/** The names of the checks that `words` choose, which are names of checks and of tiers; `undefined` for a word that is neither. */
export function chosenChecks(words) {
  const ofTier = (tier) =>
    Object.keys(CHECKS).filter((name) => {
      const own = CHECKS[name].tier
      // All long tests take the place of those that a change can reach.
      if (tier === 'merge') return own !== 'nightly' && name !== 'reached'
      return own === tier
    })
  const chosen = words.map((word) =>
    TIERS.includes(word) ? ofTier(word) : Object.hasOwn(CHECKS, word) ? [word] : undefined,
  )
  const wrong = words.find((_, i) => chosen[i] === undefined)
  return wrong === undefined ? { names: [...new Set(chosen.flat())] } : { wrong }
}
