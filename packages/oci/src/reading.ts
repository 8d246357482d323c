/*
 * For readers of other notations: the reader of JSON that keeps the place of each value, and the reader of a profile
 * in a tree. For writers: a profile with other entries for some calls.
 */
export { parseJson } from './json.ts'
export type { JsonArray, JsonMember, JsonNode, JsonNumber, JsonObject, JsonString, JsonWord } from './json.ts'
export { readProfile } from './profile.ts'
export { withEntries } from './edited-entries.ts'
export { jsonText } from './json-text.ts'
export type { JsonData } from './json-text.ts'
export {
  arrayAt,
  checkKnownKeys,
  field,
  warningsOfIgnoredKeys,
  integerAt,
  objectAt,
  requiredField,
  stringAt,
  unknownWord,
} from './read.ts'
export { wordOfAction, wordOfOperator } from './words.ts'
