/* `seccompile policy`: the policy of recordings, in TypeScript or in any notation that `convert` writes. */
import { aboutOne } from '@seccompile/describe'
import { baseOf, ledger, needsOf, notKnownLines, seenAbis } from '@seccompile/needs'
import type { Base, NamedRecording, Needs, NeedsOptions } from '@seccompile/needs'
import { policySource, printCondition } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { isModulePath } from '@seccompile/policy-files'
import type { Notation } from '@seccompile/policy-files'
import { asRules } from '@seccompile/prover'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable } from '@seccompile/syscalls'
import { jsonText, printableLine, table } from '@seccompile/text-layout'
import { CliError } from '../io/cli-error.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import { checkOneStdin, inputName } from '../io/input.ts'
import type { Io } from '../io/io.ts'
import { writeOutput } from '../io/output.ts'
import { loadRecordings } from '../load/recordings.ts'
import { openFilter, openPolicy } from '../load/open-filter.ts'
import { chosenNotation } from '../options/notation.ts'
import type { NotationOptions } from '../options/notation.ts'
import { readingWarnings, sayNote, sayWarnings } from '../show/say.ts'
import { answerFile, writeAnswer } from '../write/answer.ts'
import { contentOf } from '../write/content-of.ts'
import { printContent } from '../write/content.ts'
import type { WrittenContent } from '../write/content.ts'
import { outputFile } from '../write/output-file.ts'
import { sayWritten } from '../write/say-written.ts'

/** Recordings, and how to make a policy of them. */
export interface RecordedPolicy extends NeedsOptions, NotationOptions {
  readonly recordings: readonly string[]
  /** The ABI of the machine of traces. */
  readonly abi?: AbiTable | undefined
  readonly base?: string | undefined
  readonly ledger?: boolean
  readonly json?: boolean
}

/** The width of the lines of the report. */
const WIDTH = 100

/** The policy as its own source: the form without a notation. */
const SOURCE = { name: 'policy', title: 'a policy in TypeScript' } as const

/** The form that the options name: the source of a policy, or a notation. */
function formOf(options: RecordedPolicy): Notation | typeof SOURCE {
  const { to, output } = options
  const isSource = to === undefined && (output === undefined || output === '-' || isModulePath(output))
  if (!isSource) return chosenNotation(options)
  if (output !== undefined && /\.c[jt]s$/.test(output))
    throw new CliError(
      `${output}: the policy is an ES module, which Node does not load by this ending; name it .mjs or .mts`,
    )
  if (options.denyInexpressible === true)
    throw new CliError('--deny-inexpressible: TypeScript can express every policy; leave it out')
  if (options.name !== undefined)
    throw new CliError('--name: a policy in TypeScript has no name; leave it out')
  return SOURCE
}

/** What `--base` allows. @throws CliError or PolicyError where it cannot be loaded, or is no allow-list */
async function loadBase(
  name: string | undefined,
  recordings: readonly NamedRecording[],
): Promise<Base | undefined> {
  if (name === undefined) return undefined
  const [main, ...others] = seenAbis(recordings).map((abi) => signedAbiTable(abi))
  if (main === undefined) return undefined // needsOf() refuses recordings without a call
  const { leveled, endianness } = await openFilter(name, { abi: [main, ...others] })
  const reading = asRules(leveled, { endianness })
  if (reading.kind !== 'rules') throw new CliError(`${inputName(name)}: cannot be a base: ${reading.reason}`)
  return baseOf(inputName(name), reading.rules, [main, ...others])
}

/** The lists of comparisons, of which one must hold, as text; `undefined` where an empty list always holds. */
const whenOf = (clauses: Needs['added'][number]['clauses']): string | undefined =>
  clauses.some((clause) => clause.length === 0)
    ? undefined
    : printCondition({ kind: 'any', of: clauses.map((of) => ({ kind: 'all', of })) })

/** The facts about a policy for machines. */
function needsFacts({ seen, added, notKnown }: Needs): Readonly<Record<string, unknown>> {
  const shown = ({ when }: { readonly when?: Needs['seen'][number]['when'] }): string | undefined =>
    when === undefined ? undefined : printCondition(when)
  return {
    seen: seen.map(({ abi, call, count, scenarios, ...rest }) => ({
      abi,
      call,
      count,
      scenarios,
      when: shown(rest),
    })),
    added: added.map(({ abi, call, reason, clauses }) => ({ abi, call, when: whenOf(clauses), reason })),
    notKnown,
  }
}

