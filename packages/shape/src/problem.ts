/** A finding of a verifier: an invariant that an IR breaks. Invariants are numbered in `docs/invariants.md`. */
export interface Problem {
  /** The number of the invariant: `R3`, `D1`, `P7`. */
  readonly invariant: string
  /** The place in the IR, in its own terms: `rule 4`, `n17`, `pc 12`. */
  readonly where: string
  /** The rule, and the actual value; lower case, one line. */
  readonly message: string
  /** The number that exceeds a limit, where the invariant is a limit: for P1, the number of instructions. */
  readonly count?: number
  /** Whether `count` is an estimate. */
  readonly isEstimate?: boolean
}

/** The levels of the compiler, from most to least abstract. */
export type LevelName = 'rules' | 'decision' | 'program' | 'bytes'

/**
 * An IR that breaks an invariant. Recognise it by `name === 'IrError'`, not by `instanceof`: one install may
 * hold two copies of this class.
 */
export class IrError extends Error {
  override readonly name: string = 'IrError'
  readonly code: string = 'E_IR'
  readonly level: LevelName
  readonly problems: readonly Problem[]

  /** @param problems - at least one; the message shows the first and counts the others */
  constructor(level: LevelName, problems: readonly Problem[], options?: { readonly cause?: unknown }) {
    const [first] = problems
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
    super(first ? `${level}:${first.where}: ${first.message} (${first.invariant})${more}` : level, options)
    this.level = level
    this.problems = problems
  }
}

/**
 * Closes an exhaustive switch: the compiler rejects a call with anything but `never`.
 * @throws TypeError always, with the value that no case handles
 */
export function assertNever(value: never): never {
  const plain = (_key: string, item: unknown): unknown => (typeof item === 'bigint' ? `${item}n` : item)
  throw new TypeError(`unreachable: ${JSON.stringify(value, plain)}`)
}
