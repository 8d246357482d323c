/* The strength of a verdict, as a second statement of what `subset` compares. */

/** The actions from the weakest to the strongest; any other action kills the process. @see man 2 seccomp */
const ACTIONS: readonly number[] = [
  0x7fff_0000, 0x7ffc_0000, 0x7ff0_0000, 0x7fc0_0000, 0x0005_0000, 0x0003_0000, 0,
]

/** A number that is larger for a stronger action. */
export function strengthIn(verdict: number): number {
  const at = ACTIONS.indexOf(verdict - (verdict % 0x1_0000))
  return at < 0 ? ACTIONS.length : at
}
