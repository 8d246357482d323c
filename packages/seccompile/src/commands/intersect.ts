import { BPF_MAXINSNS } from '@seccompile/abi'
import { undecided } from '@seccompile/answer'
import type { Answer, AnswerContext } from '@seccompile/answer'
import { tryCompileRules, weighKnownCalls } from '@seccompile/compiler'
import { programFilter } from '@seccompile/filter'
import type { Filter } from '@seccompile/filter'
import { equal, intersect as intersectRules } from '@seccompile/prover'
import type { Subject } from '@seccompile/prover'
import { digestText } from '@seccompile/report/compilation'
import { printableLine } from '@seccompile/text-layout'
import { making } from '../ask/making.ts'
import type { MakingOutcome } from '../ask/making.ts'
import { CliError } from '../io/cli-error.ts'
import type { ExitCode } from '../io/exit-code.ts'
import { checkOneStdin } from '../io/input.ts'
import type { Io } from '../io/io.ts'
import { leftOutNotes } from '../load/policy.ts'
import { aboutFile, aboutFiles, archesNotes, contextOf } from '../load/question.ts'
import type { AskedTwo } from '../load/question.ts'
import { OUTPUT, POLICY_OR_FILE, SIDE } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { KEP } from '../options/kep.ts'
import type { KepOptions } from '../options/kep.ts'
import { NOTATION } from '../options/notation.ts'
import type { NotationOptions } from '../options/notation.ts'
import type { QuestionOptions } from '../options/question.ts'
import { TARGET } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { WITHIN } from '../options/within.ts'
import { anyArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { programSubject } from '../write/content.ts'

/** Two filters, and how their intersection is written. */
interface IntersectRequest extends QuestionOptions, NotationOptions {
  readonly a: string
  readonly b: string
  readonly more: readonly string[]
}

/** The filters after the first two. @throws CliError where one is of another byte order */
async function furtherSides({ left }: AskedTwo, options: IntersectRequest): Promise<readonly Filter[]> {
  const filters: Filter[] = []
  // One file at a time: loading a module runs it.
  for (const argument of options.more) {
    const { filter } = await aboutFile(argument, options)
    if (filter.endianness !== left.endianness)
      throw new CliError(
        `${left.name} is ${left.endianness} endian and ${filter.name} is ${filter.endianness} endian; filters of different byte order are for different machines`,
      )
    filters.push(filter)
  }
  return filters
}

/** The rules that are as strict as `filters` together. */
function rulesOf(
  [first, ...others]: readonly Filter[],
  how: AskedTwo['prove'],
): ReturnType<typeof intersectRules> {
  let answer: ReturnType<typeof intersectRules> | undefined
  for (const { subject } of others) {
    const before: Subject = answer?.kind === 'rules' ? { level: 'rules', ir: answer.rules } : first!.subject
    answer = intersectRules(before, subject, how)
    if (answer.kind !== 'rules') break
  }
  return answer! // there are two filters at least
}

/** That there is no intersection, for `reason`. */
const refused = (reason: string, context: AnswerContext): Answer => ({
  ...context,
  status: 'bad-input',
  remarks: [{ label: 'error', kind: 'fault', text: reason, isBesideFacts: true }],
})

/**
 * `seccompile intersect`: a filter that gives every call the stricter of the verdicts of several filters. Where two
 * verdicts have one action and different data, the verdict of the later filter counts. Every call outside `--within`
 * is killed.
 */
async function intersect(options: IntersectRequest): Promise<MakingOutcome> {
  const { a, b, more, within } = options
  if (more.length > 0) checkOneStdin([a, b, ...more], 'filters')
  const asked = await aboutFiles(a, b, options)
  const filters = [asked.left, asked.right, ...(await furtherSides(asked, options))]
  const read = contextOf(...filters)
  const answer = rulesOf(filters, asked.prove)
  if (answer.kind === 'undecided') return undecided(answer.reason, read)
  if (answer.kind === 'inexpressible')
    return refused(`the intersection cannot be written as rules: ${answer.reason}`, read)
  const context: AnswerContext = {
    ...read,
    notes: [
      ...new Set(filters.flatMap((each) => leftOutNotes(each, options))),
      ...archesNotes(
        asked,
        options,
        'a call of an architecture that only one of them is for also gets the stricter verdict',
      ),
    ],
  }
  const { endianness } = asked.left
  const outcome = tryCompileRules(answer.rules, { endianness, weigh: weighKnownCalls(asked.abis) })
  if (outcome.kind !== 'fits')
    return refused(
      `the intersection needs ${outcome.insns} instructions, and the kernel accepts ${BPF_MAXINSNS}; attach both filters instead, with the same meaning`,
      context,
    )
  const { program } = outcome
  // The rules kill every call outside `--within`, and the filter must do so too. So the proof is about all calls.
  const { within: _part, ...prove } = asked.prove
  const begun = performance.now()
  const proof = equal({ level: 'rules', ir: answer.rules }, { level: 'program', ir: program }, prove)
  const ms = performance.now() - begun
  if (proof.kind === 'undecided' || proof.kind === 'same') return undecided(proof.reason, context)
  if (proof.kind === 'different') throw new Error('the filter does not mean what its rules mean')
  const meaning = proof.kind === 'equal' ? { digest: proof.digest, nodes: proof.nodes } : {}
  const of = more.length === 0 ? 'both' : `all ${filters.length}`
  const where =
    within === undefined ? '' : ` within ${printableLine(within.text)}, and KILL_PROCESS elsewhere`
  return {
    ...context,
    made: programSubject(programFilter('the filter', program, asked.left.abis)),
    report: (output, bytes) => ({
      text: `${printableLine(output)}: ${program.length} instructions, ${bytes} bytes, as strict as ${of}${where}\nproved, ${digestText(meaning.digest)}\n`,
      facts: { output, bytes, endianness, certificate: { kind: 'proved', ...meaning, ms } },
    }),
  }
}

const exactly = making<IntersectRequest>(intersect, ({ a, b, more }) => [a, b, ...more], 'raw')

/**
 * `seccompile intersect --kep6061`: {@link merge} of the profiles `a`, `b` and `more`.
 * @throws CliError for options of an exact intersection
 */
async function intersectAsProposed(io: Io, request: IntersectRequest & KepOptions): Promise<ExitCode> {
  const { a, b, more, within, to, json = false, ...options } = request
  if (within !== undefined)
    throw new CliError('--within and --kep6061 exclude each other; a profile is for all calls')
  if (to !== undefined && to.name !== 'oci')
    throw new CliError('--to and --kep6061 exclude each other; a merge by KEP-6061 is an OCI profile')
  const { merge } = await import('./merge.ts')
  return merge(io, { ...options, json, policy: [a, b, ...more] })
}

/** `seccompile intersect`. */
export const command: Command = defineCommand({
  description:
    'make a filter that is as strict as several together; of several errnos, that of the last filter wins',
  warnings: 'lines',
  args: {
    a: SIDE,
    b: SIDE,
    more: anyArguments('further ones, each as <a>', POLICY_OR_FILE),
  },
  options: {
    ...TARGET,
    within: {
      ...WITHIN,
      about: 'make the filter for the numbers of an ABI, or a range of them, and kill all other calls',
    },
    ...KEP,
    output: OUTPUT,
    ...NOTATION,
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'a profile without network',
      line: 'seccompile intersect profile.json preset:no-network -o filter.bpf',
    },
    {
      does: 'the profile that a Kubernetes node makes from its baseline and a profile of a registry',
      line: 'seccompile intersect old.json new.json --kep6061 -o merged.json',
    },
  ],
  run: async (io, { kep6061, emptyArchitectures, ...request }) =>
    kep6061 || emptyArchitectures !== undefined
      ? intersectAsProposed(io, { ...request, kep6061, emptyArchitectures })
      : exactly(io, request),
})
