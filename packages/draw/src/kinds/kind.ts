/* What a kind of picture is: its name, what it takes, and the function that draws it. */
import type { Program } from '@seccompile/abi'
import type { Names } from '../picture/names.ts'
import type { PictureOptions } from '../picture/picture.ts'
import type { CompileOptions, PipelineName } from '@seccompile/compiler'
import type { DescribedFilter } from '@seccompile/describe'
import type { Policy } from '@seccompile/policy'
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
  /** The part in words, for the heading; empty where it is all. */
  readonly part: string
}

/** A filter that is drawn. */
export interface DrawnFilter extends Omit<DescribedFilter, 'arches'> {
  /** The policy; absent for raw files. */
  readonly policy?: Policy
  /** How the compiler makes a filter of the policy; absent for raw files. */
  readonly compileOptions?: CompileOptions
}

/** A picture's options, and its width where the kind has no width of its own. */
export interface SizedPicture extends PictureOptions {
  /** In pixels. */
  readonly width?: number | undefined
}

/** What a kind draws from. */
export interface DrawInput {
  /** The filters, in the order in which they were typed; as many as the kind takes. */
  readonly sides: readonly [DrawnFilter, ...DrawnFilter[]]
  /** The names of architectures, calls and arguments. */
  readonly names: Names
  /** How often calls are made, where `--weights` says so. */
  readonly counts: CallCounts | undefined
  /** One of the formats of the kind. */
  readonly format: DrawFormat
  /** The call that `--call` names, as typed, for a kind that takes one. */
  readonly call: string | undefined
  /** The pipeline that a kind takes which draws passes; that of the filter if left out. */
  readonly pipeline: PipelineName | undefined
  /** The part of the difference of two filters that is drawn; all of it if left out. */
  readonly difference?: DrawDifference | undefined
  /** Whether `--raw` asks for numbers instead of names of arguments and constants. */
  readonly raw: boolean
  /** Theme, heading and width, for the functions of `@seccompile/draw`. */
  readonly picture: SizedPicture
  /** Lets other work in between long steps, where that matters; it throws to end the drawing. */
  readonly pause?: (() => Promise<void>) | undefined
}

/** A kind of picture. */
export interface DrawKind {
  readonly name: string
  /** What it shows, in a few words: for the help and for the heading. */
  readonly shows: string
  /** How many filters it takes, at least and at most. */
  readonly filters: readonly [least: number, most: number]
  readonly formats: readonly [DrawFormat, ...DrawFormat[]]
  /** Whether it takes `--weights`. */
  readonly isWeighted?: boolean
  /** Whether the picture has a title of its own, from what it shows, where `--title` gives none. */
  readonly isTitled?: boolean
  /** The options of its own that it takes. */
  readonly takes?: readonly DrawOption[]
  /** The text of the picture. @throws DrawError where the filters cannot be drawn so */
  readonly draw: (input: DrawInput) => Promise<string>
}

/** The program of `side`, for a kind that draws one. @throws DrawError for a stack, and for a policy that is too large */
export async function programOf(kind: string, side: DrawnFilter): Promise<Program> {
  const program = await side.program()
  if (program !== undefined) return program
  const why =
    side.leveled.level === 'stack'
      ? 'is a stack of filters, and a picture has one program; name one file of it'
      : 'is too large for one filter, and a picture has one program'
  throw new DrawError(`${side.name}: ${why} (${kind})`)
}
