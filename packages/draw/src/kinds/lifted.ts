import type { Endianness, Program } from '@seccompile/abi'
import type { Decision } from '@seccompile/decision'
import { runPass } from '@seccompile/pass'
import { lift } from '@seccompile/pass-lift'

/** The decision of `program`, or the reason that it has none. */
export type LiftResult =
  { readonly kind: 'lifted'; readonly root: Decision } | { readonly kind: 'declined'; readonly why: string }

/**
 * The decision that `program` walks, a node for each jump.
 * @throws PassError if `lift` fails; a `lift` that declines is a result
 */
export function lifted(program: Program, endianness: Endianness): LiftResult {
  try {
    return { kind: 'lifted', root: runPass(lift, program, { endianness }) }
  } catch (error) {
    const { code, message } = error as Partial<Error & { readonly code: string }>
    if (code !== 'E_DECLINED') throw error
    return { kind: 'declined', why: (message ?? '').replace(/^lift: /, '') }
  }
}
