/*
 * Sessions in pages for people: blocks marked `console` with commands and their output.
 *
 *   $ seccompile verify filter.bpf        a command; further lines of the command begin with `> `
 *   filter.bpf: 4 instructions, …         its output on both streams; `…` is any text, even of several lines
 *
 * A page has to show a status other than 0, by `echo $?`. All blocks of a page are one session in one folder. A page also
 * shows files. A block is a file if the name of the file is behind the language (`json profile.json`), or in a comment in
 * the first line (`// policy.mjs`). The file is written where the page shows it, between the commands.
 *
 * Playing a page yields the text of the page with new answers. The test compares this text with the file, and blessing
 * writes it.
 */
import { isDeepStrictEqual } from 'node:util'

/** The output of a command, and its status. */
export interface PageAnswer {
  readonly text: string
  readonly status: number
}

const BLOCK = /^```(\w+)(?: ([\w.-]+))?\n([^]*?)^```$/gm
const NAMED = /^(?:\/\/|#) (\S+\.\w+)\n/

/** The commands of a page, in order. */
export function pageCommands(page: string): readonly string[] {
  return [...page.matchAll(BLOCK)].flatMap(([, language, , text = '']) =>
    language === 'console' ? exchanges(text).map(({ command }) => command) : [],
  )
}

interface Exchange {
  /** The lines of the command on the page. */
  readonly typed: readonly string[]
  readonly command: string
  readonly printed: readonly string[]
}

function exchanges(block: string): readonly Exchange[] {
  const found: { typed: string[]; printed: string[] }[] = []
  for (const line of block.trimEnd().split('\n')) {
    const last = found.at(-1)
    if (line.startsWith('$ ')) found.push({ typed: [line], printed: [] })
    else if (last === undefined)
      throw new Error(`a block of a session begins with a command, not with "${line}"`)
    else if (last.printed.length === 0 && line.startsWith('> ')) last.typed.push(line)
    else last.printed.push(line)
  }
  return found.map(({ typed, printed }) => {
    return { typed, printed, command: typed.map((line) => line.slice('$ '.length)).join('\n') }
  })
}

/** Whether `printed` is `shown`, in which `…` stands for any text. */
export function isShown(shown: readonly string[], printed: readonly string[]): boolean {
  if (isDeepStrictEqual(shown, printed)) return true
  const pattern = shown
    .join('\n')
    .split('…')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^]*')
  return new RegExp(`^${pattern}$`).test(printed.join('\n'))
}

/** A note on calls that a signal, or the end of the process, has interrupted: how many they are depends on time. */
const TIMED = /^note: \d+ calls? (?:was|were) interrupted on the way to the watcher/

/** Whether `shown` stays right when a command prints `printed`, which may have a note that depends on time. */
const isStillRight = (shown: readonly string[], printed: readonly string[]): boolean =>
  isShown(shown, printed) ||
  isShown(
    shown,
    printed.filter((line) => !TIMED.test(line)),
  )

/** The place where a page is played. */
export interface Stage {
  /** Writes a file that the page shows. */
  readonly write: (name: string, text: string) => void
  /** Yields the answer to a command, or `undefined` where the command cannot run here. */
  readonly answer: (command: string) => Promise<PageAnswer | undefined>
}

/** The output of `echo $?` after a command that ended with `status`; `undefined` where the command did not run. */
const statusAnswer = (status: number | undefined): PageAnswer | undefined =>
  status === undefined ? undefined : { text: `${status}\n`, status: 0 }

/** The text of `page` with the answers of its commands. An old answer that is right stays as it is. */
export async function playPage(page: string, { write, answer }: Stage): Promise<string> {
  let played = ''
  let end = 0
  for (const block of page.matchAll(BLOCK)) {
    const [, language, title, text = ''] = block
    const name = title ?? NAMED.exec(text)?.[1]
    if (name !== undefined) write(name, text)
    if (language !== 'console') continue
    const lines: string[] = []
    /** The status of the last command; `undefined` where it cannot run here. Then the answer on the page is trusted. */
    let status: number | undefined = 0
    let isTold = true
    for (const { typed, command, printed } of exchanges(text)) {
      const asks = command === 'echo $?'
      if (!asks && !isTold) lines.push('$ echo $?', `${status}`)
      const got: PageAnswer | undefined = asks ? statusAnswer(status) : await answer(command)
      const news = got === undefined || got.text === '' ? [] : got.text.trimEnd().split('\n')
      lines.push(...typed, ...(got === undefined || isStillRight(printed, news) ? printed : news))
      isTold = asks || (got?.status ?? 0) === 0
      status = asks ? 0 : got?.status
    }
    if (!isTold) lines.push('$ echo $?', `${status}`)
    played += `${page.slice(end, block.index)}\`\`\`console\n${lines.join('\n')}\n\`\`\``
    end = block.index + block[0].length
  }
  return played + page.slice(end)
}
