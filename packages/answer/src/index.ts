export { note, notDecided, PLAIN, undecided } from './answer.ts'
export type {
  Answer,
  AnswerContext,
  AnswerForm,
  AnswerRemark,
  AnswerStatus,
  AnswerWarning,
  FurtherForm,
  Paint,
} from './answer.ts'
export { FORM_OF_ENDING } from './forms.ts'
