/*
 * The costs of our filters, and of filters by other tools whose version is known. The costs are counts, and the same on
 * every machine.
 */
import { AUDIT_ARCH } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { changes } from '@seccompile/prover'
import { contains } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { calls } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { MAKERS } from '@seccompile/vectors'
import type { Maker } from '@seccompile/vectors'
import { costRow } from './cost-row.ts'
import type { CostRow } from './cost-row.ts'
import { subject } from './filters.ts'
import type { BenchSubject, MakerProgram } from './filters.ts'

/** The cost of a filter, and the tool that made it. */
export interface KnownRow extends CostRow {
  /** The tool; absent for a filter of this project. */
  readonly maker?: Maker
  /**
   * The calls to which the filter gives, for some arguments at least, another verdict than the rules. Proved for
   * numbers of x86_64 below those of x32, and for all numbers of x86.
   */
  readonly differs: readonly string[]
}

/** The costs of all filters of one policy. */
export interface KnownCosts {
  readonly name: BenchSubject['name']
  readonly abis: readonly AbiTable[]
  /** Ours, then those of other tools in the order of `MAKERS`. */
  readonly rows: readonly KnownRow[]
}

/** The numbers of x86_64 below those of x32. */
const X86_64_NUMBERS = [{ lo: 0, hi: 0x3fff_ffff }] as const

/** @throws Error where the question is undecided */
function differingCalls(rules: RuleSet, program: Program, abis: readonly AbiTable[]): readonly string[] {
  const tables = abis.filter(({ base }) => base === 0) // without x32, whose numbers are above the numbers of x86_64
  const names = tables.flatMap((abi) => {
    const numbers = abi.auditArch === AUDIT_ARCH.X86_64 ? { numbers: X86_64_NUMBERS } : {}
    const found = changes(
      { level: 'rules', ir: rules },
      { level: 'program', ir: program },
      { within: { arch: abi.auditArch, ...numbers } },
    )
    if (found.kind === 'undecided') throw new Error(found.reason)
    return found.changes.flatMap((change) => {
      const named = calls(abi).filter(({ nr }) => contains(change.numbers, nr))
      return named.length === 0 ? ['numbers that are no call'] : named.map(({ name }) => name)
    })
  })
  return [...new Set(names)]
}

function knownRows({ name, rules, abis, pipelines, objectives, others }: BenchSubject): KnownCosts {
  const rowOf = (filter: MakerProgram, maker?: Maker): KnownRow => ({
    ...costRow(filter, abis),
    ...(maker === undefined ? {} : { maker }),
    differs: differingCalls(rules, filter.program, abis),
  })
  const theirs = Object.entries(MAKERS).flatMap(([tool, maker]) =>
    others.filter((filter) => filter.name === tool).map((filter) => rowOf(filter, maker)),
  )
  const ours = [...pipelines, ...objectives].filter((filter) => filter.name !== 'none')
  return { name, abis, rows: [...ours.map((filter) => rowOf(filter)), ...theirs] }
}

/** The costs of the three policies that all programs were made from. Takes seconds. */
export function knownCosts(): readonly KnownCosts[] {
  return (['docker-flat', 'docker-args', 'docker-3abi'] as const).map((name) => knownRows(subject(name)))
}
