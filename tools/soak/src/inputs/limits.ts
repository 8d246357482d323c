/**
 * The most that a reader may take for one input. Seconds are processor time, so other programs on the machine do not
 * count.
 */
export const LIMITS: { readonly seconds: number; readonly kibibytes: number; readonly message: number } = {
  seconds: 5,
  kibibytes: 1024 * 1024,
  /** UTF-16 units of a message, which quotes the input. */
  message: 5000,
}
