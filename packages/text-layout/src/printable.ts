import { expectText } from '@seccompile/shape'

/**
 * `text` on one line, with the characters escaped that could steer a terminal or change the order of letters. Every
 * name of a file, and every text from a file, a module or the kernel, is printed this way. A line end in the name of
 * a file must not begin a line that looks like an answer, or like a command to a runner of CI (`::warning::`). A leading `::` is
 * escaped too, because the text may begin a line. GitHub
 * also reads `##[warning]` in the middle of a line, and Azure `##vso[task.complete]`, so the second `#` is escaped there.
 * @see github.com/actions/runner, src/Runner.Common/ActionCommand.cs: TryParse()
 */
export function printableLine(text: string): string {
  expectText(text, 'text')
  const steersNot = text.replace(STEERING, (c) => (c === '\n' ? '\\n' : escaped(c)))
  return steersNot.replace(/^(\s*):(?=:)/, String.raw`$1\u003a`)
}

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

const plain = (_key: string, item: unknown): unknown => (typeof item === 'bigint' ? item.toString() : item)

/**
 * `value` as JSON for machines, with a line feed at the end: `indent` spaces deep, or with 0 on one line. A u64 is a decimal text. The
 * characters are escaped that {@link printableLine} escapes. It is the same value: only a text in it has such a character, and there
 * the escape stands for the character.
 */
export function jsonText(value: unknown, indent: 0 | 2 = 2): string {
  const json = JSON.stringify(value, plain, indent)
  return `${json.replace(STEERING, (c) => (c === '\n' ? c : escaped(c)))}\n`
}

const STEERING = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|(?<=#)#(?=\[|vso\[)/gu

/** Whether `text` has a character that {@link printableLine} escapes. */
export function isSteering(text: string): boolean {
  return text.search(STEERING) !== -1
}
