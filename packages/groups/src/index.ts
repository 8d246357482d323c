export type { Group } from './group.ts'
