import { expectFunction, read } from '@seccompile/shape'
import type { Reader, ShapeFault } from '@seccompile/shape'
import { formatSource } from './source.ts'
import type { Source } from './source.ts'

/**
 * The kind of mistake in a {@link PolicyError}: `E_SYNTAX` text that is not JSON, `E_TYPE` a value of the wrong
 * shape, `E_NAME` an unknown name, `E_NUMBER` a number out of bounds, `E_CONFLICT` two parts that contradict
 * each other, `E_EMPTY` an input without content, such as a rule without names, `E_LIMIT` an input that is too
 * large, `E_TARGET` a target without ABIs, with ABIs of two byte orders, or with an
 * ABI that the policy is not for.
 */
export type PolicyErrorCode =
  'E_SYNTAX' | 'E_TYPE' | 'E_NAME' | 'E_NUMBER' | 'E_CONFLICT' | 'E_EMPTY' | 'E_LIMIT' | 'E_TARGET'

/**
 * The person's input is wrong. The message is one line. It begins with the place, if the input has one:
 * `docker.json:41:12: unknown action "SCMP_ACT_ALOW"; did you mean "SCMP_ACT_ALLOW"?`
 *
 * Recognise it by `name === 'PolicyError'`, not by `instanceof`: one install may hold two copies of this class.
 */
export class PolicyError extends Error {
  override readonly name: string = 'PolicyError'
  readonly code: PolicyErrorCode
  /** The file, by the name that the person gave. */
  readonly source: string | undefined
  /** The line, from 1. */
  readonly line: number | undefined
  /** The column, from 1, in UTF-16 units. */
  readonly column: number | undefined

  /** @param what - the rule, what was got, what to do: lower case, one line, no full stop */
  constructor(code: PolicyErrorCode, what: string, place?: Source, options?: { readonly cause?: unknown }) {
    super(place === undefined ? what : `${formatSource(place)}: ${what}`, options)
    this.code = code
    this.source = place?.file
    this.line = place?.line
    this.column = place?.column
  }
}

const CODES: Readonly<Record<ShapeFault, PolicyErrorCode>> = {
  type: 'E_TYPE',
  name: 'E_NAME',
  number: 'E_NUMBER',
}

/**
 * The result of `reader` on `value`, which messages call `where`.
 * @throws PolicyError E_TYPE, E_NAME, E_NUMBER
 */
export function readPolicy<T>(reader: Reader<T>, value: unknown, where: string): T {
  expectFunction(reader, 'reader')
  return read(
    reader,
    value,
    where,
    (fault, at, message) => new PolicyError(CODES[fault], `${at || 'policy'}: ${message}`),
  )
}
