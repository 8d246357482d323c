import type { AnswerForm } from './answer.ts'

/** The form that the ending of a file means, in the order in which messages list the endings. */
export const FORM_OF_ENDING: Readonly<Record<string, AnswerForm>> = {
  svg: 'svg',
  dot: 'dot',
  gv: 'dot',
  mmd: 'mermaid',
  mermaid: 'mermaid',
  html: 'html',
  htm: 'html',
  md: 'markdown',
  markdown: 'markdown',
  json: 'json',
  sarif: 'sarif',
  txt: 'text',
}
