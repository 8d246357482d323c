/* `seccompile policy`: the policy of recordings, in TypeScript or in any notation that `convert` writes. */
import { aboutOne } from '@seccompile/describe'
import { baseOf, ledger, needsOf, notKnownLines, seenAbis } from '@seccompile/needs'
import type { Widening, Base, NamedRecording, Needs, NeedsOptions } from '@seccompile/needs'
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
import { openFilter, openPolicy } from '../load/open-filter.ts'
import { loadRecordings } from '../load/recordings.ts'
import { oneAbi } from '../options/abi.ts'
import { POLICY_OR_FILE, outputOption } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { NOTATION, TEXT_NAME, chosenNotation } from '../options/notation.ts'
import type { NotationOptions } from '../options/notation.ts'
import { wholeNumber } from '../options/numbers.ts'
import { filePath } from '../options/texts.ts'
import { WARNINGS } from '../options/warnings.ts'
import { readingWarnings, sayNote, sayWarnings } from '../show/say.ts'
import { someArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES, FREE, listOf } from '../syntax/completion.ts'
import { choice, flag, itemsOf, parseChoice, repeated, valued } from '../syntax/option.ts'
import { answerFile, writeAnswer } from '../write/answer.ts'
import { contentOf } from '../write/content-of.ts'
import { printContent } from '../write/content.ts'
import type { WrittenContent } from '../write/content.ts'
import { outputFile } from '../write/output-file.ts'
import { sayWritten } from '../write/say-written.ts'

/** Recordings, and how to make a policy of them. */
interface RecordedPolicy extends NeedsOptions, NotationOptions {
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
  const { subject, endianness } = await openFilter(name, { abi: [main, ...others] })
  const reading = asRules(subject, { endianness })
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
  const filter = await openPolicy(
    'the policy',
    { policy: fitted(io, policy, form, options), warnings: [] },
    {},
    {},
  )
  const { json = false, denyInexpressible = false, name } = options
  sayWarnings(io, readingWarnings(filter))
  return contentOf(io, aboutOne(filter, undefined), form, { json, denyInexpressible, name })
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
async function policyOf(io: Io, options: RecordedPolicy): Promise<ExitCode> {
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

/** The kinds of calls that `--widen` adds; the order is that of the policy. */
const WIDENINGS = ['libc', 'kernel', 'siblings'] as const satisfies readonly Widening[]

const parseWidenings = (texts: readonly string[], name: string): readonly Widening[] => {
  const named = itemsOf(texts).map((word) => parseChoice(word, name, WIDENINGS))
  return WIDENINGS.filter((each) => named.includes(each))
}

/** `seccompile policy`. */
export const command: Command = defineCommand({
  description:
    'make a policy from recordings: it allows the calls that were seen, with the arguments that select what they do, and those that no program lives without; it ends with what is not known',
  warnings: 'lines',
  args: {
    recordings: someArguments(
      'recordings, as "record -o" writes them, what strace, perf, tracefs or the log of the kernel shows, or - for standard input',
      FILES,
    ),
  },
  options: {
    output: outputOption('the policy'),
    abi: oneAbi('the ABI of the machine on which a trace was made', 'x86_64'),
    base: valued({
      placeholder: 'policy',
      brief: 'an allow-list whose calls are allowed as well, a file or preset:NAME',
      parse: filePath,
      complete: POLICY_OR_FILE,
    }),
    rest: choice({
      placeholder: 'action',
      brief: 'what happens to all other calls',
      choices: [
        {
          word: 'ENOSYS',
          means: 'they fail as on a kernel without them, and C libraries then make an older call',
        },
        {
          word: 'EPERM',
          means:
            'they fail; newer calls of C libraries and unknown calls fail with ENOSYS; the default for a SeccompProfile of Kubernetes',
        },
        {
          word: 'kill',
          means: 'the process is killed; newer calls of C libraries and unknown calls fail with ENOSYS',
        },
        { word: 'log', means: 'they run and are logged' },
      ],
      otherwise: 'ENOSYS',
    }),
    conditions: choice({
      placeholder: 'source',
      brief: 'where conditions on arguments come from',
      choices: [
        { word: 'table', means: 'the table of arguments that select what a call does' },
        { word: 'none', means: 'calls are allowed with any arguments' },
      ],
      otherwise: 'table',
    }),
    maxValues: valued({
      placeholder: 'count',
      brief:
        'the most values of an argument that become a condition; a call that was seen with more takes any',
      otherwise: '8',
      parse: wholeNumber(1, 1024),
      complete: FREE,
    }),
    widen: repeated({
      placeholder: 'kinds',
      brief:
        'add what would be called in place of what was seen, separated by commas: libc (by another C library), kernel (where the kernel is older, or newer), siblings (calls with the same effect)',
      parse: parseWidenings,
      complete: listOf(WIDENINGS),
    }),
    ledger: flag(
      'print which scenario, C library, ABI and kernel each call comes from, in place of the policy',
    ),
    to: {
      ...NOTATION.to,
      about: NOTATION.to.about.replace(
        /\(default: .*\)$/,
        '(default: a policy in TypeScript, or by the ending of the file, such as .json)',
      ),
    },
    denyInexpressible: NOTATION.denyInexpressible,
    ...TEXT_NAME,
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'a policy of what a server did in three scenarios',
      line: 'seccompile policy start.ndjson load.ndjson stop.ndjson -o server.policy.ts',
    },
    {
      does: 'as a profile of Docker, with the calls of other C libraries',
      line: 'seccompile policy start.ndjson load.ndjson --widen libc -o server.json',
    },
  ],
  run: policyOf,
})
