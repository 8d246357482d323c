import { cpus, release } from 'node:os'
import type { SeedPlace } from './seed-report.ts'

/** Where and when this is: the processor, the kernel and the day, as captions give them. */
export function placeNow(): SeedPlace {
  const [version = release()] = /^\d+(?:\.\d+)*/.exec(release()) ?? []
  return {
    processor: cpus()[0]?.model.trim() ?? process.arch,
    kernel: version,
    date: new Date().toISOString().slice(0, 10),
  }
}
