export { groupNames, groupOf, groups, GROUPS, groupsOf } from './groups.ts'
export type { GroupKey, GroupName } from './group-name.ts'
export type { Group } from './group.ts'
