/* Text of others, such as the name of a file, in Markdown: it stays text. */

/** Control characters, and characters that change the order of letters. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

const visible = (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`

/** `text` on one line, with characters visible that a reader would not see. */
const oneLine = (text) => text.replaceAll(UNSEEN, visible)

/** Lines of text as a code block. Back quotes in the text cannot end the block. */
export function block(text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text.trimEnd()}\n${fence}\n`
}

/** A name as a Markdown code span on one line. No character of the name can end the span. */
export const code = (name) => `\`${oneLine(name).replaceAll('`', "'")}\``

/** `text` without its first heading: the report has its own. */
export const withoutTitle = (text) => text.replace(/^# .*\n+/, '')

/**
 * Rows of words in columns, as lines of text.
 * @param {readonly (readonly string[])[]} rows
 * @returns {string}
 */
export function columns(rows) {
  const plain = rows.map((row) => row.map(oneLine))
  const widths = plain[0].map((_, at) => Math.max(...plain.map((row) => row[at].length)))
  return plain
    .map(
      (row) =>
        `${row
          .map((word, at) => word.padEnd(widths[at]))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

/** The first line of a code block, with its back quotes. */
const FENCE = /^(`{3,})/

/**
 * The first lines of a Markdown text, in at most `most` bytes. A last line says what is left out. A code block is closed where it is
 * cut, so that no later text is in it.
 * @param {string} text
 * @param {number} most
 * @returns {string}
 */
export function cut(text, most) {
  if (Buffer.byteLength(text) <= most) return text
  const lines = text.trimEnd().split('\n')
  let bytes = 0
  let fence
  let count = 0
  for (const line of lines) {
    const open = fence === undefined ? FENCE.exec(line)?.[1] : line === fence ? undefined : fence
    bytes += Buffer.byteLength(line) + 1
    // The end of an open block needs room too.
    if (bytes + (open?.length ?? 0) > most) break
    fence = open
    count++
  }
  const end = fence === undefined ? '' : `${fence}\n`
  return `${lines.slice(0, count).join('\n')}\n${end}\nlines that are not shown: ${lines.length - count}\n`
}
