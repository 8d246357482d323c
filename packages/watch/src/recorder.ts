import { recordingCounts } from '@seccompile/recording'
import type { WatchCounter } from './counter.ts'

/** Lets every call run, and counts it. */
export function recorder(): WatchCounter {
  const counts = recordingCounts()
  const numbers = new Map<number, Set<number>>() // by arch: together they do not fit in a number
  let told = 0
  let newest = 0
  return {
    decide: () => 'continue',
    seen: (words, by, time) => {
      counts.add(words, by === '' ? { time } : { program: by, time })
      const [nr = 0, arch = 0] = words
      const known = numbers.get(arch)
      if (known?.has(nr) === true) return
      newest = time
      if (known === undefined) numbers.set(arch, new Set([nr]))
      else known.add(nr)
    },
    news: () => {
      const { calls } = counts
      if (calls === told) return []
      told = calls
      const different = [...numbers.values()].reduce((sum, { size }) => sum + size, 0)
      return [{ kind: 'counted', calls, different, newest }]
    },
    last: () => [{ kind: 'recorded', rows: counts.rows() }],
  }
}
