import { cpus, release } from 'node:os'

/** The machine and the day of a measurement, for captions. */
export interface Machine {
  /** The name of the processor. */
  readonly processor: string
  /** The version of the kernel. */
  readonly kernel: string
  /** YYYY-MM-DD */
  readonly date: string
}

/** This machine, now. */
export function machineNow(): Machine {
  const [version = release()] = /^\d+(?:\.\d+)*/.exec(release()) ?? []
  return {
    processor: cpus()[0]?.model.trim() ?? process.arch,
    kernel: version,
    date: new Date().toISOString().slice(0, 10),
  }
}
