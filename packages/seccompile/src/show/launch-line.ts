/* The line of a shell that starts a command under a filter, by a launcher of another project. */
import { BWRAP_SAME_ROOT, bwrapArgs, crunArgs, hasOwnOptions, setprivArgs } from '@seccompile/kernel'
import type { OtherLauncherName } from '@seccompile/kernel'
import { shellLine, shellWord } from '@seccompile/text-layout'

/** The first and the last descriptor for a filter. Every shell can name descriptors of one digit. */
const [FIRST_FD, LAST_FD] = [3, 9]

/** The most filters that a line can hand to bwrap. */
export const MAX_LINE_FILTERS: number = LAST_FD - FIRST_FD + 1

/** The line of a POSIX shell that starts `words` under the filters in `files`. */
export function launchLine(
  launcher: OtherLauncherName,
  files: readonly string[],
  words: readonly string[],
): string {
  const isOwn = hasOwnOptions(words)
  const before = isOwn ? [] : ['--']
  if (launcher === 'setpriv')
    return shellLine(['setpriv', ...setprivArgs({ file: files[0]! }), ...before, ...words])
  if (launcher === 'crun') {
    // The shell puts its process id into the name: two containers at once need two names.
    const args = crunArgs({ file: files[0]!, id: '' }).slice(0, -1)
    return `${shellLine(['crun', ...args])} "seccompile-$$"`
  }
  const fds = files.map((_, index) => index + FIRST_FD)
  const args = [...(isOwn ? [] : BWRAP_SAME_ROOT), ...bwrapArgs({ fds }), ...before, ...words]
  return `${shellLine(['bwrap', ...args])} ${files.map((file, index) => `${fds[index]}<${shellWord(file)}`).join(' ')}`
}
