import { fstatSync } from 'node:fs'
import { CliError } from '../io/cli-error.ts'
import { FREE } from '../syntax/completion.ts'
import { repeated } from '../syntax/option.ts'
import type { Option } from '../syntax/option.ts'

function isOpen(fd: number): boolean {
  try {
    fstatSync(fd)
    return true
  } catch {
    return false
  }
}

/** @throws CliError for a number that is no descriptor, or one that is not open */
function parseFds(texts: readonly string[], flag: string): readonly number[] {
  return texts.map((text) => {
    const fd = Number(text)
    if (!/^\d+$/.test(text) || fd < 3 || fd > 0x7fff_ffff)
      throw new CliError(
        `${flag}: expected a descriptor number, 3 or more (the command always gets 0, 1 and 2); got "${text}"`,
      )
    if (!isOpen(fd)) throw new CliError(`${flag}: descriptor ${fd} is not open`)
    return fd
  })
}

/** The descriptors that the command gets in addition to 0, 1 and 2. */
export const KEEP_FD: Option<readonly number[] | undefined> = repeated({
  placeholder: 'n',
  brief: 'a descriptor above 2 to keep open for the command; all others above 2 are closed',
  parse: parseFds,
  complete: FREE,
})
