import { getppidRows } from '@seccompile/experiment'
import type { GetppidRow } from '@seccompile/experiment'
import { agreement } from './agreement.ts'
import type { ProgramAgreement } from './agreement.ts'
import { costRow } from './cost-row.ts'
import type { CostRow } from './cost-row.ts'
import { gapsOf } from './gaps.ts'
import type { GapRow } from './gaps.ts'
import { programOf, subject } from './filters.ts'
import type { BenchSubject } from './filters.ts'
import { liveCosts } from './live-costs.ts'
import type { Live } from './live-costs.ts'
import { times } from './timing.ts'
import type { TimingRow } from './timing.ts'
import { takeTurns } from './turns.ts'
import type { TurnsRow } from './turns.ts'

/** The agreement of the program of pipeline `speed` with another program. */
export interface AgreementRow extends ProgramAgreement {
  readonly subject: BenchSubject['name']
  readonly against: string
}

/** The results of one run; plain data. */
export interface Measurements {
  /** Our pipelines and objectives, then the other tools in the order of executed instructions. */
  readonly costs: Readonly<Record<BenchSubject['name'], readonly CostRow[]>>
  /** Our filters beside maximal effort and the lower bound. */
  readonly gaps: readonly GapRow[]
  /** An allow list with getppid at several places. */
  readonly getppid: readonly GetppidRow[]
  /** Absent where libseccomp is not installed. */
  readonly live?: Live
  readonly agreements: readonly AgreementRow[]
  readonly times: readonly TimingRow[]
  /** Our compilations and libseccomp's, in turns; empty where libseccomp is not installed. */
  readonly turns: readonly TurnsRow[]
}

const byMean = (a: CostRow, b: CostRow): number => a.abis[0]!.allowed.mean - b.abis[0]!.allowed.mean

function costsOf({ pipelines, objectives, unknown, others, abis }: BenchSubject): readonly CostRow[] {
  const ours = [...pipelines, ...objectives, unknown].map((filter) => costRow(filter, abis))
  return [...ours, ...others.map((filter) => costRow(filter, abis)).sort(byMean)]
}

function agreementsOf(of: BenchSubject): readonly AgreementRow[] {
  // libseccomp is the reference for the meaning of a profile. Some of the other tools cannot express all of it.
  return of.others
    .filter(({ name }) => name.startsWith('libseccomp'))
    .map(({ name, program }) => ({
      subject: of.name,
      against: name,
      ...agreement(of.rules, programOf(of, 'speed'), program),
    }))
}

/** Measures everything. Takes some seconds. @throws Error where the command line fails */
export function measure(): Measurements {
  const flat = subject('docker-flat')
  const args = subject('docker-args')
  const three = subject('docker-3abi')
  const live = liveCosts([flat, args, three])
  return {
    costs: { 'docker-flat': costsOf(flat), 'docker-args': costsOf(args), 'docker-3abi': costsOf(three) },
    gaps: [flat, args, three].flatMap(gapsOf),
    getppid: getppidRows(['none', 'size', 'speed']),
    ...(live === undefined ? {} : { live }),
    agreements: [flat, args, three].flatMap(agreementsOf),
    times: times(),
    turns: takeTurns([args, three]),
  }
}
