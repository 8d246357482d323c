/** One feature of the machine. */
export interface Offer {
  readonly name: string
  /** Whether the machine has the feature; `undefined` where that is not known. */
  readonly offered: boolean | undefined
  /** The source of the answer, or the reason that the feature is missing or not known. */
  readonly why: string
  /** What to do to get the feature, as a clause; where something can be done. */
  readonly toDo?: string
}
