/*
 * The goals of a compilation, as data. A goal is the price of an instruction at which finished programs are compared.
 */

/** The name of a goal. */
export type GoalName = 'speed' | 'size' | 'smallest'

/** A goal of a compilation: what its program is to be best at. */
export interface Goal {
  /** One line for people. */
  readonly summary: string
  /** How many executed instructions of a call one instruction of the program is worth; see `PassContext.insnCost`. */
  readonly insnCost: number
}

/** The goals by name. */
export const goals: Readonly<Record<GoalName, Goal>> = Object.freeze({
  speed: {
    summary: 'the fewest instructions executed for a call; of such filters the shortest',
    insnCost: 2 ** -11,
  },
  size: {
    summary: 'few instructions; to save one, a call may execute an eighth of an instruction more on average',
    insnCost: 2 ** -3,
  },
  smallest: {
    summary: 'the fewest instructions; of such filters one that executes few for a call',
    insnCost: 2 ** 10,
  },
})

/** The names of the goals. */
export const GOALS: readonly GoalName[] = Object.keys(goals) as GoalName[] // the type of `goals` has these keys
