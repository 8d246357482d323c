import type { CrunCommand } from './launch-words.ts'

/** The user and the groups by which the kernel checks this process's access to files. */
export function thisUser(): Pick<CrunCommand, 'uid' | 'gid' | 'additionalGids'> {
  const gid = process.getegid?.() ?? 0
  return {
    uid: process.geteuid?.() ?? 0,
    gid,
    additionalGids: [...new Set(process.getgroups?.())].filter((one) => one !== gid),
  }
}
