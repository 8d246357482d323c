import type { NotationOptions } from '../options/notation.ts'
import type { QuestionOptions } from '../options/question.ts'

/** A filter, and the notation for it. */
export interface Conversion extends QuestionOptions, NotationOptions {
  readonly file: string
  /** The notation of the file; absent where its text or its ending tells. */
  readonly from?: 'asm' | undefined
  /** Whether rules of a profile are written again in forms that libseccomp compiles as they are written. */
  readonly safe?: boolean
}
