import { BPF_MAXINSNS } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { tryCompileRules, weighKnownCalls } from '@seccompile/compiler'
import { programFilter } from '@seccompile/filter'
import type { Filter } from '@seccompile/filter'
import { equal, intersect as intersectRules } from '@seccompile/prover'
import type { Subject } from '@seccompile/prover'
import { digestText } from '@seccompile/report/compilation'
import type { RuleSet } from '@seccompile/rules'
import { printableLine } from '@seccompile/text-layout'
import { CliError } from '../io/cli-error.ts'
import type { ExitCode } from '../io/exit-code.ts'
import { checkOneStdin } from '../io/input.ts'
import type { Io } from '../io/io.ts'
import { leftOutNotes } from '../load/policy.ts'
import { aboutFile, aboutFiles, noteArches, sayUndecided } from '../load/question.ts'
import type { AskedTwo } from '../load/question.ts'
import { OUTPUT, POLICY_OR_FILE, SIDE } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { KEP } from '../options/kep.ts'
import type { KepOptions } from '../options/kep.ts'
import { NOTATION, chosenNotation } from '../options/notation.ts'
import type { NotationOptions } from '../options/notation.ts'
import type { QuestionOptions } from '../options/question.ts'
import { TARGET } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { WITHIN } from '../options/within.ts'
import { readingWarnings, sayJson, sayNote, sayWarnings } from '../show/say.ts'
import { anyArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { programSubject } from '../write/content.ts'
import { deliver } from '../write/deliver.ts'
import { outputFile } from '../write/output-file.ts'

/** Two filters, and how their intersection is written. */
interface IntersectRequest extends QuestionOptions, NotationOptions {
  readonly a: string
  readonly b: string
  readonly more: readonly string[]
}

/** The program for `rules`. @throws CliError where the program would be too long */
function programOf({ abis, prove: { endianness = 'little' } }: AskedTwo, rules: RuleSet): Program {
  const outcome = tryCompileRules(rules, { endianness, weigh: weighKnownCalls(abis) })
  if (outcome.kind === 'fits') return outcome.program
  throw new CliError(
    `the intersection needs ${outcome.insns} instructions, and the kernel accepts ${BPF_MAXINSNS}; attach both filters instead, with the same meaning`,
    { cause: outcome.error },
  )
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

/**
 * `seccompile intersect`: a filter that gives every call the stricter of the verdicts of several filters. Where two
 * verdicts have one action and different data, the verdict of the later filter counts. Every call outside `--within`
 * is killed.
 */
async function intersect(io: Io, options: IntersectRequest): Promise<ExitCode> {
  const { a, b, more, within, json = false } = options
  const notation = chosenNotation(options, 'raw')
  const output = outputFile(io, options, notation, [a, b, ...more])
  if (more.length > 0) checkOneStdin([a, b, ...more], 'filters')
  const asked = await aboutFiles(a, b, options)
  const filters = [asked.left, asked.right, ...(await furtherSides(asked, options))]
  sayWarnings(io, ...filters.map(readingWarnings))
  const answer = rulesOf(filters, asked.prove)
  if (answer.kind === 'undecided') return sayUndecided(io, answer.reason, json)
  if (answer.kind === 'inexpressible')
    throw new CliError(`the intersection cannot be written as rules: ${answer.reason}`)
  const leftOut = new Set(filters.flatMap((each) => leftOutNotes(each, options)))
  if (!json) for (const note of leftOut) sayNote(io, note)
  noteArches(
    io,
    asked,
    options,
    'a call of an architecture that only one of them is for also gets the stricter verdict',
  )
  const program = programOf(asked, answer.rules)
  // The rules kill every call outside `--within`, and the filter must do so too. So the proof is about all calls.
  const { within: _part, ...prove } = asked.prove
  const begun = performance.now()
  const proof = equal({ level: 'rules', ir: answer.rules }, { level: 'program', ir: program }, prove)
  const ms = performance.now() - begun
  if (proof.kind === 'undecided' || proof.kind === 'same') return sayUndecided(io, proof.reason, json)
  if (proof.kind === 'different') throw new Error('the filter does not mean what its rules mean')
  const { endianness } = asked.left
  const filter = programFilter('the filter', program, asked.left.abis)
  return deliver(io, programSubject(filter), { notation, output }, options, (file, bytes) => {
    const meaning = proof.kind === 'equal' ? { digest: proof.digest, nodes: proof.nodes } : {}
    if (json)
      sayJson(io, {
        output: file,
        bytes,
        endianness,
        certificate: { kind: 'proved', ...meaning, ms },
      })
    else
      io.out(
        `${printableLine(file)}: ${program.length} instructions, ${bytes} bytes, as strict as ${more.length === 0 ? 'both' : `all ${filters.length}`}${within === undefined ? '' : ` within ${printableLine(within.text)}, and KILL_PROCESS elsewhere`}\nproved, ${digestText(meaning.digest)}\n`,
      )
  })
}

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
      : intersect(io, request),
})
