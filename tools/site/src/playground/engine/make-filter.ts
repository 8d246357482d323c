/*
 * Makes the filter of a text: the first part of an answer.
 *
 * A policy is compiled and proved. A raw filter is shown unchanged at once, and later in its optimised form.
 */
import type { Endianness, Program } from '@seccompile/abi'
import { verify } from '@seccompile/cbpf'
import { compile, cost, longestPath } from '@seccompile/compiler'
import type { Certificate, CompileOptions, Cost } from '@seccompile/compiler'
import { constantFamilies } from '@seccompile/constants/all'
import { pipelineOf } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { libseccompTree } from '@seccompile/pass-libseccomp-shapes'
import { lower } from '@seccompile/pass-lower'
import { parseKernelVersion, policyAbis } from '@seccompile/policy'
import type { Finding, KernelVersion } from '@seccompile/policy'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { argumentNames, listingLines } from '@seccompile/describe'
import type { Choices, AbiCostRow, FilterPart, FilterText, Note, PipelineChoice } from '../messages.ts'
import { programFilter, testedAbis, usualAbi } from '@seccompile/filter'
import type { Filter } from '@seccompile/filter'
import { namedAbis, tablesOf } from './abi-tables.ts'
import type { ShownFilter } from './shown-filter.ts'
import { withConstants } from './loaded-constants.ts'
import { warningNote } from './notes.ts'
import { readText, TextError } from './read-text.ts'
import type { ReadText } from './read-text.ts'

/** Most notes in the editor. */
const MOST_NOTES = 200

/** The passes of a choice. The shape of libseccomp's trees has passes of its own, since no pipeline has its name. */
export function passesOf(choice: PipelineChoice): NonNullable<CompileOptions['pipeline']> {
  if (choice !== 'libseccomp') return choice
  return pipelineOf('libseccomp', [libseccompTree, lower]) as Pass<'rules', 'program'> // the list begins at rules and ends at a program
}

function kernelOf(text: string): KernelVersion | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  const version = parseKernelVersion(trimmed)
  if (version === undefined) throw new TextError(`kernel "${trimmed}" is no version such as 5.10`)
  return version
}

async function tablesFor(tokens: readonly AbiToken[]): Promise<readonly [AbiTable, ...AbiTable[]]> {
  const [first, ...others] = await tablesOf(tokens)
  if (first === undefined) throw new TextError('the policy is for no ABI')
  return [first, ...others]
}

function costRows({ abis }: Cost): readonly AbiCostRow[] {
  return abis.map(({ abi, allowed, cached, calls }) => ({
    abi,
    allowed: allowed.count,
    mean: allowed.mean,
    worst: allowed.worst,
    cached,
    calls: calls.length,
  }))
}

/** A certificate in words; `what` names the proved property. */
export function proofOf(certificate: Certificate, what: string): FilterPart['proof'] {
  switch (certificate.kind) {
    case 'proved':
      return {
        kind: 'proved',
        text:
          certificate.nodes === undefined
            ? `${what} for every call; a search finds no call with two verdicts`
            : `${what} for every call; the diagram of the proof has ${certificate.nodes} nodes`,
        ...(certificate.digest === undefined ? {} : { digest: certificate.digest }),
      }
    case 'undecided':
      return { kind: 'undecided', text: `not proved: ${certificate.reason}` }
    case 'skipped':
      return { kind: 'undecided', text: 'not proved' }
  }
}

/** Facts that are shown of a filter beside its numbers. */
export type FilterFacts = Pick<FilterPart, 'source' | 'isPolicy' | 'bytes' | 'proof' | 'notes'>

/** The part that shows `subject`. */
export function filterPart(subject: ShownFilter, facts: FilterFacts, costs: Cost): FilterPart {
  const { program, filter, args } = subject
  const { endianness, abis } = filter
  return {
    part: 'filter',
    ...facts,
    abis: abis.map(({ token }) => token),
    insns: program.length,
    longest: costs.longestPath,
    ebpf: costs.ebpfInsns,
    costs: costRows(costs),
    listing: listingLines(program, endianness, { abis, args }),
    ms: 0,
  }
}

/** A filter with its facts, and the part that shows it. */
export interface MadeFilter {
  readonly subject: ShownFilter
  readonly part: FilterPart
}

const bytesOf = (program: Program, endianness: Endianness): Uint8Array => {
  const view = new DataView(new ArrayBuffer(program.length * 8))
  const little = endianness === 'little'
  program.forEach(({ code, jt, jf, k }, i) => {
    view.setUint16(8 * i, code, little)
    view.setUint8(8 * i + 2, jt)
    view.setUint8(8 * i + 3, jf)
    view.setUint32(8 * i + 4, k, little)
  })
  return new Uint8Array(view.buffer)
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
    leveled: { level: 'rules', ir: rules },
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

async function fromProgram(
  { program, endianness, source }: Extract<ReadText, { kind: 'program' }>,
  choices: Choices,
): Promise<MadeFilter> {
  const named = namedAbis(choices.abis)
  const [problem] = verify(program)
  if (problem !== undefined)
    throw new TextError(
      `the kernel would refuse this program: ${problem.where}: ${problem.message} (${problem.invariant})`,
    )
  const own = named.length > 0 ? named : [usualAbi(endianness)]
  const opened = programFilter('this filter', program, await tablesFor(own))
  const abis = named.length > 0 ? opened.abis : await tablesFor(testedAbis(opened, opened.abis))
  const kernel = kernelOf(choices.kernel)
  const filter: Filter = { ...opened, abis, ...(kernel === undefined ? {} : { target: { kernel } }) }
  const subject: ShownFilter = { filter, program, args: argumentNames(abis) }
  const proof = { kind: 'given', text: 'the filter as it was given' } as const
  const facts = { source, isPolicy: false, bytes: bytesOf(program, endianness), proof, notes: [] }
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
  return read.kind === 'policy' ? fromPolicy(read, choices) : fromProgram(read, choices)
}

/** Size, longest path and mean cost of the rows of a table. */
export function measured(
  program: Program,
  { filter: { abis, endianness } }: ShownFilter,
): {
  readonly insns: number
  readonly longest: number
  readonly mean: number
} {
  const [main] = abis
  const [first] = cost(program, [main], endianness).abis
  return { insns: program.length, longest: longestPath(program), mean: first?.allowed.mean ?? 0 }
}
