/* Random calls through the readers of traces: each call that a tracer prints counts once, for its ABI, and no value is guessed. */
import type { RecordedValue } from '@seccompile/recording'
import { traceReader } from '@seccompile/traces'
import fc from 'fast-check'
import type { IProperty } from 'fast-check'
import {
  byAudit,
  byEvents,
  byStrace,
  byTables,
  printedCalls,
  REGISTERS,
  straceForms,
} from './printed-calls.ts'
import type { PrintedTrace } from './printed-calls.ts'

/** A trial of a format. */
export interface TraceTrial {
  readonly name: string
  /** Random traces in one run. */
  readonly cases: number
  readonly property: IProperty<unknown>
}

const textOf = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .map(([key, count]) => `${key}: ${count}`)
    .sort()
    .join('\n')

/** A value that a row may have for register `index`. */
const isPrinted = (value: RecordedValue | undefined, index: number): boolean =>
  typeof value !== 'bigint' || value === REGISTERS[index]

/** @throws Error where the reader of `trace`, in pieces of `size`, counts other calls, or guesses a value of a register */
function check({ text, counts, isUntold, mixed }: PrintedTrace, size: number, hasRegisters: boolean): void {
  const reader = traceReader()
  for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size))
  const { head, rows } = reader.end()
  const found = new Map<string, number>()
  for (const { abi, nr, args, count } of rows) {
    if (args === undefined) found.set(`${abi} ${nr}`, count + (found.get(`${abi} ${nr}`) ?? 0))
    const guessed = args?.findIndex((value, index) => !isPrinted(value, index)) ?? -1
    if (hasRegisters && guessed !== -1)
      throw new Error(`${abi} ${nr} has a guessed value of argument ${guessed}:\n${text}`)
  }
  const said = head.unseen.join('\n')
  if (textOf(found) !== textOf(counts))
    throw new Error(`counts\n${textOf(found)}\ninstead of\n${textOf(counts)}\nin\n${text}`)
  if (said.includes('the ABI of calls') !== isUntold)
    throw new Error(`says of ABIs that nothing tells: ${said}\nin\n${text}`)
  // Text that itself ends as a call does hides that it is mixed in.
  const [, told = '0'] = /within which the program printed.*: (\d+) line/.exec(said) ?? []
  if (Number(told) > mixed) throw new Error(`says of mixed text: ${said}\nin\n${text}`)
}

const SIZES = fc.integer({ min: 1, max: 4000 })
const CASES = 50

/** The trials of all formats. */
export const TRACE_TRIALS: readonly TraceTrial[] = [
  {
    name: 'calls through strace',
    cases: CASES,
    property: fc.property(printedCalls(), straceForms, SIZES, (calls, form, size) =>
      check(byStrace(calls, form), size, form.raw),
    ),
  },
  {
    name: 'calls through events',
    cases: CASES,
    property: fc.property(
      printedCalls(['x86_64']),
      fc.constantFrom('tracefs', 'perf script'),
      SIZES,
      (calls, tool, size) => check(byEvents(calls, tool), size, true),
    ),
  },
  {
    name: 'calls through records of the kernel',
    cases: CASES,
    property: fc.property(printedCalls(), fc.constantFrom('audit', 'auditd'), SIZES, (calls, lead, size) =>
      check(byAudit(calls, lead), size, false),
    ),
  },
  {
    name: 'calls through tables of strace -c',
    cases: CASES,
    property: fc.property(printedCalls(), SIZES, (calls, size) => check(byTables(calls), size, false)),
  },
]
