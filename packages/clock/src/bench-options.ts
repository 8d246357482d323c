import { callback, listOf, number, oneOf, optional, record, whole } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { stopSignal } from '@seccompile/kernel/native'
import type { StopSignal } from '@seccompile/kernel/native'
import type { BenchMode } from './subject.ts'

/** How much to measure. */
export interface BenchOptions {
  /** The modes; all three by default. Only calls that may be made take part in the first two. */
  readonly modes?: readonly BenchMode[]
  /** How often each filter has its turn; 200 by default. */
  readonly rounds?: number
  /** How often each call is timed in a turn; 10 by default. */
  readonly batches?: number
  /** How many calls are timed together; 200 by default. A longer sequence is timed whole. */
  readonly batchCalls?: number
  /** The processor; the last one that this process may use by default. */
  readonly cpu?: number
  /** Told after each turn. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: StopSignal
}

/** Reads how much to measure. Counts are checked where their bounds are. */
export const optionsReader: Reader<BenchOptions> = record<BenchOptions>({
  modes: optional(listOf(oneOf(['cached', 'uncached', 'answered']))),
  rounds: optional(number),
  batches: optional(number),
  batchCalls: optional(number),
  cpu: optional(whole(0xffff)),
  onProgress: optional(callback()),
  signal: optional(stopSignal),
})
