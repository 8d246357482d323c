/* Recognises a unit of systemd, or lines of one, for a command that gets a file. */

import { expectText } from '@seccompile/shape'

const SETTING = /^\ufeff?[ \t]*SystemCall(?:Filter|Log|Architectures|ErrorNumber)[ \t]*=/m
const SECTION = /^\ufeff?[ \t]*\[(?:Unit|Service|Socket|Mount|Swap|Install)\][ \t]*$/m

/**
 * Whether `text` is a unit: it has the header of a section, or a line by which systemd filters system calls. The
 * check is cheap.
 * @throws TypeError where `text` is no text
 */
export function isSystemd(text: string): boolean {
  expectText(text, 'text')
  const start = text.slice(0, 262_144)
  return SETTING.test(start) || SECTION.test(start)
}
