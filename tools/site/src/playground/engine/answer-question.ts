/*
 * The answers to questions, in parts. This module knows nothing of Workers: `post` takes the answers, and `pause` lets newer
 * questions in.
 */
import { compile } from '@seccompile/compiler'
import type {
  AnswerPart,
  FilterQuestion,
  PageQuestion,
  PipelineChoice,
  ViewQuestion,
  WorkerAnswer,
} from '../messages.ts'
import { OPTIMISED, PICTURES, PIPELINES } from '../messages.ts'
import type { ShownFilter } from './shown-filter.ts'
import { findingsOf } from './findings.ts'
import { withConstants } from './loaded-constants.ts'
import { measured } from './filter-part.ts'
import type { MadeFilter } from './filter-part.ts'
import { makeFilter, passesOf } from './make-filter.ts'
import { meaningText } from './meaning.ts'
import { faultNote } from './notes.ts'
import type { PictureSource } from './picture.ts'
import { profileWords } from './profile-words.ts'
import { presetOf } from './read-text.ts'
import { callAnswer, completionOf } from './typed-call.ts'

/** The functions that answers need from their Worker or test. */
export interface Surroundings {
  readonly post: (answer: WorkerAnswer) => void
  /** Lets other questions in. */
  readonly pause: () => Promise<void>
  readonly now: () => number
}

const NOTHING = 'there is no filter yet'

/** One part of an answer, or the fault that prevents it. */
async function tried(
  of: Extract<AnswerPart, { part: 'fault' }>['of'],
  make: () => AnswerPart | Promise<AnswerPart>,
): Promise<AnswerPart> {
  try {
    return await withConstants(make)
  } catch (error) {
    return { part: 'fault', of, notes: [faultNote(error)] }
  }
}

/** The filters that the table compares with the chosen one. */
function* rivals({ pipeline }: FilterQuestion, { subject }: MadeFilter): Generator<AnswerPart> {
  const others = subject.filter.policy === undefined ? [] : PIPELINES
  for (const name of others) yield rival(name, name === pipeline, subject)
}

function rival(name: PipelineChoice, isChosen: boolean, subject: ShownFilter): AnswerPart {
  const { filter, how } = subject
  if (filter.policy === undefined || isChosen)
    return { part: 'rival', name, isChosen, ...measured(subject.program, subject) }
  try {
    const options = { ...filter.target, ...how, pipeline: passesOf(name), prove: false }
    return { part: 'rival', name, isChosen, ...measured(compile(filter.policy, options).program, subject) }
  } catch (error) {
    return { part: 'rival', name, isChosen, why: faultNote(error).message }
  }
}

