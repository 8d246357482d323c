/*
 * Messages between the page and its Worker. Every message is plain data, and all text is plain text.
 *
 * A question is answered in parts, the filter first: the page shows each part as it comes. A newer question of the
 * same kind ends the answer to the older question.
 */
import type { OptimizeGoal } from '@seccompile/compiler'

/** Most characters of a text: Docker's profile has 20,000. */
export const MAX_TEXT: number = 1024 * 1024

/** The names of the pipelines that a person may choose: those of the compiler, and one more shape. */
export const PIPELINES = ['speed', 'size', 'smallest', 'list', 'none', 'libseccomp'] as const
/** One of {@link PIPELINES}. */
export type PipelineChoice = (typeof PIPELINES)[number]
/** The pipelines for which a raw filter is optimised. */
export const OPTIMISED: readonly (PipelineChoice & OptimizeGoal)[] = ['speed', 'size', 'smallest']

/** The names of the objectives. */
export const OBJECTIVES = ['uniform', 'weights', 'bitmap', 'attach'] as const
/** One of {@link OBJECTIVES}. */
export type ObjectiveChoice = (typeof OBJECTIVES)[number]

/** The choices of a person beside the text. */
export interface Choices {
  /** Names of ABIs, separated by commas; empty to take the ABIs of the policy. */
  readonly abis: string
  /** A version of Linux such as `5.10`; empty to take the newest. */
  readonly kernel: string
  readonly objective: ObjectiveChoice
  readonly pipeline: PipelineChoice
}

/** The source of a filter. */
export interface FilterText {
  /** A profile, `preset:NAME`, hex, base64, a listing, assembly, or TypeScript. */
  readonly text: string
  /**
   * The policy that a script exported in the sandbox, as sandbox/policy-text.ts writes it; only for a text in
   * TypeScript.
   */
  readonly typed?: string | undefined
}

/** A question about a filter. */
export interface FilterQuestion extends Choices, FilterText {
  readonly kind: 'filter'
  readonly id: number
  /** Whether the question is for pictures only: the answer then has the filter, and no slower part. */
  readonly isForPictures?: boolean | undefined
}

/** Parts of the answer that are made only when a person opens them. */
export const VIEWS = ['passes', 'changes', 'picture'] as const
/** One of {@link VIEWS}. */
export type View = (typeof VIEWS)[number]

/** More about the filter of the last {@link FilterQuestion}. */
export interface ViewQuestion {
  readonly kind: 'view'
  readonly id: number
  readonly view: View
  /** The text to compare with, or the kind of the picture; empty for none. */
  readonly other: string
  /** The policy of the text to compare with; see {@link FilterText}. */
  readonly typed?: string | undefined
  /** The call whose path is marked in a picture, as typed. */
  readonly call?: string | undefined
  /** The call of a plane, one of the calls that the last plane offered; empty to let the Worker choose. */
  readonly plane?: string | undefined
  /** The most width of a picture, in pixels. */
  readonly width?: number | undefined
}

/** The kinds of pictures. */
export const PICTURES = ['tree', 'arcs', 'graph', 'barcode', 'bitmap', 'cost', 'waterfall', 'plane'] as const
/** One of {@link PICTURES}. */
export type PictureKind = (typeof PICTURES)[number]

/** A question about one call under the filter of the last {@link FilterQuestion}. */
export interface CallQuestion {
  readonly kind: 'call'
  readonly id: number
  /** `socket AF_UNIX SOCK_STREAM`, perhaps with the ABI in front: `x86:socketcall 1`. */
  readonly call: string
}

/** A question for the completions of a call. */
export interface CompletionQuestion {
  readonly kind: 'completion'
  readonly id: number
  readonly call: string
}

/** The words of profiles, for the completion in the editor. */
export interface WordsQuestion {
  readonly kind: 'words'
  readonly id: number
}

/** A question for the source of a preset: the policy in TypeScript. */
export interface SourceQuestion {
  readonly kind: 'source'
  readonly id: number
  /** The name of the preset. */
  readonly preset: string
}

/** A question of the page. */
export type PageQuestion =
  FilterQuestion | ViewQuestion | CallQuestion | CompletionQuestion | WordsQuestion | SourceQuestion

/** A fault or a warning, at its place in the text if it has one. */
export interface Note {
  readonly severity: 'error' | 'high' | 'medium' | 'low' | 'info'
  readonly message: string
  /** The long text of a warning, where `message` is a short one. */
  readonly full?: string | undefined
  /** The name of a warning; a fault has none. */
  readonly name?: string
  /** Whether the warning is among the findings, with a call that shows it. It then stands there, and only there. */
  readonly isFinding?: boolean
  /** The line, from 1. */
  readonly line?: number | undefined
  /** The column, from 1, in UTF-16 units. */
  readonly column?: number | undefined
  /**
   * The length of the text that the note concerns, in UTF-16 units. Where it is absent, the note concerns the word at
   * its place.
   */
  readonly length?: number | undefined
}

