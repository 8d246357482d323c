/* The parts of a kind of picture: its name, its options, and the function that draws it. */
import type { Program } from '@seccompile/abi'
import type { Names } from '../picture/names.ts'
import type { PictureOptions } from '../picture/picture.ts'
import type { CompileOptions } from '@seccompile/compiler'
import type { Filter } from '@seccompile/filter'
import type { Direction, ProveOptions } from '@seccompile/prover'
import type { CallCounts } from '@seccompile/weights'
import { DrawError } from './draw-error.ts'

/** The languages of pictures. */
export type DrawFormat = 'svg' | 'dot' | 'mermaid'

/** The options that some kinds take. */
export type DrawOption = 'call' | 'pipeline'

/** A part of the difference of two filters. */
export interface DrawDifference {
  readonly prove: ProveOptions
  readonly directions: readonly Direction[]
  /** The part in words, for the heading; empty for the whole difference. */
  readonly part: string
}

/** The options of a picture, and its width for a kind without a fixed width. */
export interface SizedPicture extends PictureOptions {
  /** The width in pixels. */
  readonly width?: number | undefined
}

/** The input of a kind. */
export interface DrawInput {
  /** The filters, in the order in which they were typed; the kind bounds their number. */
  readonly filters: readonly [Filter, ...Filter[]]
  /** The names of architectures, calls and arguments. */
  readonly names: Names
  /** The counts of calls, if `--weights` gives them. */
  readonly counts: CallCounts | undefined
  /** One of the formats of the kind. */
  readonly format: DrawFormat
  /** The call that `--call` names, as typed, for a kind that takes one. */
  readonly call: string | undefined
  /** The pipeline, for a kind that draws passes; the default one if left out. */
  readonly pipeline: CompileOptions['pipeline']
  /** The part of the difference of two filters that is drawn; all of it by default. */
  readonly difference?: DrawDifference | undefined
  /** Whether `--raw` asks for numbers instead of names of arguments and constants. */
  readonly raw: boolean
  /** Theme, heading and width, for the functions of `@seccompile/draw`. */
  readonly picture: SizedPicture
  /** Lets other work run between long steps, if the caller needs that; it throws to end the drawing. */
  readonly pause?: (() => Promise<void>) | undefined
}

/** A kind of picture. */
export interface DrawKind {
  readonly name: string
  /** The subject of the picture in a few words, for the help and for the heading. */
  readonly shows: string
  /** The least and the largest number of filters. */
  readonly filters: readonly [least: number, most: number]
  readonly formats: readonly [DrawFormat, ...DrawFormat[]]
  /** Whether the kind takes `--weights`. */
  readonly isWeighted?: boolean
  /** Whether the picture makes a title from its content if `--title` gives none. */
  readonly isTitled?: boolean
  /** The options that only some kinds take, and this one does. */
  readonly takes?: readonly DrawOption[]
  /** The text of the picture. @throws DrawError if this kind cannot draw the filters */
  readonly draw: (input: DrawInput) => Promise<string>
}

/** The program of `filter`, for a kind that draws one. @throws DrawError for a stack, and for a policy that is too large */
export async function programOf(kind: string, filter: Filter): Promise<Program> {
  const program = await filter.program()
  if (program !== undefined) return program
  const why =
    filter.subject.level === 'stack'
      ? 'is a stack of filters, and a picture has one program; name one file of it'
      : 'is too large for one filter, and a picture has one program'
  throw new DrawError(`${filter.name}: ${why} (${kind})`)
}
