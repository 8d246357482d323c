import { letsRun } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { cost as costOf, passes, tryCompileRules } from '@seccompile/compiler'
import { drawCost } from '../cost/draw-cost.ts'
import type { CostSeries } from '../cost/draw-cost.ts'
import type { Pass } from '@seccompile/pass'
import { pipeline } from '@seccompile/pass'
import { mapSections } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'
import { programOf } from './kind.ts'
import type { Filter } from '@seccompile/filter'
import type { DrawInput } from './kind.ts'

/** The calls that `program` allows with all arguments 0, with their cost. */
function seriesOf(name: string, program: Program, abi: AbiTable): CostSeries {
  const [costs] = costOf(program, [abi], abi.endianness).abis
  return { name, calls: costs!.calls.filter(({ verdict }) => letsRun(verdict)) }
}

const X32_BIT = 0x4000_0000

/** The rules for the calls of `abi`: libseccomp keeps those of x32 apart, which share an arch with x86_64. */
const rulesOf = (rules: RuleSet, abi: AbiTable): RuleSet =>
  mapSections(rules, (section) => ({
    ...section,
    rules: section.rules.filter(({ numbers }) =>
      numbers.some(({ lo }) => lo >= X32_BIT === abi.base >= X32_BIT),
    ),
  }))

/**
 * The layouts of libseccomp for the rules of a policy, for comparison; empty for a raw filter. libseccomp itself
 * executes one or two instructions more (see `@seccompile/pass-libseccomp-shapes`).
 */
async function libseccompShapes(
  { subject, endianness }: Filter,
  abi: AbiTable,
  pause: DrawInput['pause'],
): Promise<readonly CostSeries[]> {
  if (subject.level !== 'rules') return []
  const lower = passes.find(({ name }) => name === 'lower') as Pass<'decision', 'program'> // the levels of the pass `lower`
  const found: CostSeries[] = []
  for (const [name, title] of [['libseccomp-tree', "tree, shaped as libseccomp's"], ['libseccomp-list', "list, shaped as libseccomp's"]]) {
    await pause?.()
    const shape = passes.find((pass) => pass.name === name) as Pass<'rules', 'decision'> // the levels of both shapes
    const outcome = tryCompileRules(rulesOf(subject.ir, abi), { endianness, pipeline: pipeline(name!, [shape, lower]) })
    // A list of many rules is longer than a filter may be.
    if (outcome.kind === 'fits') found.push(seriesOf(title!, outcome.program, abi))
  }
  return found
} // prettier-ignore

/**
 * The cost of each call: for one policy, beside the layouts of libseccomp; for several filters, beside each other.
 */
export async function cost({ filters, picture, pause }: DrawInput): Promise<string> {
  const [filter] = filters
  const [abi] = filter.abis
  const series: CostSeries[] = []
  for (const each of filters) series.push(seriesOf(each.name, await programOf('cost', each), abi))
  const others = filters.length === 1 ? await libseccompShapes(filter, abi, pause) : []
  return drawCost([...series, ...others], { ...picture, abi: abi.token })
}
