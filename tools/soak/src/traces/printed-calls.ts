/*
 * Random calls as tracers print them, and their counts. The printers follow the sources and the output of strace 6.13, perf and the
 * kernel, and share no code with the readers of @seccompile/traces.
 *
 * The text of the program is mixed in: whole lines between calls, and, for strace on the terminal, text within a call. Text that itself
 * has the form of a call is left out, since nothing tells it from one.
 */
import { abis, abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'

/** The ABIs of the machine; the first is that of its 64-bit programs. */
const ABIS: readonly ['x86_64', 'x86', 'x32'] = ['x86_64', 'x86', 'x32']

/** A call that a process makes. */
export interface PrintedCall {
  readonly process: number
  readonly abi: AbiToken
  readonly nr: number
  readonly name: string
  /** What the program prints while the call runs, or between calls. */
  readonly text: string
  readonly shape: 'whole' | 'unfinished' | 'endless' | 'late' | 'between'
}

/** What a tracer prints, and how often it shows which call: by ABI and number. */
export interface PrintedTrace {
  readonly text: string
  readonly counts: ReadonlyMap<string, number>
  /** Whether nothing tells the ABI of some calls. */
  readonly isUntold: boolean
  /** The number of calls within which the program prints. */
  readonly mixed: number
}

const BETWEEN: readonly string[] = [
  '',
  'hello',
  'a = 3',
  ') = 3',
  '100%',
  '] [ 12',
  '<b>',
  'say (hi) = 3',
  '"',
  ' 7 8 9',
  'ünï',
  '---',
  'x<(\\',
]

const TABLES = new Map(ABIS.map((abi) => [abi, [...abiTable(abi).numbers]] as const))

const hasName = (abi: AbiToken, name: string): boolean => abiTable(abi).numbers.has(name)

/** Up to three processes, each of one ABI, and their calls. */
export function printedCalls(of: readonly AbiToken[] = ABIS): Arbitrary<readonly PrintedCall[]> {
  const call = fc.record({
    process: fc.nat(2),
    at: fc.nat(10_000),
    text: fc.array(fc.constantFrom(...BETWEEN), { minLength: 1, maxLength: 3 }),
    endsLine: fc.boolean(),
    shape: fc.constantFrom('whole', 'whole', 'whole', 'unfinished', 'endless', 'late', 'between'),
  })
  const processes = fc.array(fc.constantFrom(...of), { minLength: 3, maxLength: 3 })
  return fc.tuple(processes, fc.array(call, { minLength: 1, maxLength: 40 })).map(([abiOf, calls]) =>
    calls.map(({ process, at, text, endsLine, shape }) => {
      const abi = abiOf[process]!
      const table = TABLES.get(abi as (typeof ABIS)[number])!
      const [name, nr] = table[at % table.length]!
      return { process, abi, nr, name, text: `${text.join('\n')}${endsLine ? '\n' : ''}`, shape }
    }),
  )
}

/** Counts calls by ABI and number. */
function counter(): {
  readonly counts: Map<string, number>
  readonly add: (abi: AbiToken, nr: number) => void
} {
  const counts = new Map<string, number>()
  const add = (abi: AbiToken, nr: number): void => {
    const key = `${abi} ${nr}`
    counts.set(key, 1 + (counts.get(key) ?? 0))
  }
  return { counts, add }
}

/** The options of strace. */
export interface StraceForm {
  /** -n */
  readonly numbers: boolean
  /** Whether strace prints messages: not with -o. Then the program prints to the same place. */
  readonly messages: boolean
  /** How a line names its process. */
  readonly lead: '[pid N] ' | 'N ' | 'N<x> '
  readonly time: '' | '09:25:46 ' | '1796030746.144778 ' | '     0.000226 '
  readonly pointer: boolean
  readonly raw: boolean
}

export const straceForms: Arbitrary<StraceForm> = fc.record({
  numbers: fc.boolean(),
  messages: fc.boolean(),
  lead: fc.constantFrom('[pid N] ', 'N ', 'N<x> '),
  time: fc.constantFrom('', '09:25:46 ', '1796030746.144778 ', '     0.000226 '),
  pointer: fc.boolean(),
  raw: fc.boolean(),
})

/** The registers of every call, where they are printed. */
export const REGISTERS: readonly bigint[] = [3n, 5n, 7n, 9n, 11n, 13n]
const RAW = REGISTERS.map((value) => `0x${value.toString(16)}`).join(', ')

const MODES: Readonly<Partial<Record<AbiToken, string>>> = { x86_64: '64 bit', x86: '32 bit', x32: 'x32' }

/** The ABI for which a name counts where nothing tells it: the first one of the machine that has it. */
const nearest = (name: string): AbiToken => ABIS.find((abi) => hasName(abi, name))!

/** The calls as strace prints them. */
export function byStrace(calls: readonly PrintedCall[], form: StraceForm): PrintedTrace {
  const { numbers, messages, lead, time, pointer, raw } = form
  const { counts, add } = counter()
  const lines: string[] = []
  const begun = new Set<number>()
  let last: AbiToken = ABIS[0]
  let hasMessage = false
  let isShared = false
  let mixed = 0

  const leadOf = (process: number, nr: number): string =>
    `${lead.replace('N', String(3_036_078 + process))}${time}${pointer ? '[00007f6abbad8b57] ' : ''}${numbers ? `[${String(nr | 0).padStart(4)}] ` : ''}`

  /** Begins a process, whose first call is execve. */
  function begin({ process, abi }: PrintedCall): void {
    const nr = abiTable(abi).numbers.get('execve')!
    if (messages && begun.size > 0) lines.push(`strace: Process ${3_036_078 + process} attached`)
    if (messages && abi !== last)
      lines.push(`${leadOf(process, nr)}[ Process PID=${3_036_078 + process} runs in ${MODES[abi]} mode. ]`)
    hasMessage ||= messages && (begun.size > 0 || abi !== last)
    begun.add(process)
    last = abi
    show({ process, abi, nr, name: 'execve', text: '', shape: 'whole' })
  }

  function show({ process, abi, nr, name, text, shape }: PrintedCall): void {
    last = abi
    const isTold = numbers || messages
    const shown = isTold ? abi : nearest(name)
    add(shown, abiTable(shown).numbers.get(name)!)
    isShared ||= ABIS.filter((each) => hasName(each, name)).length > 1
    // strace shows what a multiplexer does.
    const printed = numbers && name === 'socketcall' ? 'socket' : numbers && name === 'ipc' ? 'shmget' : name
    const start = `${leadOf(process, nr)}${printed}(${raw ? RAW : '3, "a\\"(b", AT_FDCWD, {x=[1, 2]}, 4'}`
    switch (shape) {
      case 'unfinished':
        lines.push(`${start} <unfinished ...>`, text, `${leadOf(process, nr)}<... ${printed} resumed>) = 0`)
        return
      case 'endless':
        lines.push(`${start}) = ?`)
        return
      case 'late':
        // With -o the lines have a file of their own.
        if (messages && text !== '') mixed += 1
        lines.push(`${start}${messages ? text : ''})                  = -1 EPERM (Operation not permitted)`)
        return
      case 'whole':
        lines.push(`${start})    = 0x3`)
        return
      case 'between':
        lines.push(text, `${start}) = 0 <0.000218>`)
    }
  }

  for (const call of calls) {
    if (!begun.has(call.process)) begin(call)
    show(call)
  }
  return { text: `${lines.join('\n')}\n`, counts, isUntold: isShared && !numbers && !hasMessage, mixed }
}

/** The calls as events, whose numbers are those of the machine. */
export function byEvents(calls: readonly PrintedCall[], tool: 'tracefs' | 'perf script'): PrintedTrace {
  const { counts, add } = counter()
  const registers = REGISTERS.map((value) => value.toString(16)).join(', ')
  const lines = calls.flatMap(({ process, abi, nr, text }) => {
    add(abi, nr)
    const head =
      tool === 'tracefs'
        ? `             cat-26844${process}  [000] .....  11094.981572: sys_enter`
        : `cat  26845${process} [000] 11095.296812: raw_syscalls:sys_enter`
    return [`${head}: NR ${nr} (${registers})`, text]
  })
  return { text: `${lines.join('\n')}\n`, counts, isUntold: false, mixed: 0 }
}

/** The calls as records of the kernel. */
export function byAudit(calls: readonly PrintedCall[], lead: 'audit' | 'auditd'): PrintedTrace {
  const { counts, add } = counter()
  const lines = calls.flatMap(({ process, abi, nr, text }) => {
    add(abi, nr)
    const arch = abis.find(({ token }) => token === abi)!.auditArch.toString(16)
    const head =
      lead === 'audit'
        ? '[1.5] audit: type=1326 audit(1796029887.492:88735):'
        : 'type=SECCOMP msg=audit(1796029887.492:88735):'
    return [
      `${head} auid=4294967295 uid=0 gid=0 ses=4294967295 pid=${process} comm="x" exe="/x" sig=0 arch=${arch} syscall=${nr} compat=0 ip=0x7ff2 code=0x7ffc0000`,
      text,
    ]
  })
  return { text: `${lines.join('\n')}\n`, counts, isUntold: false, mixed: 0 }
}

/** The calls as tables of strace -c, one for each ABI. */
export function byTables(calls: readonly PrintedCall[]): PrintedTrace {
  const { counts, add } = counter()
  for (const { abi, nr } of calls) add(abi, nr)
  const rule = '------ ----------- ----------- --------- --------- ----------------'
  const tables = ABIS.flatMap((abi) => {
    const of = calls.filter((call) => call.abi === abi)
    if (of.length === 0) return []
    const names = [...new Set(of.map(({ name }) => name))]
    const rows = names.map((name, at) => {
      const count = of.filter((call) => call.name === name).length
      return `  0.00    0.000000           0 ${String(count).padStart(9)} ${at % 2 === 0 ? '         ' : '        1'} ${name}`
    })
    const head = abi === ABIS[0] ? [] : [`System call usage summary for ${MODES[abi]} mode:`]
    return [
      ...head,
      '% time     seconds  usecs/call     calls    errors syscall',
      rule,
      ...rows,
      rule,
      `100.00    0.000000           0 ${String(of.length).padStart(9)}         0 total`,
    ]
  })
  return { text: `${tables.join('\n')}\n`, counts, isUntold: false, mixed: 0 }
}
