/* Filters of a few calls, and what lint rules find in them, as a test chooses. */
import type { PolicyFilter } from '@seccompile/filter'
import type { LintedFinding, LintResult } from '@seccompile/lint-report'
import { CONTAINER_CAPS, NEWEST_KERNEL, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import type { ReportBlock, ReportCell, SectionResult } from '@seccompile/report'
import { abiTable } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

export const X86_64: AbiTable = abiTable('x86_64')
export const S390X: AbiTable = abiTable('s390x')
export const X86: AbiTable = abiTable('x86')

/** Bounds that every question exceeds. */
export const TOO_LARGE = { maxNodes: 1, maxSteps: 1, maxSearchSteps: 1 } as const

/** The filter of `policy` on `abis`. */
export function filterOf(policy: Policy, abis: PolicyFilter['abis'] = [X86_64]): PolicyFilter {
  return {
    name: 'mine.json',
    subject: { level: 'rules', ir: resolve(policy, { abis }).rules },
    endianness: 'little',
    abis,
    arches: () => abis.map(({ auditArch }) => auditArch),
    program: () => Promise.resolve(undefined),
    policy,
    target: { abis },
    notes: [],
    findings: [],
  }
}

/** `filter` with findings of high severity, which differ by `findings`. */
export function lintedWith(
  filter: LintResult['filter'],
  findings: readonly Partial<LintedFinding>[] = [],
  more: Partial<LintResult> = {},
): LintResult {
  return {
    kind: 'linted',
    name: filter.name,
    filter,
    kernel: NEWEST_KERNEL,
    caps: CONTAINER_CAPS,
    findings: findings.map((each) => ({
      name: 'some-gap',
      severity: 'high',
      message: 'so',
      what: 'so',
      ...each,
    })),
    undecided: [],
    args: undefined,
    ...more,
  }
}

type TableBlock = Extract<ReportBlock, { readonly kind: 'table' }>

/** The tables among `blocks`. */
export const tablesOf = (blocks: readonly ReportBlock[]): readonly TableBlock[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))

/** The texts among `blocks`. */
export const textsOf = (blocks: readonly ReportBlock[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []))

export const blocksOf = ({ section }: SectionResult): readonly ReportBlock[] => section.blocks

/** A cell as plain text. */
export function plain(cell: ReportCell | undefined): string {
  if (cell === undefined || typeof cell !== 'object') return String(cell)
  if ('kind' in cell)
    return cell.kind === 'folded' ? `${plain(cell.summary)} (${plain(cell.pieces)})` : cell.text
  return cell.map(plain).join(', ')
}

/** The rows of a table as plain texts. */
export const rowsOf = ({ rows }: TableBlock): readonly (readonly string[])[] =>
  rows.map((row) => row.map(plain))
