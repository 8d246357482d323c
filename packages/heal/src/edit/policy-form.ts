import type { EntryOf } from './edit.ts'

/** What an edit may do to the text of a policy. */
export interface PolicyForm {
  /** Whether conditions name arguments, or their index. */
  readonly style: 'index' | 'name'
  /** Whether names may join an entry. */
  readonly canJoin: (entry: number) => boolean
  readonly entryOf: EntryOf
  /** The bits that a value of a condition by index may have; all if absent. */
  readonly valueBits?: bigint
}
