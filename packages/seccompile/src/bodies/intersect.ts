import { BPF_MAXINSNS } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { tryCompileRules, weighKnownCalls } from '@seccompile/compiler'
import { programFilter } from '@seccompile/filter'
import type { Filter } from '@seccompile/filter'
import { equal, intersect as intersectRules } from '@seccompile/prover'
import type { Subject } from '@seccompile/prover'
import type { RuleSet } from '@seccompile/rules'
import { CliError } from '../io/cli-error.ts'
import type { ExitCode } from '../io/exit-code.ts'
import { checkOneStdin } from '../io/input.ts'
import type { Io } from '../io/io.ts'
import { chosenNotation } from '../options/notation.ts'
import type { NotationOptions } from '../options/notation.ts'
import { programSubject } from '../write/content.ts'
import { deliver } from '../write/deliver.ts'
import { outputFile } from '../write/output-file.ts'
import { leftOutNotes } from '../load/policy.ts'
import { aboutFile, aboutFiles, noteArches, sayUndecided } from '../load/question.ts'
import type { AskedTwo } from '../load/question.ts'
import type { QuestionOptions } from '../options/question.ts'
import { digestText } from '@seccompile/report/compilation'
import { printableLine } from '@seccompile/text-layout'
import { readingWarnings, sayJson, sayNote, sayWarnings } from '../show/say.ts'

/** Two filters, and how their intersection is written. */
export interface IntersectRequest extends QuestionOptions, NotationOptions {
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
  const sides: Filter[] = []
  // One file at a time: loading a module runs it.
  for (const argument of options.more) {
    const { side } = await aboutFile(argument, options)
    if (side.endianness !== left.endianness)
      throw new CliError(
        `${left.name} is ${left.endianness} endian and ${side.name} is ${side.endianness} endian; filters of different byte order are for different machines`,
      )
    sides.push(side)
  }
  return sides
}

/** The rules that are as strict as `sides` together. */
function rulesOf(
  [first, ...others]: readonly Filter[],
  how: AskedTwo['prove'],
): ReturnType<typeof intersectRules> {
  let answer: ReturnType<typeof intersectRules> | undefined
  for (const { leveled } of others) {
    const before: Subject = answer?.kind === 'rules' ? { level: 'rules', ir: answer.rules } : first!.leveled
    answer = intersectRules(before, leveled, how)
    if (answer.kind !== 'rules') break
  }
  return answer! // there are two filters at least
}

/**
 * `seccompile intersect`: a filter that gives every call the stricter of the verdicts of several filters. Where two
 * verdicts have one action and different data, the verdict of the later filter counts. Every call outside `--within`
 * is killed.
 */
export async function intersect(io: Io, options: IntersectRequest): Promise<ExitCode> {
  const { a, b, more, within, json = false } = options
  const notation = chosenNotation(options, 'raw')
  const output = outputFile(io, options, notation, [a, b, ...more])
  if (more.length > 0) checkOneStdin([a, b, ...more], 'filters')
  const asked = await aboutFiles(a, b, options)
  const sides = [asked.left, asked.right, ...(await furtherSides(asked, options))]
  sayWarnings(io, ...sides.map(readingWarnings))
  const answer = rulesOf(sides, asked.prove)
  if (answer.kind === 'undecided') return sayUndecided(io, answer.reason, json)
  if (answer.kind === 'inexpressible')
    throw new CliError(`the intersection cannot be written as rules: ${answer.reason}`)
  const leftOut = new Set(sides.flatMap((each) => leftOutNotes(each, options)))
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
  const side = programFilter('the filter', program, asked.left.abis)
  return deliver(io, programSubject(side), { notation, output }, options, (file, bytes) => {
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
        `${printableLine(file)}: ${program.length} instructions, ${bytes} bytes, as strict as ${more.length === 0 ? 'both' : `all ${sides.length}`}${within === undefined ? '' : ` within ${printableLine(within.text)}, and KILL_PROCESS elsewhere`}\nproved, ${digestText(meaning.digest)}\n`,
      )
  })
}
