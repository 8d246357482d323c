export { attacksSection } from './attacks.ts'
export { changeBlocks, changeSummary, differenceSection } from './difference.ts'
export type { DifferenceResult } from './difference.ts'
export { differencePage } from './difference-page.ts'
export { reportDocument } from './document.ts'
export {
  costSection,
  findingsSection,
  meaningSection,
  programsOf,
  proofSection,
  sizesSection,
} from './gather.ts'
export type { Digest, FilterPrograms, SectionResult } from './gather.ts'
export { glance } from './glance.ts'
export type { Glance } from './glance.ts'
export { GRADE_RULE, gradeOf } from './grade.ts'
export type { Grade, Openness } from './grade.ts'
export { reportPage } from './page.ts'
export { withPictures } from './pictures.ts'
export type { WantedPicture } from './pictures.ts'
export { code } from './report.ts'
export type {
  ReportBlock,
  ReportCell,
  Code,
  Folded,
  Mark,
  Report,
  ReportPiece,
  ReportSection,
  ReportTone,
  VerdictMark,
} from './report.ts'
export type { Markup } from './markup.ts'
