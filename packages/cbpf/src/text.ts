/* For readers of other assembly languages: tokens one by one, and the bound of a text. */
export { checkTextSize, MAX_TEXT } from './assembly-error.ts'
export { TokenReader } from './token-reader.ts'
export type { PlacedToken, Scan } from './token-reader.ts'
