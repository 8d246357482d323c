import { fstatSync } from 'node:fs'
import { CliError } from '../cli-error.ts'

function isOpen(fd: number): boolean {
  try {
    fstatSync(fd)
    return true
  } catch {
    return false
  }
}

/**
 * The descriptors of `--keep-fd`, as typed.
 * @throws CliError where one is none, or is not open
 */
export function keepFdsOf(texts: readonly string[] = []): readonly number[] {
  return texts.map((text) => {
    const fd = Number(text)
    if (!/^\d+$/.test(text) || fd < 3 || fd > 0x7fff_ffff)
      throw new CliError(
        `--keep-fd: expected the number of a descriptor, 3 or more (the command gets 0 to 2 in any case); got "${text}"`,
      )
    if (!isOpen(fd)) throw new CliError(`--keep-fd: descriptor ${fd} is not open`)
    return fd
  })
}
