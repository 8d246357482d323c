/** Why a file or a folder cannot be read or written, in few words: of what `node:fs` throws, or another error. */
export function reason(error: unknown): string {
  const { code, message } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : { message: String(error) }
  switch (code) {
    case 'ENOENT':
      return 'no such file'
    case 'EACCES':
    case 'EPERM':
      return 'permission denied'
    case 'EISDIR':
      return 'it is a folder'
    case 'ENOTDIR':
      return 'a part of its path is not a folder'
    case 'EEXIST':
      return 'there is a file of that name'
    case 'ENOSPC':
      return 'no space left on the disk'
    case 'EROFS':
      return 'the file system is read-only'
    case 'ERR_INVALID_ARG_VALUE':
      return 'a path holds no NUL bytes'
    default:
      return message
  }
}
