/*
 * The shell of sessions, in this process. It runs one command after the other, in one folder for each session.
 *
 * `seccompile` is the command line itself, called as a function: some hundred processes would take longer than all
 * other tests together. `npx seccompile` is a process that runs the last build. It serves the tests of two things that
 * only a process has: a standard input, and modules that Node imports (in this process, vitest imports them). The other
 * commands make input files and show output files. They do the same as in a real shell, so a person can try a session
 * by hand.
 *
 *   NAME=value …       environment; TERMINAL=1 has both streams pretend to be a terminal
 *   'a b' "a b"        one word
 *   … > FILE           standard output to a file; 2> standard error
 *   cat [FILE]         a file, or standard input
 *   cmp FILE FILE      prints nothing where both files are equal, else ends with status 1
 *   grep -E RE FILE    the lines that match RE, of JavaScript; -vE: the other lines; -cE: the number of lines
 *   head -c N FILE     the first bytes, for instance of /dev/zero
 *   ls [FOLDER]        the names of the files, hidden ones too
 *   xxd -p -c 8 FILE   the bytes of a file in hexadecimal digits, an instruction a line; -r -p reads them
 */
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { main } from 'seccompile/main'
import type { CommandOutput, OutputPiece, SessionCommand } from './session.ts'

/** A parsed command. */
export interface ShellCommand {
  readonly words: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** The files for standard output and for standard error. */
  readonly out?: string
  readonly err?: string
}

const WORD = /(?:'[^']*'|"[^"]*"|[^\s'"])+/g

/** The words of `command`. @throws Error where quotes do not match */
export function wordsOf(command: string): ShellCommand {
  if (command.replaceAll(WORD, '').trim() !== '') throw new Error(`quotes do not match in: ${command}`)
  const raw = command.match(WORD) ?? []
  const plain = (word: string): string => word.replaceAll(/'([^']*)'|"([^"]*)"/g, '$1$2')
  const isAssignment = (word: string): boolean => /^[A-Z_]+=/.test(word)
  const first = raw.findIndex((word) => !isAssignment(word))
  const env = raw.slice(0, first).map((word) => plain(word).split('=', 2) as [string, string])
  const rest = raw.slice(first)
  const after = (sign: string): string | undefined => {
    const at = rest.indexOf(sign)
    return at === -1 ? undefined : plain(rest.splice(at, 2)[1] ?? '')
  }
  const [err, out] = [after('2>'), after('>')]
  return {
    words: rest.map(plain),
    env: Object.fromEntries(env),
    ...(out === undefined ? {} : { out }),
    ...(err === undefined ? {} : { err }),
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const fromHex = (digits: string): Buffer => Buffer.from(digits.replaceAll(/\s/g, ''), 'hex')
const bytesAnswer = (bytes: Uint8Array): CommandOutput => ({
  printed: [{ stream: 'bytes', text: hex(bytes) }],
  status: 0,
})
const textAnswer = (text: string): CommandOutput => ({ printed: [{ stream: 'out', text }], status: 0 })

function firstBytes(count: number, file: string): Uint8Array {
  const fd = openSync(file, 'r')
  const bytes = Buffer.alloc(count)
  const read = readSync(fd, bytes)
  closeSync(fd)
  return bytes.subarray(0, read)
}

function matching([option, expression = '', file = '']: readonly string[]): string {
  const regExp = new RegExp(expression)
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  const found = lines.filter((line) => regExp.test(line) !== (option === '-vE'))
  return option === '-cE' ? `${found.length}\n` : found.map((line) => `${line}\n`).join('')
}

/** Runs the last build of the command line as a process. */
function spawned({ words, env }: ShellCommand, input: string): CommandOutput {
  const home = dirname(createRequire(import.meta.url).resolve('seccompile/package.json'))
  if (!existsSync(join(home, 'dist'))) throw new Error('"npx seccompile" is what was built: run "pnpm build"')
  const bin = join(home, 'bin', 'seccompile.js')
  const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...words.slice(2)], { input, env })
  const isText = !stdout.includes(0)
  const err: OutputPiece = { stream: 'err', text: stderr.toString() }
  const out: OutputPiece = isText
    ? { stream: 'out', text: stdout.toString() }
    : { stream: 'bytes', text: hex(stdout) }
  return { printed: [err, out], status: status ?? -1 }
}

async function seccompile({ words, env }: ShellCommand): Promise<CommandOutput> {
  const { TERMINAL: terminal = '', ...others } = env
  const printed: OutputPiece[] = []
  const status = await main(words.slice(1), {
    out: (text) => printed.push({ stream: 'out', text }),
    outBytes: (bytes) => printed.push({ stream: 'bytes', text: hex(bytes) }),
    err: (text) => printed.push({ stream: 'err', text }),
    outIsTerminal: terminal !== '',
    errIsTerminal: terminal !== '',
    env: others,
  })
  return { printed, status }
}

async function answerOf(parsed: ShellCommand, input: string): Promise<CommandOutput> {
  const { words } = parsed
  const [name, ...args] = words
  switch (name) {
    case 'seccompile':
      if (input !== '') throw new Error('"seccompile" has no standard input here; "npx seccompile" has one')
      return seccompile(parsed)
    case 'npx':
      return spawned(parsed, input)
    case 'cat':
      return textAnswer(args[0] === undefined ? input : readFileSync(args[0], 'utf8'))
    case 'cmp':
      return { printed: [], status: hex(readFileSync(args[0]!)) === hex(readFileSync(args[1]!)) ? 0 : 1 }
    case 'grep':
      return textAnswer(matching(args))
    case 'head':
      return bytesAnswer(firstBytes(Number(args[1]), args[2]!))
    case 'ls':
      return textAnswer(
        `${readdirSync(args[0] ?? '.')
          .sort()
          .join('\n')}\n`,
      )
    case 'xxd':
      if (args[0] === '-r') return bytesAnswer(fromHex(input))
      return textAnswer(hex(readFileSync(args.at(-1)!)).replaceAll(/.{1,16}/g, '$&\n'))
    default:
      throw new Error(`no such command: ${words.join(' ')}`)
  }
}

/** Writes the output of one stream to a file, and yields the rest. */
function redirected({ printed, status }: CommandOutput, stream: 'out' | 'err', file: string): CommandOutput {
  const isErr = (piece: OutputPiece): boolean => piece.stream === 'err'
  const moved = printed.filter((piece) => isErr(piece) === (stream === 'err'))
  const bytes = moved.map((piece) =>
    piece.stream === 'bytes' ? fromHex(piece.text) : Buffer.from(piece.text),
  )
  writeFileSync(file, Buffer.concat(bytes))
  return { printed: printed.filter((piece) => !moved.includes(piece)), status }
}

/** Runs one command in the working directory. @throws Error where the session is wrong, not the command line */
export async function runCommand({ command, input }: SessionCommand): Promise<CommandOutput> {
  const parsed = wordsOf(command)
  let answer = await answerOf(parsed, input.map((line) => `${line}\n`).join(''))
  if (parsed.out !== undefined) answer = redirected(answer, 'out', parsed.out)
  if (parsed.err !== undefined) answer = redirected(answer, 'err', parsed.err)
  return answer
}
