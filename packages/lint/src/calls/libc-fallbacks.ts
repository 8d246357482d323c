/*
 * Newer calls that a C library tries first, and the older ones that it uses after ENOSYS. Any other errno goes to the
 * program, which then fails, although the older call would run. measured-calls.ts has the calls.
 */
import { expectFunction } from '@seccompile/shape'
import { OLDER_AFTER_ENOSYS } from './measured-calls.ts'

/** A call, and the older calls that a C library makes after ENOSYS. */
export interface LibcFallback {
  readonly call: string
  /** The older calls. The program works where one of them runs. */
  readonly olds: readonly string[]
  /** Whether ordinary programs make the call: by a thread, or by a function as common as stat(). */
  readonly isCommon: boolean
}

/**
 * Whether ordinary programs make a newer call. Where the ABI has times of 32 bits, stat() itself tries statx first;
 * elsewhere only programs that call statx() do.
 */
const isCommon = (call: string, has: (call: string) => boolean): boolean =>
  ['clone3', 'clock_gettime64'].includes(call) || (call === 'statx' && has('clock_gettime64'))

/** The fallbacks on an ABI. */
export function libcFallbacks(has: (call: string) => boolean): readonly LibcFallback[] {
  expectFunction(has, 'has')
  return Object.entries(OLDER_AFTER_ENOSYS)
    .filter(([call]) => has(call))
    .map(([call, olds]) => ({ call, olds, isCommon: isCommon(call, has) }))
}
