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
 * Only lines about a mode tell the ABI. strace prints them with its other messages about processes, and prints neither where -o names
 * a file. With -n the number tells it too: a number and a name together are of one ABI, but for newer calls, which are of the ABI of
 * the process's call before. Where the two do not fit, strace shows what a multiplexer such as `socketcall` does. Then the number
 * holds, and no argument is known. Calls whose ABI nothing tells are counted.
 *
 * strace prints the arguments when a call begins, and the result when it ends. Between, the program may print to the same place:
 *
 *   write(2, "hello\n", 6hello
 *   )                  = 6
 *
 * Such a call counts once the line with its result comes, and the lines are counted as mixed.
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
  otherDoorOf,
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
/** The end of a call within which the program has printed. */
const LATE_END = /\)\s+= (?:\?|-?\d|0x)|^ <unfinished \.\.\.>/
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

/** What stands before a call. */
interface Lead {
  readonly length: number
  readonly pid: string
  readonly nr: string | undefined
  readonly program: string | undefined
  readonly time: number | undefined
}

function leadOf(text: string): Lead {
  const [lead = '', pidInBrackets, nameInBrackets, pidAlone, nameAlone, seconds, nr] = LEAD.exec(text) ?? []
  const program = nameInBrackets ?? nameAlone
  return {
    length: lead.length,
    pid: pidInBrackets ?? pidAlone ?? '',
    nr,
    program: program === undefined ? undefined : unescaped(program),
    time: seconds === undefined ? undefined : Math.floor(Number(seconds) * 1000),
  }
}

/** The ABI by which a process calls, and whether the trace tells it. */
interface Mode {
  readonly abi: AbiToken
  readonly isTold: boolean
}

/** The modes in which processes run. A new process has the mode of the process that strace saw last. */
interface Modes {
  readonly of: (pid: string) => Mode
  readonly tell: (pid: string, abi: AbiToken) => void
  readonly forget: (pid: string) => void
}

function modes(native: AbiToken): Modes {
  const known = new Map<string, Mode>()
  let last: Mode = { abi: native, isTold: false }
  const set = (pid: string, mode: Mode): void => {
    if (known.size === MAX_PROCESSES) known.clear()
    known.set(pid, mode)
    last = mode
  }
  /** strace names no process where it follows only one. */
  const only = (pid: string): string => {
    if (pid !== '' || known.size !== 1) return pid
    const [first = pid] = known.keys()
    return first
  }
  return {
    of: (pid) => {
      const mode = known.get(only(pid))
      if (mode === undefined && pid !== '') set(pid, last)
      last = mode ?? last
      return last
    },
    tell: (pid, abi) => {
      const { abi: before, isTold } = known.get(only(pid)) ?? { isTold: false }
      if (!isTold || abi !== before) set(only(pid), { abi, isTold: true })
    },
    forget: (pid) => known.delete(pid),
  }
}

/** The number and the ABI of a call, and whether its arguments are those of its registers. */
interface Identity {
  readonly abi: AbiToken
  readonly nr?: number
  readonly name: string
  readonly isItself: boolean
  /** Whether name and number are of this ABI alone, of those of the machine. */
  readonly isOfOneAbi: boolean
}

const hasNumber = (abi: AbiToken, nr: number): boolean =>
  abiNumbers(abis.find(({ token }) => token === abi)!).some(({ lo, hi }) => nr >= lo && nr <= hi) // an ABI of the list

function identityByNumber(mode: AbiToken, nr: number, name: string): Identity {
  const machine = [mode, ...otherAbisOf(mode)]
  const [exact, another] = machine.filter((abi) => nameOf(abiTable(abi), nr) === name)
  if (exact !== undefined) return { abi: exact, nr, name, isItself: true, isOfOneAbi: another === undefined }
  const byDoor = machine.find((abi) => otherDoorOf(abiTable(abi), name)?.nr === nr)
  const abi = byDoor ?? machine.find((one) => hasNumber(one, nr)) ?? mode
  const isItself = UNNAMED.test(name)
  return { abi, nr, name: nameOrNumber(abi, nr), isItself, isOfOneAbi: byDoor !== undefined }
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
  const having = [mode, ...otherAbisOf(mode)].filter((abi) => numberOf(abiTable(abi), name) !== undefined)
  const found = numberNear(mode, name) ?? { abi: mode }
  return { ...found, name, isItself: true, isOfOneAbi: having.length === 1 }
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
  /** The number of calls so far whose ABI is not told, and of those within which the program has printed. */
  readonly untold: number
  readonly mixed: number
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
  const hasOneAbi = otherAbisOf(native).length === 0
  let untold = 0
  let mixed = 0
  let hasMessages = false // strace tells of processes, and so of their modes
  /** A call that has begun, within which the program may be printing. */
  let begun: (() => void) | undefined

  /** Takes a line that is about a process, and no call; yields whether it is one. */
  function aside(rest: string, pid: string): boolean {
    const [, changed, mode] = MODE.exec(rest) ?? []
    if (changed !== undefined && mode !== undefined) {
      hasMessages = true
      running.tell(pid === '' ? changed : pid, abiOfMode(native, mode))
      return true
    }
    const [, attached] = ATTACHED.exec(rest) ?? []
    if (attached !== undefined) {
      hasMessages = true
      running.tell(attached, running.of(pid).abi)
      return true
    }
    if (rest.startsWith('+++ ')) running.forget(pid)
    return rest.startsWith('+++ ') || rest.startsWith('--- SIG') || /^<\.\.\. \w+ resumed>/.test(rest)
  }

  /** Ends the call that has begun, where `text` holds its end; yields whether it does. */
  function endBegun(text: string): boolean {
    if (begun === undefined || !LATE_END.test(text)) return false
    mixed += 1
    begun()
    begun = undefined
    return true
  }

  return {
    get untold() {
      return hasMessages || hasOneAbi ? 0 : untold
    },
    get mixed() {
      return mixed
    },
    line: (text, line, isCut) => {
      const { length, pid, nr, program, time } = leadOf(text)
      const rest = text.slice(length, length + 96)
      const [head, name] = CALL.exec(rest) ?? []
      if (head === undefined || name === undefined) return aside(rest, pid) || endBegun(text)
      const { texts, end, isUnfinished } = argumentTexts(text, length + head.length)
      const hasResult = end !== undefined && RESULT.test(text.slice(end))
      if (nr === undefined && !isSyscallName(name) && !hasResult) return endBegun(text)
      const takeCall = (): void => {
        const mode = running.of(pid)
        const { abi, nr: number, name: call, isItself, isOfOneAbi } = identityOf(mode.abi, nr, name)
        if (nr !== undefined && isOfOneAbi) running.tell(pid, abi)
        else if (!mode.isTold && !isOfOneAbi) untold += 1
        take({
          format: 'strace',
          abi,
          nr: number,
          name: call,
          count: 1,
          line,
          args: isItself && number !== undefined ? valuesOf(abi, call, texts) : undefined,
          program,
          time,
        })
      }
      begun = takeCall
      if (!hasResult && !isUnfinished && !isCut) return endBegun(text.slice(length + head.length))
      begun = undefined
      takeCall()
      return true
    },
  }
}
