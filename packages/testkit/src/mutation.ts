/**
 * A fault that a pass's tests must catch: one text in its source, replaced by another. `test/mutations.ts` of a
 * package lists its faults, and `pnpm mutate` sees that each of them turns the tests red.
 */
export interface Mutation {
  /** What the fault does, as a sentence without a subject: `forgets the last range`. */
  readonly name: string
  /** The file, from the package's folder. */
  readonly file: string
  /** A text that stands in the file exactly once. */
  readonly find: string
  readonly replace: string
}
