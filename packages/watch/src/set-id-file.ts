/* Files that give rights to the programs that run them, and whether a process may have these rights. */
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs'

/** The kind of rights that a file gives. */
export type FileRights = 'set-user-ID' | 'set-group-ID' | 'capabilities'

/** The rights that a file gives, and what tells it from other files. */
export interface RightsOfFile {
  readonly rights: FileRights
  readonly dev: number
  readonly ino: number
  /** The process that is to run it. */
  readonly pid: number
}

// @see include/uapi/linux/stat.h, include/uapi/asm-generic/fcntl.h: Node does not name them
const S_ISUID = 0o4000
const S_ISGID = 0o2000
const O_PATH = 0o10000000

/** The numbers of a line of `/proc/PID/status`. @see proc_pid_status(5) */
function numbersOf(status: string, key: string): readonly number[] {
  const [, text = ''] = new RegExp(`^${key}:\\s*([\\d\\t ]*)$`, 'm').exec(status) ?? []
  return text.split(/\s+/).filter(Boolean).map(Number)
}

/** Whether the mount of a file forbids rights or execution. @see proc_pid_fdinfo(5), proc_pid_mountinfo(5) */
function isRestrictedMount(file: string, tid: number): boolean {
  const fd = openSync(file, O_PATH)
  try {
    const [id] = numbersOf(readFileSync(`/proc/self/fdinfo/${fd}`, 'latin1'), 'mnt_id')
    const mounts = readFileSync(`/proc/${tid}/mountinfo`, 'latin1').split('\n')
    const [, , , , , options = ''] = mounts.find((line) => line.startsWith(`${id} `))?.split(' ') ?? []
    return options.split(',').some((option) => option === 'nosuid' || option === 'noexec')
  } finally {
    closeSync(fd)
  }
}

/**
 * Whether a file is for the kernel to load, and no script; a file that may not be read counts as one. The caller has seen a regular
 * file there; O_NONBLOCK, because the command may have put a FIFO in its place since, whose opening would wait for a writer.
 */
function isElf(file: string): boolean {
  try {
    const fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const magic = Buffer.alloc(4)
      return (
        fstatSync(fd).isFile() && readSync(fd, magic, 0, 4, 0) === 4 && magic.toString('latin1') === '\x7FELF'
      )
    } finally {
      closeSync(fd)
    }
  } catch (error) {
    return (error as { readonly code?: string }).code === 'EACCES'
  }
}

/**
 * The rights that the process of thread `tid` would get by running `file`, were it not for no_new_privs; `undefined` where there
 * are none, or the process may not run the file.
 * @throws where the file or the thread may not be looked at
 * @see fs/exec.c: bprm_fill_uid(); security/commoncap.c: cap_bprm_creds_from_file()
 */
export function rightsOfFile(
  file: string,
  tid: number,
  hasCapabilities: (file: string) => boolean,
): RightsOfFile | undefined {
  const stat = statSync(file)
  if (!stat.isFile()) return undefined // the kernel runs no other
  const { mode, uid, gid, dev, ino } = stat
  const isSetUid = (mode & S_ISUID) !== 0
  const isSetGid = (mode & S_ISGID) !== 0 && (mode & constants.S_IXGRP) !== 0
  const isCapable = hasCapabilities(file)
  if (!isSetUid && !isSetGid && !isCapable) return undefined
  const status = readFileSync(`/proc/${tid}/status`, 'latin1')
  const numbers = (key: string): readonly number[] => numbersOf(status, key)
  const [pid = 0] = numbers('Tgid')
  const [, euid] = numbers('Uid')
  const [, egid] = numbers('Gid')
  const rights =
    isSetUid && uid !== euid
      ? 'set-user-ID'
      : isSetGid && gid !== egid
        ? 'set-group-ID'
        : isCapable && euid !== 0 // root has all capabilities, whatever its file says
          ? 'capabilities'
          : undefined
  const isOfGroup = gid === egid || numbers('Groups').includes(gid)
  const mask = euid === 0 ? 0o111 : uid === euid ? 0o100 : isOfGroup ? 0o010 : 0o001
  const mayRun = (mode & mask) !== 0 && isElf(file) && !isRestrictedMount(file, tid)
  return rights !== undefined && mayRun && numbers('NoNewPrivs')[0] === 1
    ? { rights, dev, ino, pid }
    : undefined
}
