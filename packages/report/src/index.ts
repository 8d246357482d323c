export { changeBlocks, changeSummary, differenceSection } from './difference.ts'
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
export type { Digest, FilterPrograms, SectionResult, ReportedFilter } from './gather.ts'
export { reportPage } from './page.ts'
export { withPictures } from './pictures.ts'
export type { WantedPicture } from './pictures.ts'
export { code } from './report.ts'
export type {
  ReportBlock,
  ReportCell,
  Code,
  Mark,
  Report,
  ReportPiece,
  ReportSection,
  ReportTone,
  VerdictMark,
} from './report.ts'
export type { Markup } from './markup.ts'
