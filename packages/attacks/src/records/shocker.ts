import { call } from '@seccompile/routes'
import { clause } from '../parts/clause.ts'
import type { AttackId } from '../record/attack-id.ts'
import type { AttackRecord } from '../record/attack-record.ts'

/** shocker, of 2014. It has no CVE record. */
export const shocker: AttackRecord<AttackId> = {
  id: 'shocker',
  name: 'files by guessed handles',
  summary: 'Root of a container opens any file of the host by guessing its handle.',
  affected: { text: 'every kernel; containers that have the capability, as those of Docker 0.11 had' },
  presumes: 'CAP_DAC_READ_SEARCH, as root in a container',
  needs: clause('opening a file by its handle', [call('open_by_handle_at')]),
  sources: [
    'https://github.com/gabrtv/shocker: shocker.c, with the note of its author',
    'fs/fhandle.c: handle_to_path() of Linux 6.12: asks for CAP_DAC_READ_SEARCH',
  ],
  wrongIf:
    'The container has CAP_SYS_ADMIN and the file system is XFS, whose ioctl XFS_IOC_OPEN_BY_HANDLE does the same. Or a kernel after 6.12 opens files by handle through io_uring.',
}
