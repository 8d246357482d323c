/*
 * The lines of strace, with and without -f, -n, -t, -r, -T, -i, -y, -Y and -X.
 *
 *   3036078<sh> 1796030980.526 [ 257] openat(0xffffff9c, 0x7fa0e83502b2, 0x80000, 0) = 0x3
 *   [pid 3036083] set_robust_list(0x7fa0e8119a20, 0x18 <unfinished ...>
 *   [pid 3036083] <... set_robust_list resumed>) = 0
 *   [  11] [ Process PID=3021755 runs in 32 bit mode. ]
 *
 * A call counts where its line begins, so a call that does not return counts too, and `resumed` counts nothing.
 *
 * Only lines about a mode tell the ABI. With -n the number tells it too: a number and a name together are of one ABI, but for a few
 * calls. Where the two do not fit, strace shows what a multiplexer such as `socketcall` does. Then the number holds, and no argument
 * is known.
 *
 * Sources: strace's src/strace.c: printleader(), src/syscall.c: print_syscall_number(), update_personality().
 */
import {
  abiNumbers,
  abis,
  abiTable,
  isSyscallName,
  nameOf,
  numberOf,
  otherAbisOf,
} from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { argumentReader, argumentTexts } from './strace-arguments.ts'
import type { ConstantNamed } from './strace-arguments.ts'
import { abiOfMode, nameOrNumber, numberNear } from './traced-calls.ts'
import type { TakeCalls } from './traced-calls.ts'

