/* The answer of `port`: the rows of the edit for people, or all rows for machines. */
import { builderLines } from '@seccompile/heal'
import { formatKernelVersion } from '@seccompile/policy'
import { reasonText, sourceText } from '@seccompile/port'
import type { ChangedCall, JudgedPorting, PortQuestion, PortRow, PortStatus } from '@seccompile/port'
import type { AbiToken } from '@seccompile/syscalls'
import { jsonText, printableLine, wrappedText } from '@seccompile/text-layout'
import type { Io } from '../io/io.ts'
import { columnsOf } from './columns-of.ts'
import { sayJson, sayNote, sayWarning, sayWarnings } from './say.ts'

/** The answer of `port`. */
export interface PortAnswer {
  readonly porting: JudgedPorting
  readonly question: PortQuestion
  readonly name: string
  /** Why no text is edited; absent where one is. */
  readonly why: string | undefined
  readonly path: string | undefined
}

/** What the edit does with a call. */
const DOES: Readonly<Record<PortStatus, string>> = {
  allowed: 'is allowed',
  added: 'allow',
  'falls-back': 'is ENOSYS',
  enosys: 'refuse, ENOSYS',
  withheld: 'not opened',
}

/** Rows that say the same of several ABIs as one. */
interface ShownRow {
  readonly row: PortRow
  readonly where: readonly AbiToken[]
}

function grouped(rows: readonly PortRow[]): readonly ShownRow[] {
  const groups = new Map<string, { readonly row: PortRow; readonly where: Set<AbiToken> }>()
  for (const row of rows) {
    const { abi, call, status, when, caps, reason, lacking, source } = row
    const from = source.on.includes(abi) ? { ...source, on: [] } : source
    const key = jsonText([call, status, when, caps, reason, lacking, from])
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { row, where: new Set([abi]) })
    else known.where.add(abi)
  }
  return [...groups.values()].map(({ row, where }) => ({ row, where: [...where] }))
}

/** What the policy does with calls there. */
const CHANGES: Readonly<Record<ChangedCall['effect'], string>> = {
  opens: 'runs where the policy refuses it on',
  closes: 'is refused where the policy allows it on',
  unknown: 'may run where the policy refuses it on',
}

/** A call for which the policy says something else there, and what says the same. */
function changedText({ call, effect, reason, when }: ChangedCall, from: AbiToken): string {
  const same = when.length === 0 ? '' : `; the same there is ${when.join(' or ')}`
  return `${call} ${CHANGES[effect]} ${from}: ${reason}${same}`
}

const isNews = ({ status }: PortRow): boolean => status !== 'allowed' && status !== 'falls-back'

/** A row for people: the edit, and below it the reason with its source. */
function rowText({ row, where }: ShownRow, columns: number): string {
  const { abi, call, status, when, caps, source } = row
  const from = sourceText(source.on.includes(abi) ? { ...source, on: where } : source, where)
  const needs = caps.length === 0 ? '' : ` with ${caps.join(', ')}`
  const shown = when.length === 0 ? '' : ` where ${when.join(' or ')}`
  const edit = printableLine(`${where.join(', ')}: ${DOES[status]} ${call}${shown}${needs}`)
  return `${edit}\n${wrappedText('    ', printableLine(`${reasonText(row, where)} (${from})`), '    ', columns)}\n`
}

/** The counts of calls for which nothing has to be done. */
function sayQuiet(io: Io, { porting: { rows }, name }: PortAnswer): void {
  const count = (status: PortStatus): number =>
    new Set(
      rows
        .filter((row) => row.status === status && !row.inPlaceOf.includes(row.call))
        .map(({ call }) => call),
    ).size
  const [allowed, fallen] = [count('allowed'), count('falls-back')]
  if (allowed > 0)
    sayNote(
      io,
      `${name} allows ${allowed} other ${allowed === 1 ? 'call' : 'calls'} that programs make there in place of those that it allows`,
    )
  if (fallen > 0)
    sayNote(
      io,
      `${name} refuses ${fallen} with ENOSYS, after which libraries make an older call that runs; --json lists all`,
    )
}

