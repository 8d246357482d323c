/*
 * A session: commands as a person types them, each with its answer below.
 *
 *   # A profile that is not there.          for people
 *   $ seccompile verify nowhere.json        a command, see shell.ts
 *   ! error: nowhere.json: cannot be …      a line on standard error
 *   = 2                                     the exit status, where it is not 0
 *
 *   $ cat > two.hex
 *   < 06 00 00 00                           a line for the command's standard input
 *
 * A line of standard output begins with `|`. Bytes that are no text are shown as hexadecimal digits behind `&`, one
 * instruction a line. The first character tells the kind of a line, so no output can be taken for a command. Lines of
 * both streams are in the order in which they were printed.
 *
 * Running a session yields its text with new answers. The test compares this text with the file, and blessing writes it.
 */

/** A command, and the lines of its standard input. */
export interface SessionCommand {
  readonly kind: 'command'
  readonly command: string
  readonly input: readonly string[]
}

/** A line that is kept unchanged: a remark, or an empty line. */
export interface SessionRemark {
  readonly kind: 'remark'
  readonly line: string
}

/** The parts of a session without the answers. */
export type SessionPart = SessionCommand | SessionRemark

/** A piece of the output of a command. */
export interface OutputPiece {
  readonly stream: 'out' | 'err' | 'bytes'
  readonly text: string
}

/** The answer to a command. */
export interface CommandOutput {
  /** In the order of time. `bytes` are in hexadecimal digits. */
  readonly printed: readonly OutputPiece[]
  readonly status: number
}

const ANSWERS = ['|', '!', '&', '=', '\\']

/**
 * The parts of the session in `text`; answers are left out.
 * @throws Error for a line of no known kind; the message names `file` and the line
 */
export function parseSession(text: string, file: string): readonly SessionPart[] {
  const parts: SessionPart[] = []
  text
    .trimEnd()
    .split('\n')
    .forEach((line, i) => {
      const [first = ''] = line
      const last = parts.at(-1)
      if (first === '' || first === '#') parts.push({ kind: 'remark', line })
      else if (line.startsWith('$ ')) parts.push({ kind: 'command', command: line.slice(2), input: [] })
      else if (first === '<' && last?.kind === 'command')
        parts[parts.length - 1] = { ...last, input: [...last.input, line.slice(2)] }
      else if (!ANSWERS.includes(first) || last?.kind !== 'command')
        throw new Error(
          `${file}:${i + 1}: expected a remark, a command, its input or its answer; got "${line}"`,
        )
    })
  return parts
}

const MARK = { out: '|', err: '!', bytes: '&' } as const
/** The remark of diff on a last line without a line end. */
const UNFINISHED = '\\ no newline at the end'

/** `line` with its control characters made visible. Colours are control characters too. */
function visible(line: string): string {
  // eslint-disable-next-line no-control-regex
  return line.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, (character) => {
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
  })
}

/** The lines that show `printed`. */
function printedLines(printed: readonly OutputPiece[]): readonly string[] {
  // Neighbouring pieces of one stream are joined, because a program may print a line in pieces.
  const joined: OutputPiece[] = []
  for (const piece of printed) {
    const last = joined.at(-1)
    if (last?.stream === piece.stream) joined[joined.length - 1] = { ...last, text: last.text + piece.text }
    else joined.push(piece)
  }
  return joined.flatMap(({ stream, text }) => {
    if (stream === 'bytes') return (text.match(/.{1,16}/g) ?? []).map((digits) => `& ${digits}`)
    if (text === '') return []
    const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n')
    const shown = lines.map((line) => `${MARK[stream]} ${visible(line)}`.trimEnd())
    return text.endsWith('\n') ? shown : [...shown, UNFINISHED]
  })
}

/** The text of the session of `parts`; `answer` yields the answer to a command. */
export async function playSession(
  parts: readonly SessionPart[],
  answer: (command: SessionCommand) => Promise<CommandOutput>,
): Promise<string> {
  const lines: string[] = []
  for (const part of parts) {
    if (part.kind === 'remark') {
      lines.push(part.line)
      continue
    }
    const { printed, status } = await answer(part)
    lines.push(`$ ${part.command}`, ...part.input.map((line) => `< ${line}`.trimEnd()))
    lines.push(...printedLines(printed), ...(status === 0 ? [] : [`= ${status}`]))
  }
  return `${lines.join('\n')}\n`
}
