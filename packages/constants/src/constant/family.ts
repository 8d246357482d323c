import type { Constant } from './constant.ts'

/** The kind of the values of a family. */
export type FamilyKind =
  /** Each value is one constant. */
  | 'enum'
  /** Each constant is one or more bits; a value is the or of constants. */
  | 'flags'
  /** Flags, combined with a field that holds one constant, such as the low bits of the flags of open. */
  | 'fields'
  /** The constants belong to several arguments, so a value alone has no name. */
  | 'various'

/** A family as its table describes it. */
export interface FamilyFacts {
  /** The name of the family, which is also its subpath. */
  readonly family: string
  /** The purpose of the constants, in a few words. */
  readonly what: string
  readonly kind: FamilyKind
  /** The bits of each field, as a number or as a constant of the family. */
  readonly masks: readonly (number | Constant)[]
  /** The aliases: names that are used only if no other constant has the same value. */
  readonly aliases: readonly string[]
  /** Every constant. */
  readonly constants: readonly Constant[]
}
