import { IrError } from '@seccompile/shape'
import type { Problem } from '@seccompile/shape'
import { levelFunctions } from './ir.ts'
import type { Instrument } from './manager.ts'
import { passFailure } from './failure.ts'
import { PassError } from './pass-error.ts'

/**
 * A message where `value` cannot be an IR: a forgotten `return` or an async `run` in JavaScript; else
 * `undefined`.
 */
function noObject(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return `run returns ${String(value)}`
  // A decision has a `then` too, but that is no function.
  return 'then' in value && typeof value.then === 'function'
    ? 'run returns a promise, and a pass is not async'
    : undefined
}

/**
 * Verifies the output of every pass.
 * @throws PassError `E_PASS` for a malformed output, with an `IrError` as its cause; and for an output that is
 * no IR, such as a promise, `undefined`, or a value on which the verifier throws
 */
export function verifyEach(): Instrument {
  return {
    after: ({ pass, before, after }) => {
      if (after === before) return
      const nothing = noObject(after)
      if (nothing !== undefined)
        throw new PassError('E_PASS', pass.name, `yields no ${pass.to} IR: ${nothing}`, { before })
      let problems: readonly Problem[]
      try {
        problems = levelFunctions(pass.to).verify(after)
      } catch (cause) {
        // Verifiers rely on the types, and a pass in JavaScript may break them.
        const reason = cause instanceof Error ? cause.message : String(cause)
        throw new PassError('E_PASS', pass.name, `yields no ${pass.to} IR: ${reason}`, { before, cause })
      }
      if (problems.length === 0) return
      const cause = new IrError(pass.to, problems)
      throw passFailure(pass.name, `yields malformed IR: ${cause.message}`, before, cause)
    },
  }
}

/** The size of the IR after one pass. */
export interface SizeRow {
  readonly pass: string
  readonly depth: number
  readonly changed: boolean
  /** In the units of the level: ranges, nodes or instructions. */
  readonly before: number
  readonly after: number
}

/** Calls `record` with a row after each pass that is not made of others. */
export function sizes(record: (row: SizeRow) => void): Instrument {
  return {
    after: ({ pass, depth, before, after }) => {
      if (pass.parts !== undefined) return
      record({
        pass: pass.name,
        depth,
        changed: after !== before,
        before: levelFunctions(pass.from).size(before),
        after: levelFunctions(pass.to).size(after),
      })
    },
  }
}
