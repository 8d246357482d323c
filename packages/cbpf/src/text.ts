/* For readers of other assembly languages: a reader of tokens, and the bound of the length of a text. */
export { checkTextSize, MAX_TEXT } from './assembly-error.ts'
export { TokenReader } from './token-reader.ts'
export type { PlacedToken, Scan } from './token-reader.ts'
