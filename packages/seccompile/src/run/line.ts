/*
 * `seccompile run FILE -- COMMAND` without the rest of the command line.
 *
 * Reading the whole program takes several times as long as Node's own start, and a command that is run under a filter
 * often does little. So what is plain is done here: raw files, a command that is there, a filter that lets it start.
 * Whatever is not plain (a profile, a report, anything wrong) is left to `commands/run.ts`, which also says what is wrong.
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
import type { AttachFlags, ExecFailed, FoundCommand } from '@seccompile/kernel/exec'
import { printable } from '../show/printable.ts'
import { RUN_EXIT, RUN_FLAGS } from './interface.ts'

export { stdioFlags } from '@seccompile/kernel/exec'

/** A line of `run` that is plain. */
interface PlainRun {
  readonly argument: string
  readonly flags: AttachFlags
  readonly command: readonly string[]
}

const flagOf = (text: string): 'log' | 'specAllow' | undefined =>
  Object.hasOwn(RUN_FLAGS, text) ? RUN_FLAGS[text]?.flag : undefined

/** What `args`, those after `run`, say; `undefined` where they are not plain. */
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

/** The bytes of a raw filter; `undefined` for what may be none. */
function rawFilter(file: string): Uint8Array | undefined {
  const facts = statSync(file, { throwIfNoEntry: false })
  if (facts?.isFile() !== true || facts.size === 0 || facts.size % 8 !== 0 || facts.size > 4096 * 8)
    return undefined
  const bytes = readFileSync(file)
  const upper = machineEndianness() === 'little' ? 1 : 0
  // The code of a sock_filter has a zero in its upper byte; text has none.
  return bytes.every((byte, at) => at % 8 !== upper || byte === 0) ? bytes : undefined
}

/** The words that end the command line of this process, byte for byte: Node's own have lost what is no UTF-8. */
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
    // Without /proc there is what Node says.
  }
  return words.map((word) => Buffer.from(word))
}

/** The command that `words` are, where it is found. */
export function execCommand(words: readonly string[]): FoundCommand & { args: readonly Uint8Array[] } {
  const args = rawWords(words)
  return { ...findCommand(args[0] ?? Buffer.alloc(0), process.env['PATH']), args }
}

function sayAnyway(text: string): void {
  try {
    writeSync(2, `error: ${printable(text)}\n`)
  } catch {
    // Standard error is closed, or the filter refuses write.
  }
}

/** Says that `execve` failed when the filter was on already, as far as that lets anything be said, and ends the process. */
export function endAfterExec({ errno, message, mayWrite, exit }: ExecFailed): never {
  if (mayWrite) sayAnyway(message)
  return exit(errno === 'ENOENT' ? RUN_EXIT.notFound : RUN_EXIT.notExecutable)
}

/**
 * Replaces this process where `args`, those after `run`, are plain.
 * @returns the status to end with where that failed; `undefined` where nothing was done
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
      // Where a later one is refused, the earlier ones are on; so all are looked at first.
      const { decode } = await import('@seccompile/cbpf/decode')
      const { verify } = await import('@seccompile/cbpf/verify')
      const order = machineEndianness()
      if (filters.some((bytes) => verify(decode(bytes, order)).length > 0)) return undefined
      attaching = true
    }
    const flags = flagBits(line.flags)
    return endAfterExec(execUnder(filters, found, { flags, stdio }))
  } catch (error) {
    // Without koffi nothing was attached either, and there are other launchers.
    const isNoLibc = error instanceof Error && 'code' in error && error.code === 'E_NO_LIBC'
    if (!attaching || isNoLibc) return undefined // commands/run.ts meets it again, and says it
    sayAnyway(error instanceof Error ? error.message : String(error))
    return RUN_EXIT.failed
  }
}
