/*
 * Lays out source text as prettier does: on one line where it fits, else one part a line.
 *
 * Only the forms that a policy needs are here: calls, objects, and an arrow function as the last part of a call. A comment
 * beside a part puts each part on a line of its own.
 */

/** A part of source text, with a comment beside it. */
interface CodePart {
  readonly code: CodeTree
  readonly beside?: string | undefined
}

/** `open`, the parts with commas between them, and `close`. */
interface PartedCode {
  readonly open: string
  readonly parts: readonly CodePart[]
  readonly close: string
  /** What stands inside `open` and `close` where all is on one line. */
  readonly pad?: ' '
}

/** An arrow function without a block. */
interface ArrowCode {
  readonly arrow: string
  readonly body: CodeTree
}

/** Source text that can be laid out. */
export type CodeTree = string | PartedCode | ArrowCode

/** `open(…)`, with `parts` between. */
export function parted(open: string, parts: readonly CodeTree[], close = ')'): PartedCode {
  return { open, parts: parts.map((code) => ({ code })), close }
}

/** A comment to the end of the line. A line separator in `text` would end it early. */
export const lineComment = (text: string): string =>
  `// ${text.replace(/[\n\r\u2028\u2029]/g, ' ')}`.trimEnd()

/** `code` on one line; `undefined` where it has comments. */
function onOneLine(code: CodeTree): string | undefined {
  if (typeof code === 'string') return code
  if ('arrow' in code) {
    const body = onOneLine(code.body)
    return body === undefined ? undefined : `${code.arrow} => ${body}`
  }
  const parts = code.parts.map((part) => (part.beside === undefined ? onOneLine(part.code) : undefined))
  if (parts.includes(undefined)) return undefined
  const pad = code.pad ?? ''
  return `${code.open}${pad}${parts.join(', ')}${pad}${code.close}`
}

/**
 * `code` in lines of at most `width` characters where they can be broken.
 * @param indent - the spaces before the code, which are not in the text
 * @param after - how many characters stand behind the code on its last line
 */
export function laidOut(code: CodeTree, width: number, indent: number, after = 0): string {
  const flat = onOneLine(code)
  if (typeof code === 'string') return code
  if (flat !== undefined && indent + flat.length + after <= width) return flat
  const inner = indent + 2
  const [margin, end] = [`\n${' '.repeat(inner)}`, `\n${' '.repeat(indent)}`]
  if ('arrow' in code) return `${code.arrow} =>${margin}${laidOut(code.body, width, inner, 1)}`
  const last = code.parts.at(-1)?.code
  if (typeof last === 'object' && 'arrow' in last && code.parts.every(({ beside }) => beside === undefined)) {
    const before = code.parts.slice(0, -1).map((part) => `${onOneLine(part.code) ?? ''}, `)
    const body = laidOut(last.body, width, inner, 1)
    return `${code.open}${before.join('')}${last.arrow} =>${margin}${body},${end}${code.close}`
  }
  const lines = code.parts.map(
    (part) =>
      `${margin}${laidOut(part.code, width, inner, 1)},${part.beside === undefined ? '' : ` ${lineComment(part.beside)}`}`,
  )
  return `${code.open}${lines.join('')}${end}${code.close}`
}
