export { parseProfile, profileAbis } from './profile.ts'
export type { ParseProfileOptions, Profile } from './profile.ts'
export { MAX_PROFILE_DEPTH, MAX_PROFILE_LENGTH } from './json.ts'
