/* The sections of a report: each asks one question about a filter, and says so if the answer is undecided. */
import type { Program } from '@seccompile/abi'
import {
  compile,
  compileStack,
  cost,
  DEFAULT_PIPELINE,
  isPipelineName,
  pipelines,
} from '@seccompile/compiler'
import type { Certificate, Compilation, PipelineName, StackCompilation } from '@seccompile/compiler'
import type { Filter } from '@seccompile/filter'
import type { Policy } from '@seccompile/policy'
import { regions } from '@seccompile/prover'
import type { ProveOptions } from '@seccompile/prover'
import { assertNever } from '@seccompile/shape'
import { countFindings, countsText, verdictOn } from '@seccompile/lint-report'
import type { LintResult, LintedFinding } from '@seccompile/lint-report'
import { byMainAbi, callNames } from '@seccompile/describe'
import type { CallNames } from '@seccompile/describe'
import { costReport } from './compilation.ts'
import type { ReportPart } from './compilation.ts'
import type { TableCell } from '@seccompile/text-layout'
import { findingKey, newFirst } from './new-findings.ts'
import { meaningTable, verdictMark } from './regions.ts'
import { code } from './report.ts'
import type { ReportBlock, ReportCell, Mark, ReportSection } from './report.ts'

/** Whether the policy is at fault. The test reads the name, because the class may come from another copy. */
const isPolicyError = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'PolicyError'

/** The text of a section, and its undecided questions. */
export interface SectionResult {
  readonly section: ReportSection
  /** The reason that a question of the section is undecided. */
  readonly undecided?: string
}

const text = (words: string): ReportBlock => ({ kind: 'text', text: words })

/** The text for a question that is undecided. */
export const notDecided = (reason: string): ReportBlock => text(`Not decided: ${reason}`)

/** The meaning of the filter, by verdict and call. */
export function meaningSection(
  { subject, abis }: Filter,
  names: CallNames,
  prove: ProveOptions,
): SectionResult {
  const title = 'What it does'
  const answer = regions(subject, prove)
  if (answer.kind === 'undecided')
    return { section: { title, blocks: [notDecided(answer.reason)] }, undecided: answer.reason }
  const sections = byMainAbi(answer.sections, abis)
  return { section: { title, blocks: [meaningTable(names, abis, sections)] } }
}

const TONES = { high: 'open', medium: 'between', low: 'plain' } as const

/** A finding as a row: severity, lint rule, place, text, call, remedy; with a base also whether it is new. */
export function findingRow(
  linted: LintResult,
  finding: LintedFinding,
  inBase: ReadonlySet<string> | undefined,
): readonly ReportCell[] {
  const { filter, args } = linted
  const names = callNames(filter.abis, args)
  const { severity, name, what, source, call, other, instead = '', accepted } = finding
  const calls = [call, other].flatMap((each) => {
    if (each === undefined) return []
    const verdict = verdictOn(filter, each)
    return [code(names.call(each.data)), verdictMark(verdict, names.verdict(verdict, each.data.arch))]
  })
  const mark: Mark = { kind: 'mark', text: severity, tone: TONES[severity] }
  const known = inBase === undefined ? [] : [inBase.has(findingKey(finding)) ? 'as in the base' : 'new']
  return [
    mark,
    code(name),
    source === undefined ? '' : code(`${source.line}:${source.column}`),
    accepted === undefined ? what : `${what} (accepted: ${accepted})`,
    calls,
    instead,
    ...known,
  ]
}

