export { mergeRanges } from './merge-ranges.ts'
