/* Whether a text is a unit of systemd, or lines of one, for a command that is given a file. */

const SETTING = /^[ \t]*SystemCall(?:Filter|Log|Architectures|ErrorNumber)[ \t]*=/m

/** Whether `text` has a line that filters system calls in systemd. Cheap, and never throws. */
export function isSystemd(text: string): boolean {
  return SETTING.test(text.slice(0, 262_144))
}
