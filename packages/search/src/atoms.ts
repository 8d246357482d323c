/*
 * Atoms: cells that some cheapest tree never looks into.
 *
 * An atom is a single value, or a cell of several values of which none weighs more than a quarter of the cell. Some
 * cheapest tree has no threshold inside an atom, and tests no single value of a wide atom by equality. So a search
 * may treat each atom as a whole, and its result is exact for every tree of `>= k` and `== k`. In the proof, C is a
 * wide atom, `w` its weight, and `p` the price of a test. "Others" are the values outside C. Each step counts depths
 * from the node that it names.
 *
 *   1. A tree in which all of C lies at one end of the values needs no equality test on C. Put the threshold that ends C in
 *      the place of the first such test, and leave the later ones out: others pass no more tests, and no value of C is found
 *      later.
 *   2. No tree needs a threshold inside C. Take a lowest one. Left and right of it, the rest of C lies at an end; by 1. each
 *      side has one leaf for it. Move the threshold to the end of C that puts all of C into the leaf that is less deep.
 *   3. Some equality tests take values v1, v2, … vm of C out, from the top down, and leave the weight `c` of C in one leaf.
 *      Let c >= 2 · vm, and let some value of C be in the leaf. If the last of these tests is worth its place, W + p < vm · (d - 1), where W is the weight below it,
 *      and d the depth of the leaf of C there. Two thresholds at its place find C at a depth of 2. If that is not cheaper,
 *      c · (d - 2) <= 2 · (W + p) - 2 · c < 2 · vm · (d - 1) - 2 · c <= c · (d - 3), which cannot be. So the test may go.
 *   4. Let c < 2 · vm, or let no value of C be left. Let w be more than 0. No vi is more than w / 4, so m is at least 3. Put two thresholds in the place of the first test, and
 *      leave all m out: the tree has fewer tests. C costs 2 · w; before, it cost at least 1/4 · (1 + 2 + 3 + 3) · w = 2.25 · w.
 *      Others that came as far as the second test pass no more tests than before. The rest of the others, which weigh R, leave
 *      by one of t tests between the first and the second. The order of the two thresholds is free, so R costs at most R / 2
 *      more. With t > 0, C cost at least v1 + (t + 2) · (w - v1) before, which is at least w / 4 + 3/4 · (t + 2) · w. Where R / 2 is
 *      more than what C saves, R > w · t / 4. Then the first test can go down to the second: this costs v1 · t <= w · t / 4, and
 *      saves R. After that t = 0.
 *   5. Let no value of C be left, and let w be 0. The first test goes down to the second as in 4., at no cost. C has at least two
 *      values, so two thresholds in the place of the first two tests cost no more.
 *
 * Each step takes away tests of C, or brings 4. and 5. to t = 0, and costs nothing. So the steps end.
 */
import type { WeightedCell } from './cell.ts'
import { cutOut } from './pieces.ts'
import type { WeightOf } from './pieces.ts'

/** The share of an atom that one of its values may weigh. */
const SHARE = 1 / 4

/**
 * `cells`, cut into atoms.
 * @param share - the share of an atom that one value may weigh, where a proof asks for less than a quarter
 */
export function inAtoms(
  cells: readonly WeightedCell[],
  weightOf: WeightOf,
  share: number = SHARE,
): readonly WeightedCell[] {
  let atoms = cells
  for (;;) {
    const cut = cutOut(atoms, weightOf, share, 0)
    if (cut.length === atoms.length) return atoms
    atoms = cut
  }
}
