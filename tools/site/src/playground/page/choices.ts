/// <reference lib="dom" />
/* The choices beside the text: pipeline, objective, ABIs and kernel. */
import { OBJECTIVES, PIPELINES } from '../messages.ts'
import type { Choices } from '../messages.ts'
import { el, fill } from './element.ts'
import { EMPTY } from './link-state.ts'

/** The fields of the choices. */
export interface ChoiceFields {
  readonly element: HTMLElement
  readonly chosen: () => Choices
  readonly choose: (choices: Choices) => void
  /** Names the ABIs that a person may write. */
  readonly offerAbis: (names: readonly string[]) => void
}

const field = (id: string, title: string, input: HTMLElement): HTMLElement =>
  el('div', { class: 'pg-field' }, el('label', { for: id }, title), input)

function choice(id: string, words: readonly string[], changed: () => void): HTMLSelectElement {
  return el('select', { id, change: changed }, ...words.map((word) => el('option', { value: word }, word)))
}

/** The fields, which call `changed` when a person changes one. */
export function choiceFields(changed: () => void): ChoiceFields {
  const abis = el('input', {
    type: 'text',
    id: 'pg-abis',
    maxlength: 300,
    placeholder: 'the policy’s',
    list: 'pg-abi-names',
    autocapitalize: 'off',
    spellcheck: 'false',
    input: changed,
  })
  const abiNames = el('datalist', { id: 'pg-abi-names' })
  const kernel = el('input', {
    type: 'text',
    id: 'pg-kernel',
    maxlength: 30,
    placeholder: 'the newest',
    input: changed,
  })
  const objective = choice('pg-objective', OBJECTIVES, changed)
  const pipeline = choice('pg-pipeline', PIPELINES, changed)
  return {
    element: el(
      'div',
      { class: 'pg-fields' },
      field('pg-pipeline', 'Pipeline', pipeline),
      field('pg-objective', 'Objective', objective),
      field('pg-abis', 'ABIs', abis),
      field('pg-kernel', 'Kernel', kernel),
      abiNames,
    ),
    chosen: () => ({
      abis: abis.value,
      kernel: kernel.value,
      objective: OBJECTIVES.find((word) => word === objective.value) ?? EMPTY.objective,
      pipeline: PIPELINES.find((word) => word === pipeline.value) ?? EMPTY.pipeline,
    }),
    choose: (choices) => {
      abis.value = choices.abis
      kernel.value = choices.kernel
      objective.value = choices.objective
      pipeline.value = choices.pipeline
    },
    offerAbis: (names) => fill(abiNames, ...names.map((value) => el('option', { value }))),
  }
}
