/** The share of all weight by which two sums of the same weights, added in different orders, may differ. */
export const ROUNDING: number = 2 ** -40
