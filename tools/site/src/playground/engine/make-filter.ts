/*
 * Makes the filter of a text: the first part of an answer.
 *
 * A policy is compiled and proved. A raw filter is shown unchanged at once, and later in its optimised form.
 */
import { compile, cost } from '@seccompile/compiler'
import type { CompileOptions } from '@seccompile/compiler'
import { constantFamilies } from '@seccompile/constants/all'
import { argumentNames } from '@seccompile/describe'
import type { Filter } from '@seccompile/filter'
import { pipelineOf } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { libseccompTree } from '@seccompile/pass-libseccomp-shapes'
import { lower } from '@seccompile/pass-lower'
import { policyAbis } from '@seccompile/policy'
import type { Finding } from '@seccompile/policy'
import type { Choices, FilterText, Note, PipelineChoice } from '../messages.ts'
import { namedAbis, tablesFor, tablesOf } from './abi-tables.ts'
import { filterPart, proofOf } from './filter-part.ts'
import type { MadeFilter } from './filter-part.ts'
import { withConstants } from './loaded-constants.ts'
import { kernelOf } from './named-kernel.ts'
import { warningNote } from './notes.ts'
import { readText } from './read-text.ts'
import type { ReadText } from './read-text.ts'
import type { ShownFilter } from './shown-filter.ts'

/** Most notes in the editor. */
const MOST_NOTES = 200

/** The passes of a choice. The shape of libseccomp's trees has passes of its own, since no pipeline has its name. */
export function passesOf(choice: PipelineChoice): NonNullable<CompileOptions['pipeline']> {
  if (choice !== 'libseccomp') return choice
  return pipelineOf('libseccomp', [libseccompTree, lower]) as Pass<'rules', 'program'> // the list begins at rules and ends at a program
}

async function fromPolicy(
  read: Extract<ReadText, { kind: 'policy' }>,
  choices: Choices,
): Promise<MadeFilter> {
  const kernel = kernelOf(choices.kernel)
  const named = namedAbis(choices.abis)
  const abis = await tablesFor(named.length > 0 ? named : policyAbis(read.policy))
  const target = { abis, kernel, families: constantFamilies }
  const how = { pipeline: passesOf(choices.pipeline), objective: choices.objective }
  const compilation = await withConstants(() => compile(read.policy, { ...target, ...how }))
  const warnings: readonly Finding[] = [...read.warnings, ...compilation.warnings]
  const { program, bytes, endianness, certificate, rules, absentSummary } = compilation
  const filter: Filter = {
    name: 'this filter',
    subject: { level: 'rules', ir: rules },
    endianness,
    abis,
    arches: () => rules.sections.map(({ arch }) => arch),
    program: () => Promise.resolve(program),
    policy: read.policy,
    target,
    notes: [],
    findings: warnings,
  }
  const subject: ShownFilter = { filter, program, args: argumentNames(abis), how }
  const notes: readonly Note[] = [
    ...warnings.slice(0, MOST_NOTES).map(warningNote),
    ...(absentSummary === undefined ? [] : [{ severity: 'info', message: absentSummary } as const]),
  ]
  const proof = proofOf(certificate, 'the filter means what the policy says')
  const facts = { source: read.source, isPolicy: true, bytes, proof, notes }
  const costs = cost(program, abis, endianness)
  return { subject, part: await withConstants(() => filterPart(subject, facts, costs)) }
}

/** The byte order of raw bytes that do not determine it. */
const orderOf = async (choices: Choices): Promise<'little' | 'big'> => {
  const [first] = await tablesOf(namedAbis(choices.abis))
  return first?.endianness ?? 'little'
}

async function readFilter({ text, typed }: FilterText, choices: Choices): Promise<ReadText> {
  if (typed === undefined) return readText(text, 'profile.json', await orderOf(choices))
  const { typedPolicy } = await import('./typed-policy.ts')
  return typedPolicy(typed)
}

/** The filter in a text; a policy is compiled. @throws PolicyError, AssemblyError, TextError */
export async function makeFilter(from: FilterText, choices: Choices): Promise<MadeFilter> {
  const read = await readFilter(from, choices)
  if (read.kind === 'policy') return fromPolicy(read, choices)
  const { fromProgram } = await import('./from-program.ts')
  return fromProgram(read, choices)
}