/** Warnings and findings of lint rules, new ones first; with `base`, each with a mark whether the base has it too. */
export function findingsSection(linted: LintResult, base: LintResult | undefined): SectionResult {
  const { findings, undecided } = linted
  const inBase = base && new Set(base.findings.map(findingKey))
  const header = ['severity', 'lint rule', 'place', 'finding', 'call', 'instead']
  const summary = countsText(countFindings(findings), '')
  const blocks: readonly ReportBlock[] = [
    text(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`),
    ...(findings.length === 0
      ? []
      : [
          {
            kind: 'table',
            header: inBase === undefined ? header : [...header, 'base'],
            rows: newFirst(findings, base).map((finding) => findingRow(linted, finding, inBase)),
          } as const,
        ]),
    ...linted.filter.notes.map((note) => text(`Note: ${note}`)),
    ...undecided.map(({ name, reason }) => notDecided(`${name}: ${reason}`)),
  ]
  const [first] = undecided
  const section = { title: 'Findings', blocks }
  return first === undefined ? { section } : { section, undecided: `${first.name}: ${first.reason}` }
}

/** A filter as programs: those of a raw file, or those compiled from a policy. */
export interface FilterPrograms {
  readonly programs: readonly Program[]
  /** The compilation of a policy. */
  readonly compilation?: StackCompilation
  /** The reason that a policy cannot be compiled. */
  readonly refused?: string
}

/**
 * The programs of `filter`. A policy is compiled as `compile` does, with its proof.
 * @throws PassError if a pass fails, which is our fault
 */
export function programsOf(filter: Filter): FilterPrograms {
  if (filter.policy !== undefined)
    try {
      const compilation = compileStack(filter.policy, filter.target)
      return { programs: compilation.filters.map(({ program }) => program), compilation }
    } catch (error) {
      if (!isPolicyError(error)) throw error
      return { programs: [], refused: error.message }
    }
  const { subject } = filter
  if (subject.level === 'program') return { programs: [subject.ir] }
  return { programs: subject.level === 'stack' ? subject.ir.flatMap((one) => (one.level === 'program' ? [one.ir] : [])) : [] } // prettier-ignore
}

/** A table of the report of `cost`, with its instructions set as code. */
function costTable({ header, rows, ...more }: ReportPart): ReportBlock {
  const at = header.indexOf('instruction')
  const cell = (value: TableCell, column: number): ReportCell =>
    column === at && typeof value === 'string' && value !== '' ? code(value) : value
  return { kind: 'table', header, rows: rows.map((row) => row.map(cell)), ...more }
}

/** The cost of the filters, and the reasons that keep calls out of the allow bitmap. */
export function costSection(
  { abis, endianness }: Filter,
  { programs, compilation, refused }: FilterPrograms,
): SectionResult {
  const blocks = programs.flatMap((program, i): readonly ReportBlock[] => {
    const costs = cost(program, abis, endianness)
    const objective = programs.length === 1 ? compilation?.objective : undefined
    const parts = costReport({ program, abis, endianness, objective }, costs, [], false)
    const title = programs.length === 1 ? [] : [text(`Filter ${i + 1} of ${programs.length}, in the order in which they are attached:`)] // prettier-ignore
    const [, ...others] = abis.map(({ token }) => token)
    const isOther = ({ title: of }: ReportPart): boolean => others.some((abi) => of?.startsWith(`${abi}: `))
    const folded = parts.filter(isOther)
    return [
      ...title,
      ...parts.filter((part) => !isOther(part)).map(costTable),
      ...(folded.length === 0 ? [] : [{ kind: 'folded', title: `${others.join(', ')}: ${folded[0]?.title?.replace(/^\w+: /, '')}`, blocks: folded.map(costTable) } as const]),
    ] // prettier-ignore
  })
  const how = compilation === undefined ? [] : [text(`As compile makes it, by the pipeline ${DEFAULT_PIPELINE}.`)] // prettier-ignore
  return {
    section: {
      title: 'Cost and bitmap',
      blocks: refused === undefined ? [...how, ...blocks] : [text(`Not compiled: ${refused}`)],
    },
  }
}

/** The means of a proof: a diagram with so many nodes, or a search where there is no diagram. */
function proofMeans(nodes: number | undefined): string {
  return nodes === undefined ? 'a search, since the diagram is too large' : `a diagram of ${nodes} nodes`
}

function proofText(certificate: Certificate): string {
  switch (certificate.kind) {
    case 'proved':
      return `The compiled filter gives every call, with any arguments, the verdict of the policy. This is proved by ${proofMeans(certificate.nodes)}.`
    case 'undecided':
      return `Not decided: ${certificate.reason}`
    case 'skipped':
      return 'The compiled filter is not proved equal to the policy.'
    default:
      return assertNever(certificate)
  }
}

/** The proof. `digest` is the fingerprint of the meaning, or the reason that there is none. */
export function proofSection({ compilation, refused }: FilterPrograms, digest: Digest): SectionResult {
  const meaning: ReportBlock =
    'digest' in digest
      ? { kind: 'table', header: ['digest of the meaning'], rows: [[code(digest.digest)]], note: 'All filters that mean the same have this digest, whatever made them.' } // prettier-ignore
      : notDecided(digest.undecided)
  const certificate = compilation?.certificate
  const proved =
    certificate !== undefined
      ? proofText(certificate)
      : refused === undefined
        ? 'The report is about the instructions themselves: the meaning is read from them.'
        : 'There is no filter to prove equal to the policy.'
  const undecided = certificate?.kind === 'undecided' ? certificate.reason : undefined
  const why = undecided ?? ('undecided' in digest ? digest.undecided : undefined)
  const section = { title: 'Proof', blocks: [text(proved), meaning] }
  return why === undefined ? { section } : { section, undecided: why }
}

/** The fingerprint of a meaning, or the reason that it is not known. */
export type Digest = { readonly digest: string } | { readonly undecided: string }

const BYTES = 8

/** A compilation to one filter. */
type OneFilter = Pick<Compilation, 'program' | 'abis' | 'endianness'>

function pipelineRow(name: PipelineName, compiled: () => OneFilter): readonly ReportCell[] {
  try {
    const { program, abis, endianness } = compiled()
    const { longestPath, abis: all } = cost(program, abis, endianness)
    const { allowed, cached } = all[0]! // the main ABI
    return [code(name), pipelines[name].summary, program.length, program.length * BYTES, allowed.mean, allowed.worst, longestPath, cached] // prettier-ignore
  } catch (error) {
    if (!isPolicyError(error)) throw error
    return [code(name), error.message, '', '', '', '', '', '']
  }
}

/** The most rules of a policy that every named pipeline compiles. Docker's profile has 400; a hostile policy has 40,000. */
const MAX_COMPARED_RULES = 10_000

/** The number of rules of `policy` and of those that hold with it. */
const countRules = ({ rules, and = [] }: Policy): number =>
  and.reduce((sum, part) => sum + countRules(part), rules.length)

/** The pipelines whose sizes are compared, and the note where they are not all. */
function comparedPipelines(policy: Policy): readonly [names: readonly PipelineName[], note: string] {
  const count = countRules(policy)
  if (count <= MAX_COMPARED_RULES) return [Object.keys(pipelines).filter(isPipelineName), '']
  return [
    [DEFAULT_PIPELINE],
    `; no other pipeline compiles more than ${MAX_COMPARED_RULES} rules here, and this policy has ${count}`,
  ]
}

/** The size of the filter under each named pipeline; of raw filters, their own. */
export function sizesSection(filter: Filter, { programs, compilation }: FilterPrograms): SectionResult {
  const title = 'Sizes'
  if (filter.policy === undefined) {
    const rows = programs.map((program, i) => [i + 1, program.length, program.length * BYTES])
    return {
      section: { title, blocks: [{ kind: 'table', header: ['filter', 'instructions', 'bytes'], rows }] },
    }
  }
  const { policy, target } = filter
  const header = [
    'pipeline',
    'what it is',
    'instructions',
    'bytes',
    'mean',
    'worst',
    'longest path',
    'in bitmap',
  ]
  const [names, why] = comparedPipelines(policy)
  // The filter that the report is about is not compiled again.
  const [program, ...more] = programs
  const made = compilation !== undefined && program !== undefined && more.length === 0 ? { ...compilation, program } : undefined // prettier-ignore
  const rows = names.map((name) =>
    pipelineRow(name, () =>
      name === DEFAULT_PIPELINE && made !== undefined
        ? made
        : compile(policy, { ...target, pipeline: name, prove: false }),
    ),
  )
  const note = `mean, worst: instructions executed for an allowed call of ${filter.abis[0].token} with arguments 0${why}`
  return { section: { title, blocks: [{ kind: 'table', header, rows, note }] } }
}
