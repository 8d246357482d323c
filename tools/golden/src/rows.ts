/*
 * Rows: a policy under an objective. A row compares our filters with all other known filters of the same meaning.
 *
 * The cost of our filter is the value of the objective for one call, and for each instruction the price of its pipeline. A
 * row is lost where another filter costs less. The other filters are those of all our pipelines, the list of `none` with the
 * tidying passes of `speed`, the list and the tree that libseccomp makes of rules, and programs by other tools.
 *
 * A filter takes part where the prover shows that it has the meaning of the rules. Our passes promise this meaning. Programs
 * by other tools often have another meaning, most often for numbers of x32.
 */
import type { Program } from '@seccompile/abi'
import { compile, objectiveOf, pipelines, tryCompileRules } from '@seccompile/compiler'
import type {
  Compilation,
  CompileOptions,
  Objective,
  ObjectiveKind,
  PipelineName,
} from '@seccompile/compiler'
import { pipeline, pipelineOf } from '@seccompile/pass'
import { libseccompList, libseccompTree } from '@seccompile/pass-libseccomp-shapes'
import { lower } from '@seccompile/pass-lower'
import type { Policy } from '@seccompile/policy'
import { equal, STACK_LIMITS } from '@seccompile/prover'
import { signedAbiTable } from '@seccompile/signatures'
import { corpusPolicy } from './corpus.ts'
import type { CorpusEntry } from './corpus.ts'

/** A program, and the name of its maker. */
export interface CorpusFilter {
  readonly name: string
  readonly program: Program
}

/** A policy, its target, and programs by other tools that may have the same meaning. */
export interface RowSubject {
  readonly name: string
  readonly policy: Policy
  readonly target: Pick<CompileOptions, 'abis' | 'caps' | 'kernel'>
  readonly vectors: readonly CorpusFilter[]
}

/** The pipelines whose filters must not lose. */
const SEARCHING = ['speed', 'size', 'smallest'] as const satisfies readonly PipelineName[]

/** A filter in a row: the instructions of its program, and the value of the objective. */
export interface RowFilter {
  readonly name: string
  readonly insns: number
  readonly value: number
}

/** A loss: at the price of its own pipeline, one of our filters costs more than another filter. */
export interface CostLoss {
  readonly own: RowFilter
  readonly other: RowFilter
  /** The difference of the costs, in executed instructions of a call. */
  readonly by: number
}

/** A policy under an objective. */
export interface CorpusRow {
  readonly subject: string
  readonly objective: Objective
  readonly filters: readonly RowFilter[]
  /** For each pipeline that loses, the cheapest other filter. */
  readonly losses: readonly CostLoss[]
}

/** Costs with a smaller difference count as equal. */
const EPSILON = 1e-9

type LoweringPass = typeof pipelines.none.pass

/** Pipelines without a name, whose filters do not depend on the objective. */
const SHAPES: readonly { readonly name: string; readonly pass: LoweringPass }[] = [
  { name: 'none', pass: pipelines.none.pass },
  {
    name: 'none, tidied',
    pass: pipeline('tidied', [pipelines.none.pass, ...pipelines.speed.pass.parts!.slice(-1)] as never),
  },
  { name: 'libseccomp list', pass: pipelineOf('libseccomp-list', [libseccompList, lower]) as LoweringPass },
  { name: 'libseccomp tree', pass: pipelineOf('libseccomp-tree', [libseccompTree, lower]) as LoweringPass },
]

/** The rows of a policy, by objective. Filters that serve all rows are made only once. */
export interface Rows {
  /** Filters that take part in no row, since no proof shows that they have the same meaning. */
  readonly leftOut: readonly string[]
  readonly row: (kind: ObjectiveKind) => CorpusRow
}

/** The rows of `subject`. */
export function rowsOf({ name: subject, policy, target, vectors }: RowSubject): Rows {
  const made = (kind: ObjectiveKind, name: PipelineName): Compilation =>
    compile(policy, { ...target, objective: kind, pipeline: name, prove: false })
  const { rules, endianness } = made('uniform', 'list')
  const shapes = SHAPES.flatMap(({ name, pass }) => {
    const outcome = tryCompileRules(rules, { endianness, pipeline: pass })
    return outcome.kind === 'fits' ? [{ name, program: outcome.program }] : []
  })
  const isSame = ({ program }: CorpusFilter): boolean =>
    equal({ level: 'rules', ir: rules }, { level: 'program', ir: program }, { ...STACK_LIMITS, endianness })
      .kind === 'equal'
  const others = [...shapes, ...vectors]
  const same = others.filter(isSame)
  return {
    leftOut: others.filter((filter) => !same.includes(filter)).map(({ name }) => name),
    row: (kind) => {
      const objective = objectiveOf(rules, target.abis, { objective: kind })
      const ours = ([...SEARCHING, 'list'] as const).map((name) => ({ name, ...made(kind, name) }))
      const filters = [...ours, ...same].map(({ name, program }) => ({
        name,
        insns: program.length,
        value: objective.valueOf([program], endianness).value,
      }))
      return { subject, objective, filters, losses: lossesOf(objective, filters) }
    },
  }
}

/** For each pipeline that loses among `filters`, the cheapest other filter. */
function lossesOf({ calls }: Objective, filters: readonly RowFilter[]): readonly CostLoss[] {
  return SEARCHING.flatMap((name) => {
    const price = pipelines[name].insnCost
    const costOf = ({ value, insns }: RowFilter): number => value / calls + price * insns
    const own = filters.find((filter) => filter.name === name)!
    const other = filters.reduce((a, b) => (costOf(b) < costOf(a) ? b : a))
    const by = costOf(own) - costOf(other)
    return by > EPSILON ? [{ own, other, by }] : []
  })
}

/** The subject of the rows of `entry`. */
export async function rowSubject(entry: CorpusEntry): Promise<RowSubject> {
  return {
    name: entry.name,
    policy: await corpusPolicy(entry),
    target: {
      abis: entry.abis.map((token) => signedAbiTable(token)),
      ...(entry.caps === undefined ? {} : { caps: entry.caps }),
      ...(entry.kernel === undefined ? {} : { kernel: entry.kernel }),
    },
    vectors: [],
  }
}
