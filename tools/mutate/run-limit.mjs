/** The least time limit of a run of tests, in milliseconds. */
const LEAST = 90_000

/**
 * The time limit of a run with a fault, for a package whose tests take `ms` milliseconds without a fault. Only tests
 * that would never end should exceed it: a run that is ended counts as a fault that is caught.
 */
export function runLimit(ms) {
  return Math.max(LEAST, Math.ceil(5 * ms))
}
