import { expectList, expectText } from '@seccompile/shape'

/** The width of a line in columns, if the caller gives none. */
const WIDTH = 100

/**
 * The words of `text` in lines of at most `columns`. The first line begins with `start`, the others with `indent`. A
 * word that is longer than a line has a line to itself.
 */
export function wrappedText(start: string, text: string, indent: string, columns: number): string {
  expectText(text, 'text')
  const lines: string[] = []
  let line = start
  let isEmpty = true
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = indent
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line].join('\n')
}

/** `parts` joined by commas, in lines that fit `width`; all lines but the first are indented by `indent`. */
export function wrapped(
  start: string,
  parts: readonly string[],
  indent: string,
  width: number = WIDTH,
): string {
  expectText(start, 'start')
  expectList(parts, 'parts')
  const lines: string[] = []
  let line = start
  parts.forEach((part, i) => {
    const text = i < parts.length - 1 ? `${part},` : part
    if (i > 0 && line.length + 1 + text.length > width) {
      lines.push(line)
      line = `${indent}${text}`
    } else line = line === '' ? text : `${line} ${text}`
  })
  return [...lines, line].join('\n')
}
