export { argumentNames } from './names/argument-names.ts'
export type { ArgumentNames, NamedValue } from './names/argument-names.ts'
export { callNames, EVERY_CALL, plainNumber } from './names/call-names.ts'
export type { CallNames } from './names/call-names.ts'
export { callTables } from './names/call-tables.ts'
export type { CallTables, FoundCall } from './names/call-tables.ts'
export { constantNames } from './names/constant-names.ts'
export { hasArguments, loadArgumentNames, readsArguments } from './names/load-names.ts'
export type { RawOption } from './names/load-names.ts'
export { verdictAt, verdictFacts } from './names/verdict-at.ts'
export type { VerdictFacts, VerdictPlace } from './names/verdict-at.ts'
export { unknownName } from './names/unknown-name.ts'
export { parseInteger, parseNumber } from './calls/call-number.ts'
export { parseTests } from './calls/argument-tests.ts'
export type { TypedCall } from './calls/call-arguments.ts'
export { isPattern, namesLike, noneLike } from './calls/call-pattern.ts'
export { callWords, MAX_CALL, typedCallData } from './calls/typed-call.ts'
export type { CallWords, TypedCallData } from './calls/typed-call.ts'
export { callJson, callOnAbis, callText } from './calls/call-facts.ts'
export type { AbiCall } from './calls/call-facts.ts'
export { groupFacts, groupsText, groupText } from './calls/group-text.ts'
export type { CallGroup } from './calls/group-text.ts'
export { listingLines, listingOptions, statementsOf, tracePath, traceText } from './programs/listing.ts'
export type { ListingNames } from './programs/listing.ts'
export { irText } from './programs/ir-text.ts'
export { otherAbis, otherAbisLine } from './programs/other-abis.ts'
export type { OtherAbi } from './programs/other-abis.ts'
export {
  archParts,
  archText,
  byMainAbi,
  conditionFacts,
  conditionText,
  fewCalls,
  NO_ARCH,
  numberFacts,
  SHOWN,
  shownCalls,
} from './parts/regions.ts'
export type { ConditionedCalls } from './parts/regions.ts'
export { shortMeaning } from './parts/short-meaning.ts'
export type {
  AbiDifference,
  AbiList,
  ArchList,
  CallsAsOn,
  ConditionalCalls,
  ShortMeaning,
  VerdictCalls,
} from './parts/short-meaning.ts'
export type { OutcomeCase } from './parts/abi-meaning.ts'
export type { GroupShare } from './parts/group-shares.ts'
export { shortText } from './parts/short-text.ts'
export { alike, rankOf } from './parts/alike.ts'
export type { CallsPart, Entry, Place } from './parts/alike.ts'
export { waysFacts, waysMarkdown, waysText } from './parts/ways.ts'
export { overDenialFacts, overDenialText } from './parts/over-denials.ts'
export type { DeniedPart } from './parts/over-denials.ts'
export { DIRECTIONS } from './changes/directions.ts'
export type { FilterPair } from './changes/filter-pair.ts'
export { aboutOne, aboutTwo, archesNote, askMainFirst, mainPart } from './changes/question.ts'
export type { SingleQuestion, WithinPart } from './changes/question.ts'
export { changeCounts, countsText } from './changes/change-counts.ts'
export type { ChangeCount } from './changes/change-counts.ts'
export type { ChangeNote } from './changes/change-notes.ts'
export {
  changeReport,
  isEmpty,
  onlyIn,
  reportFacts,
  reportMarkdown,
  reportText,
  summaryText,
} from './changes/change-report.ts'
export type { ChangeReport, EntryFold, ReportNote, ReportOptions } from './changes/change-report.ts'
export { inexpressible, lossFacts } from './changes/inexpressible.ts'
export type { InexpressibleFilter, InexpressibleText, WrittenText } from './changes/inexpressible.ts'
export { callFacts, namedArguments, witnessFacts, witnessText } from './changes/witness.ts'
export type { Witness, WitnessOptions, WitnessText } from './changes/witness.ts'
