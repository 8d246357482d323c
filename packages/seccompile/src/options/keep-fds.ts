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
        `${flag}: expected the number of a descriptor, 3 or more (the command gets 0 to 2 in any case); got "${text}"`,
      )
    if (!isOpen(fd)) throw new CliError(`${flag}: descriptor ${fd} is not open`)
    return fd
  })
}

/** The descriptors that the command gets in addition to 0, 1 and 2. */
export const KEEP_FD: Option<readonly number[] | undefined> = repeated({
  placeholder: 'n',
  brief: 'a descriptor past 2 that the command gets; it gets no others',
  parse: parseFds,
  complete: FREE,
})