/** What stands before a call: the process with its name, a time, an address, and the number of the call. */
const LEAD = new RegExp(
  '^(?:\\[pid {1,8}(\\d{1,7})(?:<([^>]{0,256})>)?\\] {1,8}|(\\d{1,7})(?:<([^>]{0,256})>)? {1,8})?' +
    '(?:\\s{0,16}(?:(\\d{9,11}(?:\\.\\d{3,9})?)|\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{3,9})?|\\d{1,8}\\.\\d{3,9})(?: \\(\\+ {1,8}\\d{1,8}\\.\\d{3,9}\\))? {1,8})?' +
    '(?:\\[[0-9a-f?]{16}\\] )?(?:\\[ {0,8}(-?\\d{1,10})\\] )?(?:\\[(?:[0-9a-f]{8}|[0-9a-f?]{16})\\] )?',
)
const CALL = /^([a-z_][a-z0-9_]{0,63})\(/
const RESULT = /^\s+= (?:\?|-?\d|0x)/
const MODE = /^\[ Process PID=(\d{1,7}) runs in (\w+(?: bit)?) mode\. \]/
const ATTACHED = /^strace: Process (\d{1,7}) attached/
const UNNAMED = /^syscall_0x([0-9a-f]{1,16})$/

/** The most processes whose mode is remembered. One more, and all are forgotten. */
const MAX_PROCESSES = 65_536

const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' }

/** Undoes the escapes of strace in the name of a program: `\76` is ">", and bytes beyond ASCII are those of UTF-8. */
function unescaped(name: string): string {
  if (!name.includes('\\')) return name
  const plain = name.replace(/\\(?:([0-7]{1,3})|([nrtfv"\\]))/g, (_, octal?: string, letter: string = '') =>
    octal === undefined ? (LETTERS[letter] ?? letter) : String.fromCharCode(Number.parseInt(octal, 8)),
  )
  try {
    const percent = (unit: string): string => `%${unit.charCodeAt(0).toString(16).padStart(2, '0')}`
    return decodeURIComponent(plain.replaceAll(/[\0-\u00ff]/g, percent))
  } catch {
    return plain // the bytes are not UTF-8
  }
}

/** The modes in which processes run. A new process has the mode of the process that strace saw last. */
interface Modes {
  readonly of: (pid: string) => AbiToken
  readonly set: (pid: string, abi: AbiToken) => void
  readonly forget: (pid: string) => void
}

function modes(native: AbiToken): Modes {
  const known = new Map<string, AbiToken>()
  let last = native
  const set = (pid: string, abi: AbiToken): void => {
    if (known.size === MAX_PROCESSES) known.clear()
    known.set(pid, abi)
    last = abi
  }
  /** strace names no process where it follows only one. */
  const only = (pid: string): string => {
    if (pid !== '' || known.size !== 1) return pid
    const [first = pid] = known.keys()
    return first
  }
  return {
    of: (pid) => {
      const abi = known.get(only(pid))
      if (abi === undefined && pid !== '') set(pid, last)
      last = abi ?? last
      return last
    },
    set: (pid, abi) => set(only(pid), abi),
    forget: (pid) => known.delete(pid),
  }
}

/** The number and the ABI of a call, and whether its arguments are those of its registers. */
interface Identity {
  readonly abi: AbiToken
  readonly nr?: number
  readonly name: string
  readonly isItself: boolean
}

const hasNumber = (abi: AbiToken, nr: number): boolean =>
  abiNumbers(abis.find(({ token }) => token === abi)!).some(({ lo, hi }) => nr >= lo && nr <= hi) // an ABI of the list

function identityByNumber(mode: AbiToken, nr: number, name: string): Identity {
  const machine = [mode, ...otherAbisOf(mode)]
  const exact = machine.find((abi) => nameOf(abiTable(abi), nr) === name)
  if (exact !== undefined) return { abi: exact, nr, name, isItself: true }
  const abi = machine.find((one) => hasNumber(one, nr)) ?? mode
  return { abi, nr, name: nameOrNumber(abi, nr), isItself: UNNAMED.test(name) }
}

/** The call that strace names, and with -n numbers, in a process of `mode`. */
export function identity(mode: AbiToken, nr: string | undefined, name: string): Identity {
  if (nr !== undefined) return identityByNumber(mode, Number(nr) >>> 0, name)
  const [, unnamed] = UNNAMED.exec(name) ?? []
  if (unnamed !== undefined) {
    const number = Number(
      BigInt.asUintN(32, BigInt(`0x${unnamed}`)) | BigInt(mode === 'x32' ? 0x4000_0000 : 0),
    )
    return identityByNumber(mode, number, name)
  }
  const own = numberOf(abiTable(mode), name)
  if (own !== undefined) return { abi: mode, nr: own, name, isItself: true }
  return { ...(numberNear(mode, name) ?? { abi: mode }), name, isItself: true }
}

/** The most calls whose identity is remembered. */
const MAX_IDENTITIES = 8192

/** `identity`, which remembers its results. */
function identities(): typeof identity {
  const known = new Map<string, Identity>()
  return (mode, nr, name) => {
    const key = `${mode} ${nr ?? ''} ${name}`
    const found = known.get(key) ?? identity(mode, nr, name)
    if (known.size < MAX_IDENTITIES) known.set(key, found)
    return found
  }
}

/** Reads lines of strace. */
export interface StraceReader {
  /** Takes the next line, which may have lost its end; yields whether it is one of strace. */
  readonly line: (text: string, line: number, isCut: boolean) => boolean
}

/** The ABI of the machine, the constants, and what takes the calls. */
interface StraceTask {
  readonly abi: AbiToken
  readonly constantNamed?: ConstantNamed | undefined
  readonly take: TakeCalls
}

/** A reader of lines. */
export function straceReader({ abi: native, constantNamed, take }: StraceTask): StraceReader {
  const running = modes(native)
  const valuesOf = argumentReader(constantNamed)
  const identityOf = identities()

  /** Takes a line that is about a process, and no call; yields whether it is one. */
  function aside(rest: string, pid: string): boolean {
    const [, changed, mode] = MODE.exec(rest) ?? []
    if (changed !== undefined && mode !== undefined) {
      running.set(pid === '' ? changed : pid, abiOfMode(native, mode))
      return true
    }
    const [, attached] = ATTACHED.exec(rest) ?? []
    if (attached !== undefined) {
      running.set(attached, running.of(pid))
      return true
    }
    if (rest.startsWith('+++ ')) running.forget(pid)
    return rest.startsWith('+++ ') || rest.startsWith('--- SIG') || /^<\.\.\. \w+ resumed>/.test(rest)
  }

  return {
    line: (text, line, isCut) => {
      const [lead = '', pidInBrackets, nameInBrackets, pidAlone, nameAlone, seconds, nr] =
        LEAD.exec(text) ?? []
      const rest = text.slice(lead.length, lead.length + 96)
      const pid = pidInBrackets ?? pidAlone ?? ''
      const [head, name] = CALL.exec(rest) ?? []
      if (head === undefined || name === undefined) return aside(rest, pid)
      const { texts, end, isUnfinished } = argumentTexts(text, lead.length + head.length)
      const hasResult = end !== undefined && RESULT.test(text.slice(end))
      if (!hasResult && !isUnfinished && !isCut) return false
      if (nr === undefined && !isSyscallName(name) && !hasResult) return false
      const { abi, nr: number, name: call, isItself } = identityOf(running.of(pid), nr, name)
      const program = nameInBrackets ?? nameAlone
      take({
        format: 'strace',
        abi,
        nr: number,
        name: call,
        count: 1,
        line,
        args: isItself && number !== undefined ? valuesOf(abi, call, texts) : undefined,
        program: program === undefined ? undefined : unescaped(program),
        time: seconds === undefined ? undefined : Math.floor(Number(seconds) * 1000),
      })
      return true
    },
  }
}
