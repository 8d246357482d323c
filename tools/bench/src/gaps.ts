/*
 * The gap between our filters and the best: from filters of default effort to filters of maximal effort, and from
 * those to the lower bound of any search for arch and number.
 */
import { compileRules, objectiveOf } from '@seccompile/compiler'
import type { ObjectiveKind, ObjectiveOptions, PipelineName } from '@seccompile/compiler'
import type { BenchSubject } from './filters.ts'

/** A filter of default effort, one of maximal effort, and the lower bound. */
export interface GapRow {
  readonly subject: BenchSubject['name']
  readonly pipeline: PipelineName
  readonly objective: ObjectiveKind
  /** Instructions in the program, and the value of the objective. */
  readonly found: { readonly insns: number; readonly value: number }
  readonly best: { readonly insns: number; readonly value: number }
  readonly least: number
  /** Whether a search reaches `least`, arguments aside. */
  readonly exact: boolean
}

const ASKED: readonly (readonly [PipelineName, ObjectiveKind])[] = [
  ['speed', 'uniform'],
  ['speed', 'weights'],
  ['speed', 'bitmap'],
  ['speed', 'attach'],
  ['size', 'uniform'],
]

/** Weights under which x32 only breaks ties, as in earlier tables: a wide gap of x32 would hide those of the other ABIs. */
const lightX32 = (abis: BenchSubject['abis']): ObjectiveOptions['abiWeights'] =>
  abis.some(({ token }) => token === 'x32') ? { x32: 1e-3 } : {}

/** A row for each pipeline and objective. Takes some seconds each for three ABIs. */
export function gapsOf({
  name,
  rules,
  abis,
}: Pick<BenchSubject, 'name' | 'rules' | 'abis'>): readonly GapRow[] {
  return ASKED.map(([pipeline, kind]) => {
    const objective = objectiveOf(rules, abis, { objective: kind })
    const judge =
      kind === 'attach'
        ? objective
        : objectiveOf(rules, abis, { objective: kind, abiWeights: lightX32(abis) })
    const made = (effort: 'default' | 'max'): GapRow['found'] => {
      const program = compileRules(rules, { pipeline, weigh: objective.weigh, effort })
      return { insns: program.length, value: judge.valueOf([program], 'little').value }
    }
    const [found, best] = [made('default'), made('max')]
    const { bound, exact } = judge.boundOf(best.value, 'max')
    return { subject: name, pipeline, objective: kind, found, best, least: bound, exact }
  })
}
