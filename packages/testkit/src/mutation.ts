/**
 * A fault that the tests of a pass must catch: one text in its source, replaced by another. `test/mutations.ts`
 * of a package lists its faults. `pnpm mutate` checks that the tests fail with each of them.
 */
export interface Mutation {
  /** The effect of the fault, as a sentence without a subject: `forgets the last range`. */
  readonly name: string
  /** The file, from the package's folder. */
  readonly file: string
  /** A text that occurs in the file exactly once. */
  readonly find: string
  readonly replace: string
}
