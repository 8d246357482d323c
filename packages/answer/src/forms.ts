import type { AnswerForm } from './answer.ts'

/** The form that the ending of a file means, in the order in which messages list the endings. */
export const FORM_OF_ENDING: Readonly<Record<string, AnswerForm>> = {
  svg: 'svg',
  html: 'html',
  htm: 'html',
  md: 'markdown',
  json: 'json',
  sarif: 'sarif',
  txt: 'text',
}
