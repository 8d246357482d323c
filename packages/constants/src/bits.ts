import { shown } from '@seccompile/shape'
import type { Constant } from './constant/constant.ts'
import { symbolic } from './constant/symbolic.ts'

/** Constants of one family, joined by or. */
export interface Bits<Family extends string = string> {
  readonly bits: readonly Constant<Family>[]
  readonly family: Family
}

/** The text for a value that is no constant, in messages. */
function said(value: unknown): string {
  const isBits = typeof value === 'object' && value !== null && 'bits' in value
  return isBits ? 'bits; write all constants in one bits(…)' : shown(value)
}

/**
 * The or of constants: `bits(CLONE_NEWUSER, CLONE_NEWNET)` is `CLONE_NEWUSER | CLONE_NEWNET` of C. Order and
 * repetition do not change the value.
 * @throws TypeError without constants, for an argument that is no constant, and for constants of two families
 */
export function bits<Family extends string>(...constants: readonly Constant<Family>[]): Bits<Family> {
  const [first] = constants
  if (first === undefined) throw new TypeError('bits: expected one constant or more; got none')
  for (const one of constants)
    if (typeof (one as Partial<Constant> | null | undefined)?.constant !== 'string')
      throw new TypeError(`bits: expected constants; got ${said(one)}`)
  const { family } = first
  for (const one of constants)
    if (one.family !== family)
      throw new TypeError(
        `bits: expected constants of one family; got ${first.constant} of "${family}" and ${one.constant} of "${one.family}"`,
      )
  return symbolic({ bits: Object.freeze([...constants]), family })
}
