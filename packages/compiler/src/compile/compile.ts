/*
 * From a policy to a filter, with the proof that the filter means the policy.
 */
import type { Endianness, Program } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import { ruleOutcomes } from '@seccompile/outcomes'
import { createMemo } from '@seccompile/pass'
import type { Effort, Memo } from '@seccompile/pass'
import type { PolicyError } from '@seccompile/policy'
import type { AbsentNames, Policy, Warning } from '@seccompile/policy'
import type { RuleSet } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'
import { impliedObjective } from '../objective/default-objective.ts'
import type { ImpliedObjective } from '../objective/default-objective.ts'
import type { Objective, ObjectiveBound, ObjectiveValue } from '../objective/objective.ts'
import { certify } from './certify.ts'
import type { Certificate } from './certify.ts'
import { cheapestRun } from './cheapest.ts'
import type { Extent } from './cheapest.ts'
import { attempt, runKept } from './compile-rules.ts'
import type { Attempt, Run } from './compile-rules.ts'
import { compileOptions } from './options.ts'
import type { CompileOptions, CompileRulesOptions } from './options.ts'
import { checkPaths, prepare } from './prepare.ts'
import type { Prepared } from './prepare.ts'
import { blame } from './step-keeper.ts'
import { passesLimit, tooLarge } from './too-large.ts'

/** A compiled policy. */
export interface Compilation {
  readonly rules: RuleSet
  readonly program: Program
  /** The program in the form that the kernel reads: 8 bytes for each instruction, in the byte order of the target. */
  readonly bytes: Uint8Array
  readonly endianness: Endianness
  /** The text form of the pipeline that ran. */
  readonly pipeline: string
  readonly abis: readonly AbiTable[]
  readonly warnings: readonly Warning[]
  /** Names that are missing in some ABI of the target, and a line that counts them. */
  readonly absent: readonly AbsentNames[]
  readonly absentSummary?: string
  readonly certificate: Certificate
  /** The objective and its value for the program; absent where the options had `weigh` instead. */
  readonly objective?: ObjectiveValue & ObjectiveBound & ImpliedObjective
}

/**
 * The value of the program of `run`, and its bound, which takes longer than the compilation. Each is computed where it is read
 * first.
 */
function boundedValue(
  objective: Objective,
  { program, value: computed }: Run,
  endianness: Endianness,
  effort: Effort = 'default',
): ObjectiveValue & ObjectiveBound & ImpliedObjective {
  const { kind } = objective
  let value = computed
  let known: ObjectiveBound | undefined
  const valued = (): number => (value ??= objective.valueOf([program], endianness).value)
  const bounded = (): ObjectiveBound => (known ??= objective.boundOf(valued(), effort, [program]))
  return {
    kind,
    ...impliedObjective(objective),
    get value() {
      return valued()
    },
    get bound() {
      return bounded().bound
    },
    get exact() {
      return bounded().exact
    },
    get gap() {
      return bounded().gap
    },
  }
}

/** How large `rules` are. */
function extentOf(rules: RuleSet, memo: Memo = createMemo()): Extent {
  const { cells } = memo(ruleOutcomes, rules)
  return { ranges: Math.max(0, ...cells.map((own) => own.length)), sections: cells.length }
}

/**
 * Compiles the rules of `prepared` to one filter.
 * @throws PassError where a pass fails for another reason than length; our fault
 */
export function tryCompile({ resolution, how, objective }: Prepared, prove: boolean = true): Attempt {
  const { rules } = resolution
  const run = (chosen: CompileRulesOptions): Run => runKept(rules, chosen, prove)
  return attempt(() => cheapestRun(run, how, objective, extentOf(rules, how.memo)))
}

/** The error for a policy whose program would be too long for one filter. */
export function tooLong(
  policy: Policy,
  { resolution: { rules }, abis }: Prepared,
  { insns, cause }: Extract<Attempt, { kind: 'too-long' }>,
): PolicyError {
  return tooLarge(passesLimit(insns, cause), { policy, rules, abis, cause })
}

/**
 * The compilation of `prepared`, whose program a run has made.
 * @throws PolicyError E_LIMIT where a path is too long; PassError where the proof finds the program wrong
 */
export function compilationOf(
  prepared: Prepared,
  { prove = true, instruments = [], effort, now }: CompileOptions,
  run: Run,
): Compilation {
  const { program, kept } = run
  const { resolution, abis, endianness, pipeline, how, objective } = prepared
  const { rules, absent, absentSummary } = resolution
  checkPaths([program], how)
  const proved = (): Certificate => {
    try {
      return certify(rules, { level: 'program', ir: program }, prepared, now)
    } catch (error) {
      throw blame(error, [kept], instruments)
    }
  }
  return {
    rules,
    absent,
    ...(absentSummary === undefined ? {} : { absentSummary }),
    // A getter, as in `resolution`: nobody may read them.
    get warnings() {
      return resolution.warnings
    },
    program,
    bytes: encode(program, endianness),
    endianness,
    pipeline,
    abis,
    certificate: prove ? proved() : { kind: 'skipped' },
    ...(objective === undefined ? {} : { objective: boundedValue(objective, run, endianness, effort) }),
  }
}

/**
 * The filter that means what `policy` means for the target, and a proof that it does.
 *
 * @throws PolicyError where the policy or the objective is wrong for the target, where some path executes more than
 * `maxPath` instructions, or where the filter would have more than 4096 instructions. `compileStack()` divides such a
 * policy among several filters
 * @throws PassError where a pass fails, or where the proof finds a call on which the program is wrong. It names the pass
 * to blame. Our fault
 */
export function compile(policy: Policy, wanted: CompileOptions): Compilation {
  const options = compileOptions(wanted)
  const prepared = prepare(policy, options)
  const tried = tryCompile(prepared, options.prove)
  if (tried.kind === 'too-long') throw tooLong(policy, prepared, tried)
  return compilationOf(prepared, options, tried)
}
