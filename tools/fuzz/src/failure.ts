/** How the process that fuzzes ended, where it ended without a find. */
export interface WorkerEnd {
  /** The exit code, or the name of a signal. */
  readonly status: string
  /** The branches that were covered. */
  readonly edges: number
  /** The last lines that it printed. */
  readonly lastLines: readonly string[]
}

/** Why nothing is known of a target: its process ended by itself, or covered no code. `undefined` where it was fuzzed. */
export function failureOf({ status, edges, lastLines }: WorkerEnd): string | undefined {
  if (status !== '0') return `the process ends with ${status}:\n${lastLines.join('\n')}`
  return edges > 0 ? undefined : 'no branch of our packages was covered, so nothing was fuzzed'
}
