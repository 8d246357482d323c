/*
 * The experiment that started this: an allow list of the calls that Docker's profile allows unconditionally on
 * x86_64, in the order of their numbers but for getppid, which stands first, in the middle or last. In a linear
 * filter its cost is its place; in a tree it is the logarithm of the list, wherever it stands.
 *
 * @see https://github.com/seccomp/libseccomp/issues/116
 */
import { seccompData, verdictOf } from '@seccompile/abi'
import { compileRules } from '@seccompile/compiler'
import type { PresetName } from '@seccompile/compiler'
import { run } from '@seccompile/interpreter'
import { containerDefault, resolve } from '@seccompile/policy'
import { ALWAYS, isAlways } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { numberOf } from '@seccompile/syscalls'
import { x86_64 } from '@seccompile/syscalls/x86_64'

/** The call whose cost was measured. */
const MEASURED = 'getppid'

/** One row of the experiment: a preset, the place of getppid in the list, and what it costs. */
export interface SeedRow {
  readonly preset: PresetName
  readonly place: 'first' | 'middle' | 'last'
  /** Instructions of the whole filter. */
  readonly insns: number
  /** Instructions executed for getppid. */
  readonly executed: number
}

/** The numbers that the container-default policy allows on x86_64 whatever the arguments, sorted. */
export function unconditionalNumbers(): readonly number[] {
  const allow = verdictOf('ALLOW')
  const { rules } = resolve(containerDefault, { abis: [x86_64] })
  const allowed = (rules.sections[0]?.rules ?? []).filter(
    ({ when, verdict }) => isAlways(when) && verdict === allow,
  )
  const numbers = allowed.flatMap((rule) => rule.numbers.map(({ lo }) => lo))
  return numbers.toSorted((a, b) => a - b)
}

function allowList(numbers: readonly number[]): RuleSet {
  const rules = numbers.map((nr) => ({
    numbers: [{ lo: nr, hi: nr }],
    when: ALWAYS,
    verdict: verdictOf('ALLOW'),
  }))
  const section = { arch: x86_64.auditArch, rules, otherwise: verdictOf('ERRNO', 1) }
  return { sections: [section], badArch: verdictOf('KILL_THREAD') }
}

/** The rows of the experiment. */
export function seedRows(): readonly SeedRow[] {
  const measured = numberOf(x86_64, MEASURED)!
  const others = unconditionalNumbers().filter((nr) => nr !== measured)
  const middle = Math.floor(others.length / 2)
  const lists = {
    first: [measured, ...others],
    middle: [...others.slice(0, middle), measured, ...others.slice(middle)],
    last: [...others, measured],
  }
  const row = (preset: PresetName, place: keyof typeof lists): SeedRow => {
    const program = compileRules(allowList(lists[place]), { preset })
    const { steps } = run(program, seccompData({ nr: measured, arch: x86_64.auditArch }))
    return { preset, place, insns: program.length, executed: steps }
  }
  const places = ['first', 'middle', 'last'] as const
  return [...places.map((place) => row('none', place)), ...places.map((place) => row('speed', place))]
}
