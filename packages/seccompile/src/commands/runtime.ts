import { letsRun } from '@seccompile/abi'
import { undecided } from '@seccompile/answer'
import type { Answer } from '@seccompile/answer'
import { aboutTwo, changeReport, reportFacts, reportText, summaryText } from '@seccompile/describe'
import type { ChangeReport, EntryFold, RawOption } from '@seccompile/describe'
import { rulesFilter } from '@seccompile/filter'
import { causesOf, claimedChanges, loads, RUNTIMES } from '@seccompile/oci-runtime'
import type { Cause, LibseccompVersion, LoadedFilter, Refusal, OciRuntimeName } from '@seccompile/oci-runtime'
import type { Capability, KernelVersion, Source } from '@seccompile/policy'
import { formatSource } from '@seccompile/policy/toolkit'
import { changes } from '@seccompile/prover'
import type { Change } from '@seccompile/prover'
import { isSyscallName } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { printableLine, wrapped } from '@seccompile/text-layout'
import { asking } from '../ask/asking.ts'
import type { Asked } from '../ask/asking.ts'
import { inputName, readText } from '../io/input.ts'
import { oneAbi } from '../options/abi.ts'
import { JSON_OUT, RAW } from '../options/forms.ts'
import { LIBSECCOMP, RUNTIME, NEWEST } from '../options/runtime.ts'
import { TARGET } from '../options/target.ts'
import { paintVerdicts } from '../show/verdict-colours.ts'
import { argument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES } from '../syntax/completion.ts'
import { flag } from '../syntax/option.ts'

/** A profile, and the runtime that is asked about. */
interface RuntimeQuestion extends RawOption {
  readonly profile: string
  readonly runtime?: OciRuntimeName | undefined
  readonly libseccomp?: LibseccompVersion | undefined
  readonly abi?: AbiTable | undefined
  readonly caps?: readonly Capability[] | undefined
  readonly kernel?: KernelVersion | undefined
  readonly verbose: boolean
  readonly json: boolean
}

const atPlace = (source: Source | undefined): string =>
  source === undefined ? '' : `${formatSource(source)}: `

/** The numbers of x86_64 that are negative as an `int` and lack the bit of x32: all are above the largest call. */
const NEGATIVE = '; so do 0x80000000 to 0xbfffffff, where no kernel has a call'

/** What a runtime does otherwise, in one line. */
function causeText(cause: Cause): string {
  switch (cause.kind) {
    case 'unknown-name': {
      const on = cause.abis === undefined ? '' : ` on ${cause.abis.join(', ')}`
      return `${atPlace(cause.source)}libseccomp does not know ${cause.name === '' ? 'the empty name' : cause.name}${on}, so the rule for it is left out`
    }
    case 'spare-number':
      return `libseccomp has number ${cause.number} for ${cause.name} on ${cause.abi}, which has no such call`
    case 'repeated-argument':
      return `${atPlace(cause.source)}the entry tests an argument twice, so each of its conditions is a rule of its own`
    case 'stub':
      return `numbers of ${cause.abi} above that of ${cause.name}, the largest that the profile names, get ENOSYS${cause.abi === 'x86_64' ? NEGATIVE : ''}`
    case 'cut-errno':
      return `${atPlace(cause.source)}libseccomp keeps 16 bits of the errno ${cause.errno}, which are ${cause.kept}`
    case 'empty-entry':
      return `${atPlace(cause.source)}the entry names no call, so it is no rule`
    case 'multiplexer':
      return `a rule for a call behind ${cause.calls.join(' or ')} is one for ${cause.calls.join(' or ')} too`
  }
}

/** A filter that a runtime loads, with the changes from what is written. */
interface Judged {
  readonly loaded: LoadedFilter
  readonly causes: readonly Cause[]
  readonly report: ChangeReport
  /** Whether all calls are named. */
  readonly isVerbose: boolean
}

/** The most calls of one kind that are named without -v. */
const FEW = 10

/** The causes, one a line; many names of calls that libseccomp does not know are one line. */
function causeTexts(causes: readonly Cause[], isVerbose: boolean): readonly string[] {
  const isNewCall = (cause: Cause): boolean => cause.kind === 'unknown-name' && isSyscallName(cause.name)
  const { length } = causes.filter(isNewCall)
  if (isVerbose || length <= FEW) return causes.map(causeText)
  return [
    `libseccomp does not know ${length} names, so the rules for them are left out; -v names their places`,
    ...causes.filter((cause) => !isNewCall(cause)).map(causeText),
  ]
}

/**
 * The number of calls, and of ranges without a name, where they are many and are above the largest that the profile names. Calls
 * with another cause too are no more than refused by another errno.
 */
function foldStub({ loaded: { causes, abis }, isVerbose }: Judged): EntryFold {
  return ({ of, calls }) => {
    const kinds = causesOf(of, causes, abis).map(({ kind }) => kind)
    const isStub =
      kinds.includes('stub') && (of.direction === 'other' || kinds.every((kind) => kind === 'stub'))
    if (isVerbose || !isStub || calls.length <= FEW) return undefined
    const ranges = calls.filter((call) => /^\d/.test(call)).length
    const named = calls.length - ranges
    const counts = [
      ...(named === 0 ? [] : [`${named} call${named === 1 ? '' : 's'}`]),
      ...(ranges === 0 ? [] : [`${ranges} range${ranges === 1 ? '' : 's'} of numbers`]),
    ]
    return `${counts.join(' and ')}; -v names them`
  }
}