/** Whether calls without a rule can fail with EPERM only. */
const isOnlyEperm = (form: Notation | typeof SOURCE): boolean => 'isOnlyEperm' in form && form.isOnlyEperm

/**
 * `policy` with a rest that `form` can hold. Where the errno of the rest is EPERM alone, numbers that no table knows get it too; the
 * newer calls of C libraries keep rules of their own.
 */
function fitted(
  io: Io,
  policy: Policy,
  form: Notation | typeof SOURCE,
  { json = false, rest }: RecordedPolicy,
): Policy {
  if (!isOnlyEperm(form) || (rest !== undefined && rest !== 'EPERM')) return policy
  if (!json)
    sayNote(io, `in ${form.title} calls without a rule fail with EPERM, those that no table knows too`)
  const { unknown: _, ...others } = policy
  return others
}

/** The policy in `form`; an exit status, if there is none. The reason has been printed. */
async function written(
  io: Io,
  { policy, comments }: Needs,
  form: Notation | typeof SOURCE,
  options: RecordedPolicy,
): Promise<WrittenContent | ExitCode> {
  if (!('kind' in form)) {
    const text = policySource(policy, comments)
    const about = `${policy.rules.length} rules`
    return { bytes: new TextEncoder().encode(text), isText: true, about, facts: {} }
  }
  const side = await openPolicy(
    'the policy',
    { policy: fitted(io, policy, form, options), warnings: [] },
    {},
    {},
  )
  const { json = false, denyInexpressible = false, name } = options
  sayWarnings(io, readingWarnings(side))
  return contentOf(io, aboutOne(side, undefined), form, { json, denyInexpressible, name })
}

/** `io` without what is printed, to find out whether something can be written. */
const silent = (io: Io): Io => ({ ...io, out: () => {}, outBytes: () => {}, err: () => {} })

/** Writes the ledger of `recordings`. */
async function writeLedger(
  io: Io,
  recordings: readonly NamedRecording[],
  { output, json = false, recordings: files }: RecordedPolicy,
): Promise<ExitCode> {
  const rows = ledger(recordings)
  const text = json
    ? jsonText(rows)
    : table(
        ['scenario', 'libc', 'abi', 'kernel', 'different', 'calls', 'alone'],
        rows.map(({ scenario, libc, abi, kernel, different, calls, alone }) =>
          [scenario, libc, abi, kernel, different, calls, alone.join(' ')].map((cell) =>
            typeof cell === 'string' ? printableLine(cell) : cell,
          ),
        ),
      )
  await writeAnswer(io, answerFile({ output }, files), text, 'the ledger')
  return EXIT.ok
}

/** `seccompile policy`. */
export async function policyOf(io: Io, options: RecordedPolicy): Promise<ExitCode> {
  const abi = options.abi?.token
  const { json = false, base, conditions, maxValues, rest, widen } = options
  if (options.ledger === true) {
    for (const [name, value] of [
      ['--to', options.to],
      ['--base', base],
      ['--widen', widen?.at(0)],
    ] as const)
      if (value !== undefined) throw new CliError(`--ledger and ${name} exclude each other`)
    return writeLedger(io, await loadRecordings(options.recordings, abi), options)
  }
  checkOneStdin([...options.recordings, base], 'recordings and the base')
  const form = formOf(options)
  const output = outputFile(io, options, form, [...options.recordings, base])
  const recordings = await loadRecordings(options.recordings, abi)
  const allowed = await loadBase(base, recordings)
  const needsFor = (of: NeedsOptions['rest']): Needs =>
    needsOf(recordings, { conditions, maxValues, rest: of, widen }, allowed)
  const usual = isOnlyEperm(form) ? 'EPERM' : 'ENOSYS'
  const needs = needsFor(rest ?? usual)
  const content = await written(io, needs, form, options)
  if (typeof content === 'number') {
    if (json || rest === undefined || rest === usual) return content
    const other = await written(silent(io), needsFor(usual), form, { ...options, rest: undefined })
    if (typeof other !== 'number')
      sayNote(
        io,
        `without --rest ${rest}, ${form.title} gets ${usual} for calls without a rule, which it can express`,
      )
    return content
  }
  if (!json) io.err(`${notKnownLines(needs.notKnown, WIDTH).join('\n')}\n`)
  if (output === undefined) {
    printContent(io, content)
    return EXIT.ok
  }
  await writeOutput(output, content.bytes)
  sayWritten(io, output, form, { ...content, facts: { ...content.facts, ...needsFacts(needs) } }, json)
  return EXIT.ok
}
