import type { CrunCommand } from './launch-words.ts'

/** The user and the groups of this process, as files are accessed by them. */
export function thisUser(): Pick<CrunCommand, 'uid' | 'gid' | 'additionalGids'> {
  const gid = process.getegid?.() ?? 0
  return {
    uid: process.geteuid?.() ?? 0,
    gid,
    additionalGids: [...new Set(process.getgroups?.())].filter((one) => one !== gid),
  }
}