/** Answers questions, and keeps the filter of the last question. */
export class QuestionAnswerer {
  readonly #surroundings: Surroundings
  #subject: ShownFilter | undefined
  #question: FilterQuestion | undefined
  #viewed: ViewQuestion | undefined
  /** Settles with the end of the answer to the last filter question. */
  #making: Promise<void> = Promise.resolve()

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings
  }

  /** Answers `question`. A text without a filter leaves the last filter in place, for calls and views. */
  async answer(question: PageQuestion): Promise<void> {
    const { post } = this.#surroundings
    const subject = this.#subject
    switch (question.kind) {
      case 'filter':
        this.#making = this.#filter(question)
        return this.#making
      case 'view': {
        this.#viewed = question
        const { id } = question
        const answer = await this.#view(question)
        if (answer !== undefined) post({ kind: 'view', id, answer })
        return
      }
      case 'words':
        post(profileWords(question.id))
        return
      case 'source': {
        const { kind, id, preset } = question
        const { policySource } = await import('./policy-writer.ts')
        post({ kind, id, preset, text: policySource(await presetOf(preset)) })
        return
      }
      case 'call':
        if (subject === undefined) post({ kind: 'call', id: question.id, fault: NOTHING })
        else post(await withConstants(() => callAnswer(question.id, question.call, subject)))
        return
      case 'completion':
        if (subject === undefined) post({ kind: 'completion', id: question.id, texts: [], usage: '' })
        else post(await withConstants(() => completionOf(question.id, question.call, subject)))
    }
  }

  async #filter(question: FilterQuestion): Promise<void> {
    const { post, pause, now } = this.#surroundings
    const begun = now()
    this.#question = question
    await pause()
    for await (const part of this.#parts(question)) {
      if (this.#question !== question) return
      post({
        kind: 'filter',
        id: question.id,
        answer: part.part === 'filter' ? { ...part, ms: now() - begun } : part,
      })
      await pause()
      if (this.#question !== question) return
    }
    post({ kind: 'filter', id: question.id, answer: { part: 'end', ms: now() - begun } })
  }

  async *#parts(question: FilterQuestion): AsyncGenerator<AnswerPart> {
    let made: MadeFilter
    try {
      made = await makeFilter(question, question)
    } catch (error) {
      yield { part: 'fault', of: 'filter', notes: [faultNote(error)] }
      return
    }
    this.#subject = made.subject
    yield made.part
    const { subject } = made
    if (question.isForPictures === true) {
      if (!made.part.isPolicy) yield* this.#better(question, made)
      return
    }
    yield await tried('findings', () => findingsOf(subject))
    yield await tried('meaning', () => meaningText(subject))
    if (!made.part.isPolicy) yield* this.#better(question, made)
    else yield* rivals(question, made)
  }

  /** The optimised form of a raw filter, and the rows of both forms in the table. */
  async *#better({ pipeline, isForPictures }: FilterQuestion, given: MadeFilter): AsyncGenerator<AnswerPart> {
    const { optimised } = await import('./optimised.ts')
    const isKept = !OPTIMISED.some((goal) => goal === pipeline)
    yield {
      part: 'rival',
      name: 'as given',
      isChosen: isKept,
      ...measured(given.subject.program, given.subject),
    }
    for (const goal of OPTIMISED) {
      if (isForPictures === true && goal !== pipeline) continue // only the chosen pipeline is drawn
      try {
        const better = await withConstants(() => optimised(given, goal))
        if (typeof better === 'string') {
          yield { part: 'rival', name: goal, isChosen: false, why: better }
          continue
        }
        const isChosen = goal === pipeline
        if (isChosen) {
          this.#subject = better.subject
          yield better.part
        }
        yield { part: 'rival', name: goal, isChosen, ...measured(better.subject.program, better.subject) }
      } catch (error) {
        yield { part: 'rival', name: goal, isChosen: false, why: faultNote(error).message }
      }
    }
  }

  /** Waits until no filter is being made. */
  async #made(): Promise<void> {
    for (let making; making !== this.#making;) {
      making = this.#making
      await making
    }
  }

  /** The answer to `question`; `undefined` where a newer question replaces it. */
  async #view(question: ViewQuestion): Promise<AnswerPart | undefined> {
    const { view } = question
    const asked = this.#question
    const isOld = (): boolean => this.#viewed !== question || this.#question !== asked
    await this.#made()
    if (isOld()) return undefined
    const subject = this.#subject
    if (subject === undefined || asked === undefined)
      return { part: 'fault', of: view, notes: [{ severity: 'error', message: NOTHING }] }
    const pause = async (): Promise<void> => {
      await this.#surroundings.pause()
      if (isOld()) throw new Error('a newer question was asked')
    }
    const part = await tried(view, () => viewPart(question, asked, { subject, pause, width: question.width }))
    return isOld() ? undefined : part
  }
}

/** The view that `question` requests of the filter in `source`; `asked` is the question that made this filter. */
async function viewPart(
  { view, other, typed, ...question }: ViewQuestion,
  asked: FilterQuestion,
  source: PictureSource,
): Promise<AnswerPart> {
  const { subject, pause } = source
  switch (view) {
    case 'passes': {
      const { passDumps } = await import('./pass-dumps.ts')
      return passDumps(subject)
    }
    case 'picture': {
      const { pictureOf } = await import('./picture.ts')
      const kind = PICTURES.find((each) => each === other) ?? 'tree'
      return pictureOf(kind, { ...question, view, other }, source)
    }
    case 'changes': {
      const { subject: right } = await makeFilter({ text: other, typed }, asked)
      await pause()
      const { changesText } = await import('./changes.ts')
      const part = changesText(subject, right)
      if (part.text === '') return part
      const { differencePicture } = await import('./picture.ts')
      return { ...part, svg: await differencePicture(right, source) }
    }
  }
}
