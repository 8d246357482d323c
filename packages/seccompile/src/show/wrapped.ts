/** The most columns of a line. */
const WIDTH = 100

/** `parts` joined by commas, in lines that fit `width`, those after the first indented by `indent`. */
export function wrapped(
  start: string,
  parts: readonly string[],
  indent: string,
  width: number = WIDTH,
): string {
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
