/*
 * The reader of JSON that keeps the place of each value, for other files than profiles.
 */
export { parseJson } from './json.ts'
export type { JsonArray, JsonMember, JsonNode, JsonNumber, JsonObject, JsonString, JsonWord } from './json.ts'
export { arrayAt, checkKnownKeys, field, objectAt, requiredField, stringAt } from './read.ts'
