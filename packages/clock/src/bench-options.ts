import { callback, listOf, number, oneOf, optional, record, whole } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { stopSignal } from '@seccompile/kernel/native'
import type { StopSignal } from '@seccompile/kernel/native'
import type { BenchMode } from './subject.ts'

/** The amount of measurements. */
export interface BenchOptions {
  /** The modes; all three by default. Only calls that `bench` may make take part in the first two. */
  readonly modes?: readonly BenchMode[]
  /** The number of turns of each filter; 200 by default. */
  readonly rounds?: number
  /** The number of batches of each call in a turn; 10 by default. */
  readonly batches?: number
  /** The number of calls in a batch, which is timed as a whole; 200 by default. A longer sequence is one batch. */
  readonly batchCalls?: number
  /** The processor; the last one that this process may use by default. */
  readonly cpu?: number
  /** Called after each turn. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: StopSignal
}

/** Reads the options. Counts are checked where their bounds are defined. */
export const optionsReader: Reader<BenchOptions> = record<BenchOptions>({
  modes: optional(listOf(oneOf(['cached', 'uncached', 'answered']))),
  rounds: optional(number),
  batches: optional(number),
  batchCalls: optional(number),
  cpu: optional(whole(0xffff)),
  onProgress: optional(callback()),
  signal: optional(stopSignal),
})
