/*
 * The text of a module without what stands in strings, comments and regular expressions.
 *
 * Brackets and words can be looked for in the masked text, and have the same offsets in the source. A slash begins a regular
 * expression where a value is expected. What is wrong about this shows when the edited module is read again.
 */

const VALUE_EXPECTED =
  /(?:^|[([{,;:=!&|?+*%~<>^-]|\b(?:return|typeof|case|in|of|new|void|delete|default))\s*$/

/** The offset behind the string that begins at `start`. */
function stringEnd(source: string, start: number): number {
  const quote = source[start]
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1
    else if (source[at] === quote) return at + 1
    else if (source[at] === '\n') return at
  }
  return source.length
}

/** The offset behind the template that begins at `start`; its expressions count as text. */
function templateEnd(source: string, start: number): number {
  let depth = 0
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1
    else if (source[at] === '$' && source[at + 1] === '{') depth += 1
    else if (source[at] === '}' && depth > 0) depth -= 1
    else if (source[at] === '`' && depth === 0) return at + 1
  }
  return source.length
}

/** The offset behind the regular expression that begins at `start`. */
function regexEnd(source: string, start: number): number {
  let isClass = false
  for (let at = start + 1; at < source.length; at += 1) {
    const character = source[at]
    if (character === '\n') return at
    if (character === '\\') at += 1
    else if (character === '[') isClass = true
    else if (character === ']') isClass = false
    else if (character === '/' && !isClass) return at + 1
  }
  return source.length
}

const endOfLine = (source: string, start: number): number => {
  const feed = source.indexOf('\n', start)
  return feed === -1 ? source.length : feed
}

function endOfBlock(source: string, start: number): number {
  const close = source.indexOf('*/', start + 2)
  return close === -1 ? source.length : close + 2
}

/** `source` with the characters of strings as `_`, and of comments and regular expressions as spaces. */
export function maskedSource(source: string): string {
  let masked = ''
  const skip = (end: number, filler: string): void => {
    masked += source.slice(masked.length, end).replaceAll(/[^\n]/g, filler)
  }
  while (masked.length < source.length) {
    const at = masked.length
    const character = source[at]!
    if (character === '"' || character === "'") skip(stringEnd(source, at), '_')
    else if (character === '`') skip(templateEnd(source, at), '_')
    else if (source.startsWith('//', at)) skip(endOfLine(source, at), ' ')
    else if (source.startsWith('/*', at)) skip(endOfBlock(source, at), ' ')
    else if (character === '/' && VALUE_EXPECTED.test(masked.slice(-40))) skip(regexEnd(source, at), ' ')
    else masked += character
  }
  return masked
}