/** Calls of which the policy says something that has no effect there. */
function sayLeft(io: Io, { porting: { left, lost, changed }, question, name }: PortAnswer): void {
  for (const { abi, call, reason, isNeeded } of left)
    if (isNeeded) sayWarning(io, `${abi}: nothing is opened in place of ${call}: ${reason}`)
  const abis = [...new Set(left.map(({ abi }) => abi))]
  for (const abi of abis) {
    const calls = left.filter((one) => one.abi === abi && !one.isNeeded).map(({ call }) => call)
    if (calls.length > 0)
      sayNote(
        io,
        `${abi} lacks ${calls.length} ${calls.length === 1 ? 'call' : 'calls'} that ${name} allows, for which nothing stands in; --json lists all`,
      )
  }
  for (const { abi, call, reason } of lost)
    sayWarning(io, `${abi}: the refusal of ${call} has no effect: ${reason}`)
  for (const one of changed) sayWarning(io, `${one.abi}: ${changedText(one, question.from)}`)
}

/** Prints the answer for people. @param isQuiet - whether standard output is for the edited policy alone */
export function sayPorting(io: Io, answer: PortAnswer, isQuiet: boolean): void {
  const { porting, question, name, why, path } = answer
  const { rows, unknown, edit, isNamed, warnings } = porting
  const print = isQuiet ? io.err : io.out
  const news = grouped(rows.filter(isNews))
  const { left, lost, changed } = porting
  const isFine = lost.length === 0 && changed.length === 0 && left.every(({ isNeeded }) => !isNeeded)
  if (news.length === 0 && isFine)
    sayNote(io, `nothing to edit: ${name} allows what programs call on ${question.to.join(', ')}`)
  else if (news.length > 0) print(news.map((each) => rowText(each, columnsOf(io))).join(''))
  sayQuiet(io, answer)
  for (const { abi, libc, functions } of unknown)
    sayWarning(
      io,
      `${abi}: what ${libc} calls for ${functions.join(', ')} is not known: it was not measured there, nor on an ABI with the same calls`,
    )
  sayLeft(io, answer)
  if (isNamed)
    sayNote(
      io,
      `${name} names its ABIs; add ${question.to.join(', ')} to them, which the edit of the text does not do`,
    )
  if (edit.rules.length > 0) sayNote(io, 'the rules hold on every ABI of the policy that has the call')
  if (why !== undefined && edit.rules.length > 0) {
    const { lines, imports } = builderLines(edit.rules)
    const needs = imports.length === 0 ? '' : `; import ${imports.join(', ')} from "seccompile"`
    sayNote(io, `${name}: ${why}; make the edit by hand${needs}`)
    print(lines.map((line) => `${line}\n`).join(''))
  }
  sayWarnings(io, warnings)
  if (path !== undefined) sayNote(io, `wrote ${path}`)
}

/** Prints the answer for machines. */
export function sayPortingJson(io: Io, { porting, question, why, path }: PortAnswer): void {
  const { rows, unknown, left, lost, changed, edit, warnings } = porting
  sayJson(io, {
    from: question.from,
    to: question.to,
    libcs: question.libcs,
    kernels: `${formatKernelVersion(question.kernels.oldest)}..${formatKernelVersion(question.kernels.newest)}`,
    rows: rows.map(({ since, ...row }) => ({
      ...row,
      reason: reasonText(row, [row.abi]),
      source: sourceText(row.source, [row.abi]),
      ...(since === undefined ? {} : { since: formatKernelVersion(since) }),
    })),
    unknown,
    left,
    lost,
    changed,
    edit: { joins: edit.joins, rules: builderLines(edit.rules).lines },
    warnings: warnings.map(({ name, message }) => ({ name, message })),
    ...(why === undefined ? {} : { why }),
    ...(path === undefined ? {} : { output: path }),
  })
}
