import type { CheckedProfile } from './check-profile.ts'
export const recordPage = (_: readonly CheckedProfile[]): string => ''
