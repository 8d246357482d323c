import { auditArchName, SECCOMP_RET, SECCOMP_RET_ACTION_FULL } from '@seccompile/abi'
import type { ActionName, Verdict } from '@seccompile/abi'
import { undecided } from '@seccompile/answer'
import type { Answer } from '@seccompile/answer'
import {
  alike,
  callFacts,
  callNames,
  hasArguments,
  isPattern,
  loadArgumentNames,
  mainPart,
  namesLike,
  noneLike,
  parseInteger,
  parseNumber,
  parseTests,
  verdictAt,
  verdictFacts,
  waysFacts,
  waysMarkdown,
  waysText,
} from '@seccompile/describe'
import { inquire, isUndecided } from '@seccompile/prover'
import type { AnsweredCall, CallsWhere, VerdictGoal, Inquiry, GoalCalls } from '@seccompile/prover'
import { contains, isAlways } from '@seccompile/rules'
import { nameOf, numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { asking } from '../ask/asking.ts'
import type { Asked } from '../ask/asking.ts'
import { CliError } from '../io/cli-error.ts'
import { aboutFile, contextOf } from '../load/question.ts'
import type { AskedOne } from '../load/question.ts'
import { argumentWords, CALL_NAMES } from '../options/argument-words.ts'
import { SIDE } from '../options/files.ts'
import { formOption } from '../options/forms.ts'
import { QUESTION } from '../options/question.ts'
import type { QuestionOptions } from '../options/question.ts'
import { VERDICT, verdictOn } from '../options/verdict.ts'
import type { TypedVerdict } from '../options/verdict.ts'
import { WARNINGS } from '../options/warnings.ts'
import { paintVerdicts } from '../show/verdict-colours.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { allAsTyped, asTyped, flag, repeated, valued } from '../syntax/option.ts'

/** A filter, a verdict, and constraints on the calls that get it. */
interface SolveValues extends QuestionOptions {
  readonly file: string
  readonly verdict: TypedVerdict
  readonly syscall?: string | undefined
  readonly arg?: readonly string[] | undefined
  readonly all: boolean
}

type SolveQuestion = Asked<SolveValues>

/** A system call that `--syscall` names, on one ABI. */
interface AskedCall {
  readonly abi: AbiTable
  readonly nr: number
}

/** The calls of `abis` that `--syscall` names. @throws CliError where there are none */
function callsNamed(text: string, abis: readonly [AbiTable, ...AbiTable[]]): readonly AskedCall[] {
  if (isPattern(text)) {
    const found = abis.flatMap((abi) =>
      namesLike(text, abi, '--syscall: ').map((name): AskedCall => ({ abi, nr: numberOf(abi, name)! })),
    )
    if (found.length === 0) throw noneLike(text, abis, '--syscall: ')
    return found
  }
  // A number names a call of one ABI only.
  const of = parseInteger(text) === undefined ? abis.filter((abi) => numberOf(abi, text) !== undefined) : []
  return (of.length === 0 ? [abis[0]] : of).map((abi) => ({ abi, nr: parseNumber(text, abi) }))
}

/** The calls of a question, and the calls that `--arg` leaves out. */
interface ConstrainedCalls {
  readonly wheres: readonly CallsWhere[]
  readonly leftOut: readonly string[]
}

/**
 * The constraints of the options, without `--within`. If there are several calls, those that lack an argument of
 * `--arg` are left out.
 * @throws CliError for a text that is no constraint, or a constraint that no call can have
 */
async function constraintsOf(
  abis: readonly [AbiTable, ...AbiTable[]],
  { syscall, arg = [] }: SolveQuestion,
): Promise<ConstrainedCalls> {
  const condition = async (abi: AbiTable, name: string | undefined): Promise<Pick<CallsWhere, 'args'>> => {
    const args = await parseTests(arg, { abi, name }, '--arg: ')
    return args === undefined ? {} : { args }
  }
  if (syscall === undefined) return { wheres: [await condition(abis[0], undefined)], leftOut: [] }
  const wheres: CallsWhere[] = []
  const leftOut = new Set<string>()
  let first: Error | undefined
  for (const { abi, nr } of callsNamed(syscall, abis)) {
    const name = nameOf(abi, nr)
    try {
      wheres.push({ arch: abi.auditArch, nr, ...(await condition(abi, name)) })
    } catch (error) {
      const { name: kind } = error as Error
      if (kind !== 'PolicyError') throw error
      first ??= error as Error
      leftOut.add(name ?? String(nr))
    }
  }
  if (wheres.length === 0 && first !== undefined) throw first
  return { wheres, leftOut: [...leftOut] }
}

/** `where`, restricted to the calls of `--within`; `undefined`, if no call is left. */
function inside(where: CallsWhere, { within }: AskedOne['prove']): CallsWhere | undefined {
  if (within === undefined) return where
  const { arch = within.arch, nr } = where
  const { numbers } = within
  if (arch !== within.arch) return undefined
  if (nr === undefined || numbers === undefined)
    return { ...where, arch, ...(numbers === undefined ? {} : { numbers }) }
  return contains(numbers, nr) ? where : undefined
}

/**
 * The note that the filter is not for the ABI in which the call was looked up: that may be why no such call exists.
 */
function abiNotes({ filter, abis: [abi] }: AskedOne, { syscall, within }: SolveQuestion): readonly string[] {
  if (syscall === undefined || within !== undefined) return []
  const arches = filter.arches()
  if (arches.length === 0 || arches.includes(abi.auditArch)) return []
  const known = arches.map(auditArchName).join(', ')
  return [
    `"${syscall}" was looked up on ${abi.token}, and ${filter.name} is for ${known}; name an ABI of the filter with --abi`,
  ]
}

function goalOf(wanted: Verdict | ActionName): VerdictGoal {
  return typeof wanted === 'number'
    ? (verdict) => verdict === wanted
    : (verdict) => (verdict & SECCOMP_RET_ACTION_FULL) >>> 0 === SECCOMP_RET[wanted]
}

/** The first call that meets `goal`, in the order of `wheres`. */
function firstCall(
  inquiry: Inquiry,
  goal: VerdictGoal,
  wheres: readonly CallsWhere[],
): AnsweredCall | undefined {
  for (const where of wheres) {
    const found = inquiry.call(goal, where)
    if (found !== undefined) return found
  }
  return undefined
}

/** The forms of an answer that is one call. */
async function callForms(
  { abis }: AskedOne,
  { data, verdict }: AnsweredCall,
  question: SolveQuestion,
): Promise<Pick<Answer, 'text' | 'facts'>> {
  const args = await loadArgumentNames(abis, question, hasArguments(data))
  const names = callNames(abis, args, question)
  return {
    text: (paint) => paintVerdicts(paint, `${names.call(data)}: ${names.verdict(verdict, data.arch)}\n`),
    facts: () => ({
      answer: 'found',
      call: callFacts({ abis }, data, args),
      ...verdictFacts({ verdict }, data.arch),
      ret: verdict,
    }),
  }
}

/** The forms of an answer that is a table of calls. */
async function waysForms(
  { abis }: AskedOne,
  ways: readonly GoalCalls[],
  question: SolveQuestion,
): Promise<Pick<Answer, 'text' | 'facts' | 'forms'>> {
  const args = await loadArgumentNames(
    abis,
    question,
    ways.some(({ when }) => !isAlways(when)),
  )
  const entries = alike(callNames(abis, args, question), abis, ways, ({ verdict }) => String(verdict))
  return {
    text: (paint) => paintVerdicts(paint, waysText(entries)),
    facts: () => ({ answer: 'found', ways: waysFacts(entries) }),
    forms: { markdown: () => waysMarkdown(entries) },
  }
}

/** One call that gets a verdict, or all such calls. */
async function solve(question: SolveQuestion): Promise<Answer> {
  const { file, verdict, all, form } = question
  if (form === 'markdown' && !all)
    throw new CliError('--format markdown is for the table of all calls; add --all')
  const asked = await aboutFile(file, question)
  const { filter, abis, prove } = asked
  const [{ token: main }, ...others] = abis
  // --within is about one ABI, which is the first.
  const wanted = verdictOn(
    [main, ...(prove.within === undefined ? others.map(({ token }) => token) : [])],
    verdict,
  )
  const goal = goalOf(wanted)
  const { wheres, leftOut } = await constraintsOf(all ? abis : [abis[0]], question)
  const notes =
    leftOut.length === 0 ? [] : [`calls to which --arg does not apply are left out: ${leftOut.join(', ')}`]
  const context = { ...contextOf(filter), notes }
  const { within: _within, ...bounds } = prove
  const inquiry = inquire(filter.subject, bounds)
  if (inquiry.kind === 'undecided') return undecided(inquiry.reason, context)
  const typed = wheres.flatMap((where) => inside(where, prove) ?? [])
  const isAny = !all && question.syscall === undefined && prove.within === undefined
  const inner = isAny
    ? [...typed.map((where) => ({ ...where, ...mainPart([filter], abis[0]) })), ...typed]
    : typed
  let found: AnsweredCall | undefined
  let ways: readonly GoalCalls[] = []
  try {
    if (all) ways = inner.flatMap((where) => inquiry.ways(goal, where))
    else found = firstCall(inquiry, goal, inner)
  } catch (error) {
    if (!isUndecided(error)) throw error
    return undecided(error.message, context)
  }
  if (ways.length > 0) return { ...context, status: 'yes', ...(await waysForms(asked, ways, question)) }
  if (found !== undefined) return { ...context, status: 'yes', ...(await callForms(asked, found, question)) }
  return {
    ...context,
    status: 'no',
    notes: [...notes, ...abiNotes(asked, question)],
    text: (paint) =>
      paintVerdicts(
        paint,
        `no such call gets ${typeof wanted === 'number' ? verdictAt(wanted, [main], question) : wanted}\n`,
      ),
    facts: () => ({ answer: 'none' }),
  }
}

/** `seccompile solve`. */
export const command: Command = defineCommand({
  description: 'find a call that gets a verdict, or all of them (exit 1 where there is none)',
  usefulWithoutOutput: 'status',
  warnings: 'summary',
  args: { file: SIDE },
  options: {
    verdict: VERDICT,
    syscall: valued({
      placeholder: 'name',
      brief: 'name, number, or a pattern of names such as "open*" or "*at", on the first ABI of --abi',
      otherwise: 'any',
      parse: asTyped,
      complete: CALL_NAMES,
    }),
    arg: repeated({
      placeholder: 'which=value',
      brief:
        'the value of an argument: by index all 64 bits, 0=AF_UNIX; by name what the kernel reads, family=AF_UNIX; with a mask, "0&0xffffffff=AF_UNIX"',
      parse: allAsTyped,
      complete: argumentWords('test'),
    }),
    all: flag('list all calls that get the verdict, on every ABI, as a table'),
    ...QUESTION,
    format: formOption(['text', 'markdown'], 'text'),
    ...WARNINGS,
  },
  examples: [
    {
      does: 'every way to open a file',
      line: 'seccompile solve filter.bpf --verdict ALLOW --syscall "open*" --all',
    },
    {
      does: 'whether a socket of this family may exist',
      line: 'seccompile solve profile.json --verdict ALLOW --syscall socket --arg family=AF_UNIX',
    },
  ],
  run: asking(solve),
})
