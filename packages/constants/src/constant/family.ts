import type { Constant } from './constant.ts'

/** What the values of a family are. */
export type FamilyKind =
  /** Each value is one constant. */
  | 'enum'
  /** Each constant is a bit or some bits; a value is the or of constants. */
  | 'flags'
  /** Flags, beside a field that holds one constant, as the low bits of the flags of open do. */
  | 'fields'
  /** The constants are of several arguments, so a value alone has no name. */
  | 'various'

/** A family as its table has it. */
export interface FamilyFacts {
  /** The name, which is the subpath too. */
  readonly family: string
  /** What the constants are, in a few words. */
  readonly what: string
  readonly kind: FamilyKind
  /** The bits of each field, as a number or as a constant of the family. */
  readonly masks: readonly (number | Constant)[]
  /** The names that come second where another constant has the same value. */
  readonly aliases: readonly string[]
  /** Every constant. */
  readonly constants: readonly Constant[]
}
