/*
 * The common parts of the readers of options. A name such as `tsyn` for `tsync` would leave threads unfiltered, and `"false"`
 * is true to JavaScript. The readers refuse both, before anything is started or attached.
 */
import { expectFunction, fail, listOf, read } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { argumentFault } from './kernel-error.ts'
import type { StopSignal } from './stop-signal.ts'

/** A reader of an object that is no list and no function. Its fields are checked where they are used. */
export function objectOf<T extends object>(what: string): Reader<T> {
  return (at) => {
    const { value } = at
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as T) : fail(at, what)
  }
}

const SIGNAL_METHODS = ['addEventListener', 'removeEventListener', 'throwIfAborted'] as const

/** A reader of an AbortSignal of any realm. */
export const stopSignal: Reader<StopSignal> = (at) => {
  const signal = objectOf<Partial<StopSignal>>('an AbortSignal')(at)
  const isSignal =
    typeof signal.aborted === 'boolean' &&
    SIGNAL_METHODS.every((method) => typeof signal[method] === 'function')
  return isSignal ? (signal as StopSignal) : fail(at, 'an AbortSignal')
}

/** The bytes of filters. */
export const filterList: Reader<readonly Uint8Array[]> = listOf((at): Uint8Array =>
  at.value instanceof Uint8Array ? at.value : fail(at, 'the bytes of a filter'),
)

/**
 * The result of `reader` for `given`, which messages call `what`.
 * @throws KernelError `E_ARGUMENT` where a field is wrong or unknown
 */
export function readOptions<T>(reader: Reader<T>, given: T, what = 'options'): T {
  expectFunction(reader, 'reader')
  return read(reader, given, what, argumentFault)
}