/** The cost of a filter for the calls of one ABI. */
export interface AbiCostRow {
  readonly abi: string
  readonly allowed: number
  /** Instructions executed for an allowed call, on average. */
  readonly mean: number
  readonly worst: number
  /** Calls that the kernel allows without running the filter. */
  readonly cached: number
  readonly calls: number
}

/** A filter: its facts and its listing. */
export interface FilterPart {
  readonly part: 'filter'
  /** The notation of the text: `OCI profile`, `raw filter`. */
  readonly source: string
  readonly isPolicy: boolean
  readonly abis: readonly string[]
  readonly insns: number
  readonly bytes: Uint8Array
  readonly longest: number
  readonly ebpf: number
  readonly proof: {
    readonly kind: 'proved' | 'undecided' | 'given'
    readonly text: string
    readonly digest?: string | undefined
  }
  readonly costs: readonly AbiCostRow[]
  readonly notes: readonly Note[]
  readonly listing: readonly string[]
  /** Milliseconds from the question to this part. */
  readonly ms: number
}

/** The size and cost of another filter that means the same. */
export interface RivalPart {
  readonly part: 'rival'
  readonly name: string
  readonly insns?: number
  readonly longest?: number
  readonly mean?: number
  /** Why there is no such filter. */
  readonly why?: string
  readonly isChosen: boolean
}

/** One finding of the lint rules or of the compiler. */
export interface FindingItem {
  readonly name: string
  readonly severity: 'high' | 'medium' | 'low'
  readonly message: string
  readonly instead?: string | undefined
  /** Calls that show the finding, each with its verdict, and the text that the emulator takes. */
  readonly calls: readonly { readonly text: string; readonly verdict: string; readonly typed: string }[]
  readonly line?: number | undefined
  readonly column?: number | undefined
}

/** The findings of the lint rules. */
export interface FindingsPart {
  readonly part: 'findings'
  readonly findings: readonly FindingItem[]
  readonly undecided: readonly string[]
}

/** The meaning of the filter as text. */
export interface MeaningPart {
  readonly part: 'meaning'
  readonly text: string
}

/** The IR after each pass, as text. */
export interface PassesPart {
  readonly part: 'passes'
  readonly passes: readonly { readonly title: string; readonly size: string; readonly text: string }[]
}

/** The calls that get another verdict from the other text. */
export interface ChangesPart {
  readonly part: 'changes'
  readonly summary: string
  readonly text: string
  /**
   * The barcodes of both filters and the changes, as SVG made by this project; absent where it would be too large.
   */
  readonly svg?: string | undefined
}

/** A picture as SVG made by this project. */
export interface PicturePart {
  readonly part: 'picture'
  readonly name: PictureKind
  /** The picture; empty where there is none. */
  readonly svg: string
  /** Why there is no picture. */
  readonly why?: string | undefined
  /** The calls that have a plane, and the call of this plane; only for a plane. */
  readonly planes?: readonly string[] | undefined
  readonly plane?: string | undefined
}

/** A fault: the text is wrong, or cannot become a filter. */
export interface FaultPart {
  readonly part: 'fault'
  readonly notes: readonly Note[]
  /** The part of the answer that is missing. */
  readonly of: 'filter' | 'findings' | 'meaning' | 'passes' | 'changes' | 'picture'
}

/** The end of the answer. */
export interface EndPart {
  readonly part: 'end'
  readonly ms: number
}

/** A part of the answer about a filter. */
export type AnswerPart =
  | FilterPart
  | RivalPart
  | FindingsPart
  | MeaningPart
  | PassesPart
  | ChangesPart
  | PicturePart
  | FaultPart
  | EndPart

/** The verdict on a call, or a fault in its text. */
export type CallAnswer =
  | {
      readonly kind: 'call'
      readonly id: number
      readonly call: string
      readonly verdict: string
      readonly steps: number
      readonly cached: string
      /** The instructions that run, by pc. */
      readonly path: readonly number[]
    }
  | { readonly kind: 'call'; readonly id: number; readonly fault: string }

/** Whole texts that complete the typed text, and the arguments of the call. */
export interface CompletionAnswer {
  readonly kind: 'completion'
  readonly id: number
  readonly texts: readonly string[]
  readonly usage: string
}

/** The words of profiles, by the place in a profile that takes them. */
export interface WordsAnswer {
  readonly kind: 'words'
  readonly id: number
  readonly words: Readonly<Record<string, readonly string[]>>
  readonly abis: readonly string[]
}

/** The source of a preset. */
export interface SourceAnswer {
  readonly kind: 'source'
  readonly id: number
  readonly preset: string
  readonly text: string
}

/** A message of the Worker. */
export type WorkerAnswer =
  | { readonly kind: 'filter'; readonly id: number; readonly answer: AnswerPart }
  | { readonly kind: 'view'; readonly id: number; readonly answer: AnswerPart }
  | CallAnswer
  | CompletionAnswer
  | WordsAnswer
  | SourceAnswer
