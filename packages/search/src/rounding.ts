/** Sums of the same weights may differ by this share of all weight: they are made in different orders. */
export const ROUNDING: number = 2 ** -40
