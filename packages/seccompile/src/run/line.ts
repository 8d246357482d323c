/*
 * `seccompile run FILE -- COMMAND` without the rest of the command line.
 *
 * Node reads the whole program in several times the time of its own start, and a command under a filter is often short.
 * So this file handles the plain case alone: raw files, a command that exists, and a filter that lets the command
 * start. All other cases (a profile, a report, an error) go to `commands/run.ts`, which also prints the errors.
 */
import { existsSync, readFileSync, statSync, writeSync } from 'node:fs'
import {
  execUnder,
  findCommand,
  flagBits,
  forbiddenCall,
  machineEndianness,
  nativeAbi,
} from '@seccompile/kernel/exec'
import type { AttachFlags, ExecFailure, FoundCommand } from '@seccompile/kernel/exec'
import { printableLine } from '../show/printable.ts'
import { RUN_EXIT, RUN_FLAGS } from './interface.ts'

export { stdioFlags } from '@seccompile/kernel/exec'

/** A plain command line of `run`. */
interface PlainRun {
  readonly argument: string
  readonly flags: AttachFlags
  readonly command: readonly string[]
}

const flagOf = (text: string): 'log' | 'specAllow' | undefined =>
  Object.hasOwn(RUN_FLAGS, text) ? RUN_FLAGS[text]?.flag : undefined

/** The words after `run` as a plain command line; `undefined` where they are none. */
export function plainRun(args: readonly string[]): PlainRun | undefined {
  const end = args.indexOf('--')
  if (end < 0) return undefined
  const options = args.slice(0, end)
  const named = options.filter((text) => flagOf(text) === undefined)
  const [argument, ...more] = named
  const command = args.slice(end + 1)
  if (argument === undefined || argument.startsWith('-') || more.length > 0 || command.length === 0)
    return undefined
  const flags = options.reduce<AttachFlags>((all, text) => {
    const flag = flagOf(text)
    return flag === undefined ? all : { ...all, [flag]: true }
  }, {})
  return { argument, flags, command }
}

/** The bytes of the raw filter in `file`; `undefined` for a file that may be something else. */
function rawFilter(file: string): Uint8Array | undefined {
  const facts = statSync(file, { throwIfNoEntry: false })
  if (facts?.isFile() !== true || facts.size === 0 || facts.size % 8 !== 0 || facts.size > 4096 * 8)
    return undefined
  const bytes = readFileSync(file)
  const upper = machineEndianness() === 'little' ? 1 : 0
  // The upper byte of every `code` is zero; text holds no zero byte.
  return bytes.every((byte, at) => at % 8 !== upper || byte === 0) ? bytes : undefined
}

/** `words`, the last words of this process's command line, as bytes. Node's strings lose bytes that are not UTF-8. */
export function rawWords(words: readonly string[]): readonly Uint8Array[] {
  try {
    const all = readFileSync('/proc/self/cmdline')
    const raw: Buffer[] = []
    for (let from = 0; from < all.length;) {
      const to = all.indexOf(0, from)
      raw.push(all.subarray(from, to))
      from = to + 1
    }
    const last = raw.slice(-words.length)
    if (last.length === words.length && last.every((bytes, index) => bytes.toString() === words[index]))
      return last
  } catch {
    // Without /proc, the strings of Node have to do.
  }
  return words.map((word) => Buffer.from(word))
}

/** The file of the command `words`, searched as a shell does, with its arguments. */
export function execCommand(words: readonly string[]): FoundCommand & { args: readonly Uint8Array[] } {
  const args = rawWords(words)
  return { ...findCommand(args[0] ?? Buffer.alloc(0), process.env['PATH']), args }
}

function sayAnyway(text: string): void {
  try {
    writeSync(2, `error: ${printableLine(text)}\n`)
  } catch {
    // Standard error is closed, or the filter refuses write.
  }
}

/** Ends the process after an `execve` that failed under the filter, with a message if the filter allows `write`. */
export function endAfterExec({ errno, message, mayWrite, exit }: ExecFailure): never {
  if (mayWrite) sayAnyway(message)
  return exit(errno === 'ENOENT' ? RUN_EXIT.notFound : RUN_EXIT.notExecutable)
}

/**
 * Replaces this process by the command, where the words after `run` are plain.
 * @returns the exit status where this failed; `undefined` where nothing was done
 */
export async function runPlain(
  args: readonly string[],
  stdio: readonly (number | undefined)[],
): Promise<number | undefined> {
  const line = plainRun(args)
  if (line === undefined) return undefined
  let attaching = false
  try {
    const names = existsSync(line.argument) ? [line.argument] : line.argument.split(',')
    const filters = names.map(rawFilter).filter((one) => one !== undefined)
    if (filters.length < names.length || forbiddenCall(filters, nativeAbi(), ['execve']) !== undefined)
      return undefined
    const found = execCommand(line.command)
    if (found.kind !== 'found') return undefined
    if (filters.length > 1) {
      // An attached filter stays. So all are verified before the first is attached.
      const { decode } = await import('@seccompile/cbpf/decode')
      const { verify } = await import('@seccompile/cbpf/verify')
      const order = machineEndianness()
      if (filters.some((bytes) => verify(decode(bytes, order)).length > 0)) return undefined
      attaching = true
    }
    const flags = flagBits(line.flags)
    return endAfterExec(execUnder(filters, found, { flags, stdio }))
  } catch (error) {
    // Without koffi no filter was attached, and another launcher may work.
    const isNoLibc = error instanceof Error && 'code' in error && error.code === 'E_NO_LIBC'
    if (!attaching || isNoLibc) return undefined // commands/run.ts fails in the same way, and prints the error
    sayAnyway(error instanceof Error ? error.message : String(error))
    return RUN_EXIT.failed
  }
}
