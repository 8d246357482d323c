import { auditArchName, SECCOMP_RET, SECCOMP_RET_ACTION_FULL } from '@seccompile/abi'
import type { ActionName, Verdict } from '@seccompile/abi'
import { inquire, isUndecided } from '@seccompile/prover'
import type { AnsweredCall, CallsWhere, VerdictGoal, Inquiry, GoalCalls } from '@seccompile/prover'
import { contains, isAlways } from '@seccompile/rules'
import { nameOf, numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { CliError } from '../io/cli-error.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
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
import { namedForm } from '../options/forms.ts'
import type { FormOptions } from '../options/forms.ts'
import { askOne, sayUndecided } from '../load/question.ts'
import type { AskedOne } from '../load/question.ts'
import type { QuestionOptions } from '../options/question.ts'
import { verdictOn } from '../options/verdict.ts'
import type { TypedVerdict } from '../options/verdict.ts'
import { sayJson, sayNote } from '../show/say.ts'
import { sayText } from '../show/verdict-colours.ts'

/** A filter, a verdict, and constraints on the calls that get it. */
export interface SolveQuestion extends QuestionOptions, FormOptions<'text' | 'markdown'> {
  readonly file: string
  readonly verdict: TypedVerdict
  readonly syscall?: string | undefined
  readonly arg?: readonly string[] | undefined
  readonly all: boolean
}

/** A form of the answer. */
type SolveForm = 'text' | 'markdown' | 'json'

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
 * Prints a note if the filter is not for the ABI in which the call was looked up: that may be why no such call
 * exists.
 */
function noteAbi(io: Io, { side, abis: [abi] }: AskedOne, { syscall, within }: SolveQuestion): void {
  if (syscall === undefined || within !== undefined) return
  const arches = side.arches()
  if (arches.length === 0 || arches.includes(abi.auditArch)) return
  const known = arches.map(auditArchName).join(', ')
  sayNote(
    io,
    `"${syscall}" was looked up on ${abi.token}, and ${side.name} is for ${known}; name an ABI of the filter with --abi`,
  )
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

async function sayCall(
  io: Io,
  { abis }: AskedOne,
  { data, verdict }: AnsweredCall,
  format: SolveForm,
  options: SolveQuestion,
): Promise<void> {
  const args = await loadArgumentNames(abis, options, hasArguments(data))
  if (format === 'json')
    sayJson(io, {
      answer: 'found',
      call: callFacts({ abis }, data, args),
      ...verdictFacts({ verdict }, data.arch),
      ret: verdict,
    })
  else {
    const names = callNames(abis, args, options)
    sayText(io, `${names.call(data)}: ${names.verdict(verdict, data.arch)}\n`)
  }
}

async function sayWays(
  io: Io,
  { abis }: AskedOne,
  ways: readonly GoalCalls[],
  format: SolveForm,
  options: SolveQuestion,
): Promise<void> {
  const args = await loadArgumentNames(
    abis,
    options,
    ways.some(({ when }) => !isAlways(when)),
  )
  const entries = alike(callNames(abis, args, options), abis, ways, ({ verdict }) => String(verdict))
  switch (format) {
    case 'json':
      sayJson(io, { answer: 'found', ways: waysFacts(entries) })
      break
    case 'text':
      sayText(io, waysText(entries))
      break
    case 'markdown':
      io.out(waysMarkdown(entries))
      break
  }
}

/** `seccompile solve`: one call that gets a verdict, or all such calls. */
export async function solve(io: Io, options: SolveQuestion): Promise<ExitCode> {
  const format = namedForm(options) ?? 'text'
  const { file, verdict, all } = options
  if (format === 'markdown' && !all)
    throw new CliError('--format markdown is for the table of all calls; add --all')
  const isJson = format === 'json'
  const asked = await askOne(io, file, { ...options, json: isJson })
  const { side, abis, prove } = asked
  const [{ token: main }, ...others] = abis
  // --within is about one ABI, which is the first.
  const wanted = verdictOn(
    [main, ...(prove.within === undefined ? others.map(({ token }) => token) : [])],
    verdict,
  )
  const goal = goalOf(wanted)
  const { wheres, leftOut } = await constraintsOf(all ? abis : [abis[0]], options)
  if (leftOut.length > 0 && !isJson)
    sayNote(io, `calls to which --arg does not apply are left out: ${leftOut.join(', ')}`)
  const { within: _within, ...bounds } = prove
  const inquiry = inquire(side.leveled, bounds)
  if (inquiry.kind === 'undecided') return sayUndecided(io, inquiry.reason, isJson)
  const typed = wheres.flatMap((where) => inside(where, prove) ?? [])
  const isAny = !all && options.syscall === undefined && prove.within === undefined
  const inner = isAny
    ? [...typed.map((where) => ({ ...where, ...mainPart([side], abis[0]) })), ...typed]
    : typed
  let found: AnsweredCall | undefined
  let ways: readonly GoalCalls[] = []
  try {
    if (all) ways = inner.flatMap((where) => inquiry.ways(goal, where))
    else found = firstCall(inquiry, goal, inner)
  } catch (error) {
    if (!isUndecided(error)) throw error
    return sayUndecided(io, error.message, isJson)
  }
  if (ways.length > 0) await sayWays(io, asked, ways, format, options)
  else if (found !== undefined) await sayCall(io, asked, found, format, options)
  else {
    if (isJson) sayJson(io, { answer: 'none' })
    else {
      noteAbi(io, asked, options)
      sayText(
        io,
        `no such call gets ${typeof wanted === 'number' ? verdictAt(wanted, [main], options) : wanted}\n`,
      )
    }
    return EXIT.no
  }
  return EXIT.ok
}
