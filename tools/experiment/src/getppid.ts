/*
 * The experiment that started this project: an allow list of the calls that Docker's profile allows unconditionally on
 * x86_64. The calls are in the order of their numbers, but getppid is first, in the middle, or last. In a linear filter
 * the cost of getppid is its place. In a tree the cost is the logarithm of the length, at any place.
 *
 * @see https://github.com/seccomp/libseccomp/issues/116
 */
import { seccompData, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { compileRules, objectiveOf } from '@seccompile/compiler'
import type { PipelineName } from '@seccompile/compiler'
import { run } from '@seccompile/interpreter'
import { resolve } from '@seccompile/policy'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { ALWAYS, isAlways } from '@seccompile/rules'
import type { Rule, RuleSet } from '@seccompile/rules'
import { abiTable, numberOf } from '@seccompile/syscalls'

/** The call whose cost was measured. */
const MEASURED = 'getppid'

/** The place of getppid in an allow list. */
export type GetppidPlace = 'first' | 'middle' | 'last'

/** An allow list of the experiment. Other calls get ERRNO(1). */
export interface GetppidList {
  readonly place: GetppidPlace
  /** The numbers, in the order of the list. */
  readonly numbers: readonly number[]
  readonly rules: RuleSet
}

/** One row of the experiment: a pipeline, the place of getppid in the list, and its cost. */
export interface GetppidRow {
  readonly pipeline: PipelineName
  readonly place: GetppidPlace
  /** Instructions of the whole filter. */
  readonly insns: number
  /** Instructions executed for getppid. */
  readonly executed: number
}

const x86_64 = abiTable('x86_64')

/** The sorted numbers that Docker's profile allows on x86_64 for all arguments. */
export function unconditionalNumbers(): readonly number[] {
  const allow = verdictOf('ALLOW')
  const { rules } = resolve(dockerProfile, { abis: [x86_64] })
  const allowed = (rules.sections[0]?.rules ?? []).filter(
    ({ when, verdict }) => isAlways(when) && verdict === allow,
  )
  const numbers = allowed.flatMap((rule) => rule.numbers.map(({ lo }) => lo))
  return numbers.toSorted((a, b) => a - b)
}

/** The rules that allow `numbers` on x86_64, behind the rules `before`, and give ERRNO(1) to all others. */
export function allowList(numbers: readonly number[], before: readonly Rule[] = []): RuleSet {
  const allowed = numbers.map((nr) => ({
    numbers: [{ lo: nr, hi: nr }],
    when: ALWAYS,
    verdict: verdictOf('ALLOW'),
  }))
  const section = { arch: x86_64.auditArch, rules: [...before, ...allowed], otherwise: verdictOf('ERRNO', 1) }
  return { sections: [section], badArch: verdictOf('KILL_THREAD') }
}

/** The three lists of the experiment, for x86_64. They mean the same. */
export function getppidLists(): readonly GetppidList[] {
  const measured = numberOf(x86_64, MEASURED)!
  const others = unconditionalNumbers().filter((nr) => nr !== measured)
  const middle = Math.floor(others.length / 2)
  const lists: readonly (readonly [GetppidPlace, readonly number[]])[] = [
    ['first', [measured, ...others]],
    ['middle', [...others.slice(0, middle), measured, ...others.slice(middle)]],
    ['last', [...others, measured]],
  ]
  return lists.map(([place, numbers]) => ({ place, numbers, rules: allowList(numbers) }))
}

/**
 * The number of instructions that `program`, for little endian, executes for getppid on x86_64, the return included.
 * @throws IrError where control reaches an instruction that the kernel would refuse
 */
export function getppidExecuted(program: Program): number {
  return run(program, seccompData({ nr: numberOf(x86_64, MEASURED)!, arch: x86_64.auditArch })).steps
}

/** The rows of the experiment: each of `pipelines` with getppid in each place. */
export function getppidRows(pipelines: readonly PipelineName[] = ['none', 'speed']): readonly GetppidRow[] {
  const lists = getppidLists()
  return pipelines.flatMap((pipeline) =>
    lists.map(({ place, rules }): GetppidRow => {
      const program = compileRules(rules, { pipeline, weigh: objectiveOf(rules, [x86_64]).weigh })
      return { pipeline, place, insns: program.length, executed: getppidExecuted(program) }
    }),
  )
}
