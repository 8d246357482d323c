/*
 * An answer as data: what a question about filters yields, before anybody prints it.
 *
 * A question neither prints nor chooses a form. So the command, a test matcher, an action and a page ask the same function,
 * and each shows the answer in its own way. A form is made when it is asked for: the text of a witness needs no picture.
 */

/** By style, the function that yields a text in the style. Where a stream has no colours, each yields its text. */
export type Paint = Readonly<
  Record<'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'magenta' | 'cyan', (text: string) => string>
>

/** A {@link Paint} without colours. */
export const PLAIN: Paint = {
  bold: (text) => text,
  dim: (text) => text,
  red: (text) => text,
  green: (text) => text,
  yellow: (text) => text,
  magenta: (text) => text,
  cyan: (text) => text,
}

/**
 * What an answer says in one word. `done`: the question has no yes and no. `undecided`: a bound of the prover was reached, which
 * no caller takes for a yes. `bad-input`: a part of what was asked about cannot be read.
 */
export type AnswerStatus = 'done' | 'yes' | 'no' | 'undecided' | 'bad-input'

/** A warning about a policy that was read. */
export interface AnswerWarning {
  readonly message: string
  /** The name of the kind of the warning; absent where a command warns. */
  readonly name?: string
  /** The message in fewer words. */
  readonly brief?: string
  readonly severity?: 'high' | 'medium' | 'low'
  /** Whether the warning is only a fact, and no mistake. */
  readonly isNote?: boolean
}

/** A line that follows the text of an answer, such as the reason of a no. */
export interface AnswerRemark {
  /** The first words, such as `not decided`. */
  readonly label: string
  /** A `fault` is the reason of a no or of an error, a `doubt` something that is not decided or may be a mistake; a `fact` explains. */
  readonly kind: 'fault' | 'doubt' | 'fact'
  readonly text: string
  /** Whether the facts lack it, so that it stands beside the answer for machines too. */
  readonly isBesideFacts?: boolean
}

/** A form that takes time to make is a promise. */
type Made<Form> = Form | Promise<Form>

/** The forms of an answer that is not text and not JSON, each made when it is asked for. */
export type FurtherForm = 'markdown' | 'html' | 'svg' | 'dot' | 'mermaid' | 'sarif'

/** The name of a form of an answer. */
export type AnswerForm = 'text' | 'json' | FurtherForm

/** What a question yields. */
export interface Answer {
  readonly status: AnswerStatus
  /**
   * The answer for people in lines of at most `columns` characters where it wraps, with a line feed at its end; absent where
   * {@link remarks} or {@link forms} say all.
   */
  readonly text?: (paint: Paint, columns: number) => Made<string>
  /** The answer for machines: plain data, in which a u64 is a `bigint`; absent of a picture or a page, which {@link forms} has. */
  readonly facts?: () => Made<unknown>
  readonly forms?: Readonly<Partial<Record<FurtherForm, () => Made<string>>>>
  /** The answer in a few words, for the line that names the file it went to. */
  readonly inShort?: string
  /** The warnings about each policy. */
  readonly warnings?: readonly (readonly AnswerWarning[])[]
  /** Facts that may explain the answer. */
  readonly notes?: readonly string[]
  /** Lines that follow the text. */
  readonly remarks?: readonly AnswerRemark[]
}

/** The remark that `text` may explain the answer. */
export const note = (text: string): AnswerRemark => ({ label: 'note', kind: 'fact', text })

/** The remark that a bound of the prover was reached, for `reason`. */
export const notDecided = (reason: string): AnswerRemark => ({
  label: 'not decided',
  kind: 'doubt',
  text: reason,
})

/** The warnings and notes of the filters that an answer is about. */
export type AnswerContext = Pick<Answer, 'warnings' | 'notes'>

/** The answer to a question that the prover cannot decide within its bounds, for `reason`. */
export function undecided(reason: string, context: AnswerContext = {}): Answer {
  return {
    ...context,
    status: 'undecided',
    facts: () => ({ answer: 'undecided', reason }),
    remarks: [notDecided(reason)],
  }
}