function loadedText(title: string, judged: Judged): string {
  const { loaded, causes, report, isVerbose } = judged
  const { flags, unclaimed } = loaded
  const lines = [
    `${title}: loaded${flags.length === 0 ? '' : `, with ${flags.join(', ')}`}`,
    ...(unclaimed.length === 0
      ? []
      : [
          wrapped(
            'nothing is claimed of these calls, whose rules have no safe form:',
            unclaimed,
            '  ',
          ).trimEnd(),
        ]),
    report.entries.length + report.notes.length === 0
      ? `no ${unclaimed.length === 0 ? '' : 'other '}call gets another verdict than is written`
      : summaryText(report),
    ...causeTexts(causes, isVerbose).map((text) => `  ${text}`),
  ]
  return `${lines.map(printableLine).join('\n')}\n${reportText(report, foldStub(judged))}`
}

function refusedText(title: string, refusals: readonly Refusal[]): string {
  const lines = refusals.map(({ message, source }) => `  ${printableLine(`${atPlace(source)}${message}`)}`)
  return [`${printableLine(title)}: refused`, ...lines, ''].join('\n')
}

/** Whether `cause` loses a rule or a part of one. What is no call has no verdict as written, and its rule is lost all the same. */
const losesRule = (cause: Cause): boolean =>
  cause.kind === 'cut-errno' ||
  cause.kind === 'empty-entry' ||
  (cause.kind === 'unknown-name' && !isSyscallName(cause.name))

/** The answer about a filter that a runtime loads. */
async function loadedAnswer(
  loaded: LoadedFilter,
  title: string,
  facts: Readonly<Record<string, unknown>>,
  question: Asked<RuntimeQuestion>,
): Promise<Answer> {
  const filters = [
    rulesFilter('written', loaded.written, loaded.abis),
    rulesFilter('loaded', loaded.loaded, loaded.abis),
  ] as const
  const asked = aboutTwo(filters)
  const found = changes(asked.left.subject, asked.right.subject, asked.prove)
  if (found.kind === 'undecided') return undecided(found.reason)
  const { unclaimed, flags, abis } = loaded
  const claimed = claimedChanges(found.changes, unclaimed, abis)
  const hasChanged = (cause: Cause): boolean =>
    claimed.some((change: Change) => causesOf(change, [cause], abis).length > 0)
  const causes = loaded.causes.filter((cause) => losesRule(cause) || hasChanged(cause))
  const report = await changeReport(asked, claimed, { ...question, hasWithin: false })
  const runs = claimed.some(({ direction, to }) => direction === 'weaker' && letsRun(to))
  return {
    status: runs || unclaimed.length > 0 ? 'no' : 'yes',
    text: (paint) =>
      paintVerdicts(paint, loadedText(title, { loaded, causes, report, isVerbose: question.verbose })),
    facts: () => ({ answer: 'loaded', ...facts, flags, unclaimed, causes, ...reportFacts(report) }),
  }
}

/** What a container runtime loads for a profile. */
async function runtime(question: Asked<RuntimeQuestion>): Promise<Answer> {
  const { runtime: name = NEWEST.runtime, libseccomp = NEWEST.libseccomp, abi, caps, kernel } = question
  const profile = inputName(question.profile)
  const found = loads(readText(question.profile, 'a profile'), {
    file: profile,
    runtime: name,
    libseccomp,
    main: abi?.token ?? 'x86_64',
    ...(caps && { caps }),
    ...(kernel && { kernel }),
  })
  const title = `${profile}, ${RUNTIMES[name].versions} with libseccomp ${libseccomp}`
  const facts = { profile, runtime: name, libseccomp }
  switch (found.kind) {
    case 'not-known':
      return {
        status: 'no',
        text: () => `${printableLine(`${title}: nothing is claimed: ${found.reason}`)}\n`,
        facts: () => ({ answer: 'not known', ...facts, reason: found.reason }),
      }
    case 'refused':
      return {
        status: 'no',
        text: () => refusedText(title, found.refusals),
        facts: () => ({ answer: 'refused', ...facts, refusals: found.refusals }),
      }
    case 'loaded':
      return loadedAnswer(found, title, facts, question)
  }
}

/** `seccompile runtime`. */
export const command: Command = defineCommand({
  description:
    'say what runc or crun loads for a profile of Docker or OCI: the calls that get another verdict than is written, with the reason, and the calls of which nothing is known. Exit 0 where no call runs that is refused as it is written; exit 1 where one does, where nothing is known of one, and where the runtime refuses the profile',
  args: { profile: argument('a profile of Docker, Podman or OCI, or - for standard input', FILES) },
  options: {
    runtime: RUNTIME,
    libseccomp: LIBSECCOMP,
    abi: oneAbi('the ABI of the machine', 'x86_64'),
    caps: TARGET.caps,
    kernel: TARGET.kernel,
    verbose: { ...flag('name all calls and places, where the text has counts'), short: 'v' },
    json: JSON_OUT,
    raw: RAW,
  },
  examples: [
    { does: 'by the newest runc that is known', line: 'seccompile runtime profile.json' },
    {
      does: 'by crun with the libseccomp of Debian 12',
      line: 'seccompile runtime profile.json --runtime crun-1.14 --libseccomp 2.5.5',
    },
  ],
  run: asking(runtime),
})
