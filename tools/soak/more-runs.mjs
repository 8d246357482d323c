/**
 * The vite plugin that lets the properties of tests run longer: it multiplies each `numRuns` of a test file when vitest loads the
 * file. No file is changed.
 */

/** The environment variable that `soak-properties.mjs` sets: the factor. */
export const MORE_RUNS = 'SECCOMPILE_MORE_RUNS'

/** Multiplies the runs of properties by `factor`, which the environment gives. */
export function moreRuns(factor = Number(process.env[MORE_RUNS] ?? 1)) {
  if (factor === 1) return []
  return [
    {
      name: 'seccompile:more-runs',
      enforce: 'pre',
      transform(code, id) {
        if (!/\/packages\/[^/]+\/test\//.test(id)) return undefined
        return code.replaceAll(/\bnumRuns: (\d+)/g, (_, runs) => `numRuns: ${factor * Number(runs)}`)
      },
    },
  ]
}
