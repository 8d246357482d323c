/*
 * What the page and its Worker say to each other. Everything is plain data, and all text is plain text.
 *
 * A question is answered in parts, the filter first: the page shows each part as it comes. A newer question of the same kind
 * ends the answer to the older one.
 */

/** Most characters of a text: Docker's profile has 20,000. */
export const MAX_TEXT: number = 1024 * 1024

/** The names of the pipelines that a person may choose: those of the compiler, and two more shapes. */
export const PIPELINES = ['speed', 'size', 'list', 'none', 'libseccomp'] as const
/** One of {@link PIPELINES}. */
export type PipelineChoice = (typeof PIPELINES)[number]

/** The names of the objectives. */
export const OBJECTIVES = ['uniform', 'weights', 'bitmap', 'attach'] as const
/** One of {@link OBJECTIVES}. */
export type ObjectiveChoice = (typeof OBJECTIVES)[number]

/** What a person chose beside the text. */
export interface Choices {
  /** Names of ABIs, separated by commas; empty for those of the policy. */
  readonly abis: string
  /** A version of Linux such as `5.10`; empty for the newest. */
  readonly kernel: string
  readonly objective: ObjectiveChoice
  readonly pipeline: PipelineChoice
}

/** What a filter is made from. */
export interface FilterText {
  /** A profile, `preset:NAME`, hex, base64, a listing, assembly, or TypeScript. */
  readonly text: string
  /** Where the text is TypeScript: the policy that it came to in the sandbox, as sandbox/policy-text.ts writes it. */
  readonly typed?: string | undefined
}

/** A question about a filter. */
export interface FilterQuestion extends Choices, FilterText {
  readonly kind: 'filter'
  readonly id: number
  /** Whether only pictures are asked for: the answer has the filter, and nothing that takes longer. */
  readonly isForPictures?: boolean | undefined
}

/** Parts of the answer that are made when a person looks at them. */
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
  /** See {@link FilterText}; of the text to compare with. */
  readonly typed?: string | undefined
  /** Of a picture: the call whose way is marked, as typed. */
  readonly call?: string | undefined
  /** Of a plane: its call, one of those that the last plane offered; empty for the one that the Worker chooses. */
  readonly plane?: string | undefined
  /** Of a picture: how wide it may be, in pixels. */
  readonly width?: number | undefined
}

/** The kinds of pictures. */
export const PICTURES = ['tree', 'arcs', 'graph', 'barcode', 'bitmap', 'cost', 'waterfall', 'plane'] as const
/** One of {@link PICTURES}. */
export type PictureKind = (typeof PICTURES)[number]

/** What happens to one call under the filter of the last {@link FilterQuestion}. */
export interface CallQuestion {
  readonly kind: 'call'
  readonly id: number
  /** `socket AF_UNIX SOCK_STREAM`, perhaps with the ABI in front: `x86:socketcall 1`. */
  readonly call: string
}

/** The words that go on from a call that is being typed. */
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

/** What the page asks. */
export type PageQuestion = FilterQuestion | ViewQuestion | CallQuestion | CompletionQuestion | WordsQuestion

/** A fault or a warning, at its place in the text if it has one. */
export interface Note {
  readonly severity: 'error' | 'high' | 'medium' | 'low' | 'info'
  readonly message: string
  /** The name of a warning; a fault has none. */
  readonly name?: string
  /** From 1. */
  readonly line?: number | undefined
  /** From 1, in UTF-16 units. */
  readonly column?: number | undefined
  /** What it is about, in UTF-16 units from its place; the word there where it is absent. */
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

/** A filter: what it is, and its listing. */
export interface FilterPart {
  readonly part: 'filter'
  /** What the text was read as: `OCI profile`, `raw filter`. */
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
  /** Why there is none. */
  readonly why?: string
  readonly isChosen: boolean
}

/** One thing that the lint rules or the compiler found. */
export interface FindingItem {
  readonly name: string
  readonly severity: 'high' | 'medium' | 'low'
  readonly message: string
  readonly instead?: string | undefined
  /** A call that shows it, its verdict, and the text that the emulator takes. */
  readonly calls: readonly { readonly text: string; readonly verdict: string; readonly typed: string }[]
  readonly line?: number | undefined
  readonly column?: number | undefined
}

/** What the lint rules found. */
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

/** The calls whose verdict differs from that of the other text. */
export interface ChangesPart {
  readonly part: 'changes'
  readonly summary: string
  readonly text: string
  /** The barcodes of both and what changes, as SVG of our own making; absent where that is too large to draw. */
  readonly svg?: string | undefined
}

/** A picture as SVG of our own making. */
export interface PicturePart {
  readonly part: 'picture'
  readonly name: PictureKind
  /** Empty where there is none. */
  readonly svg: string
  /** Why there is none. */
  readonly why?: string | undefined
  /** Of a plane: the calls that have one, and the call of this one. */
  readonly planes?: readonly string[] | undefined
  readonly plane?: string | undefined
}

/** The text is wrong, or cannot become a filter. */
export interface FaultPart {
  readonly part: 'fault'
  readonly notes: readonly Note[]
  /** The part of the answer that is missing. */
  readonly of: 'filter' | 'findings' | 'meaning' | 'passes' | 'changes' | 'picture'
}

/** The answer is complete. */
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

/** What a call gets. */
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

/** Whole texts that go on from what is typed, and what the call takes. */
export interface CompletionAnswer {
  readonly kind: 'completion'
  readonly id: number
  readonly texts: readonly string[]
  readonly usage: string
}

/** Words by the place in a profile where they stand. */
export interface WordsAnswer {
  readonly kind: 'words'
  readonly id: number
  readonly words: Readonly<Record<string, readonly string[]>>
  readonly abis: readonly string[]
}

/** What the Worker answers. */
export type WorkerAnswer =
  | { readonly kind: 'filter'; readonly id: number; readonly answer: AnswerPart }
  | { readonly kind: 'view'; readonly id: number; readonly answer: AnswerPart }
  | CallAnswer
  | CompletionAnswer
  | WordsAnswer
