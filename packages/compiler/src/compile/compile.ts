/*
 * Compiles a policy to a filter, and proves that the filter means the policy.
 */
import type { Endianness, Program } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import { createMemo, pipelineText } from '@seccompile/pass'
import type { Effort, ProgramLength } from '@seccompile/pass'
import type { PolicyError } from '@seccompile/policy'
import type { AbsentNames, Policy, Warning } from '@seccompile/policy'
import type { RuleSet } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'
import { objectiveNotes } from '../objective/measures.ts'
import type { Objective, ObjectiveBound, ObjectiveNotes, ObjectiveValue } from '../objective/measures.ts'
import { certify } from './certify.ts'
import type { Certificate } from './certify.ts'
import { choose } from './choose.ts'
import type { CandidateTrial, Choice } from './choose.ts'
import { runOnce } from './compile-rules.ts'
import type { Attempt, Run, TooLong } from './compile-rules.ts'
import { compileOptions } from './options.ts'
import type { CompileOptions } from './options.ts'
import { checkPaths, prepare } from './prepare.ts'
import type { CompilePlan } from './prepare.ts'
import { blame } from './step-keeper.ts'
import { passesLimit, tooLarge } from './too-large.ts'

/** A compiled policy. */
export interface Compilation {
  readonly rules: RuleSet
  readonly program: Program
  /** The program in the form that the kernel reads: 8 bytes for each instruction, in the byte order of the target. */
  readonly bytes: Uint8Array
  readonly endianness: Endianness
  /** The text form of the passes that made the program. */
  readonly pipeline: string
  /** The candidates that were tried for the goal, in their order; none where the passes ran once. */
  readonly tried: readonly CandidateTrial[]
  readonly abis: readonly AbiTable[]
  readonly warnings: readonly Warning[]
  /** Names that are missing in some ABI of the target, and a line that counts them. */
  readonly absent: readonly AbsentNames[]
  readonly absentSummary?: string
  readonly certificate: Certificate
  /** The objective and its value for the program; absent where the options had `weigh` instead. */
  readonly objective?: ObjectiveValue & ObjectiveBound & ObjectiveNotes
}

/**
 * The value of the program of `run`, and the lower bound, which takes longer than the compilation. Each is computed
 * at its first read.
 */
function boundedValue(
  objective: Objective,
  { program, value: computed }: Run & Pick<Choice, 'value'>,
  endianness: Endianness,
  effort: Effort = 'default',
): ObjectiveValue & ObjectiveBound & ObjectiveNotes {
  const { kind } = objective
  let value = computed
  let known: ObjectiveBound | undefined
  const valued = (): number => (value ??= objective.valueOf([program], endianness).value)
  const bounded = (): ObjectiveBound => (known ??= objective.boundOf(valued(), effort, [program]))
  return {
    kind,
    ...objectiveNotes(objective),
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

/** The outcome of a compilation to one filter, and the candidates that were tried. */
export type FilterOutcome = Attempt & Pick<Choice, 'tried' | 'value' | 'pass'>

/**
 * Compiles the rules of `prepared` to one filter: the cheapest for the goal, or the program of a single run where
 * there is no goal.
 * @throws PassError where a pass fails; our fault
 */
export function made(
  { resolution, chosen, how, objective, endianness }: CompilePlan,
  options: CompileOptions,
): FilterOutcome {
  const { rules } = resolution
  const { prove: isKept = true, instruments = [], effort = 'default', maxPath = Infinity, now } = options
  if (chosen.goal === undefined || objective === undefined)
    return { ...runOnce(rules, how, isKept), tried: [] }
  const { memo = createMemo() } = how
  const shared = { rules, endianness, maxPath, memo, isKept }
  return choose({ ...shared, objective, pipeline: chosen, effort, instruments, now })
}

/** The error for a policy whose program would be too long for one filter. */
export function tooLong(
  policy: Policy,
  { resolution: { rules }, abis }: CompilePlan,
  { error, ...length }: TooLong,
): PolicyError {
  return tooLarge(passesLimit(length), { policy, rules, abis, error })
}

/**
 * The compilation of `prepared`, whose program a run has made.
 * @throws PolicyError E_LIMIT where a path is too long; PassError where the proof finds the program wrong
 */
export function compilationOf(
  prepared: CompilePlan,
  { prove = true, instruments = [], effort, now }: CompileOptions,
  run: Extract<FilterOutcome, { readonly kind: 'fits' }>,
): Compilation {
  const { program, tried, pass } = run
  const { resolution, abis, endianness, chosen, objective } = prepared
  const { rules, absent, absentSummary } = resolution
  checkPaths([program], prepared)
  const pipeline = pipelineText(pass ?? chosen.pass)
  const proved = (): Certificate => {
    try {
      return certify(rules, { level: 'program', ir: program }, { pipeline, endianness }, { effort, now })
    } catch (error) {
      throw blame(error, [run], instruments)
    }
  }
  return {
    rules,
    absent,
    ...(absentSummary === undefined ? {} : { absentSummary }),
    // Getters, as in `resolution`, because many callers do not read the warnings.
    get warnings() {
      return resolution.warnings
    },
    program,
    bytes: encode(program, endianness),
    endianness,
    pipeline,
    tried,
    abis,
    certificate: prove ? proved() : { kind: 'skipped' },
    ...(objective === undefined ? {} : { objective: boundedValue(objective, run, endianness, effort) }),
  }
}

/** The outcome of a compilation to one filter: the filter, or the length of a program that is too long for one. */
export type CompileOutcome =
  | { readonly kind: 'fits'; readonly compilation: Compilation }
  /** `error` is the error that {@link compile} throws. */
  | ({ readonly kind: 'too-long'; readonly error: PolicyError } & ProgramLength)

/**
 * The filter that means what `policy` means for the target, with a proof that it does, or the length of a program that would be
 * too long.
 *
 * @throws PolicyError where the policy or the objective is wrong for the target, or where some path executes more than `maxPath`
 * instructions
 * @throws PassError where a pass fails, or where the proof finds a call on which the program is wrong. It names the pass
 * to blame. Our fault
 */
export function tryCompile(policy: Policy, wanted: CompileOptions): CompileOutcome {
  const options = compileOptions(wanted)
  const prepared = prepare(policy, options)
  const run = made(prepared, options)
  if (run.kind === 'fits') return { kind: 'fits', compilation: compilationOf(prepared, options, run) }
  const { insns, isEstimate } = run
  return { kind: 'too-long', insns, isEstimate, error: tooLong(policy, prepared, run) }
}

/**
 * The filter that means what `policy` means for the target, and a proof that it does.
 *
 * @throws what {@link tryCompile} throws, and PolicyError E_LIMIT where the filter would have more than 4096 instructions.
 * `compileStack()` divides such a policy among several filters
 */
export function compile(policy: Policy, options: CompileOptions): Compilation {
  const outcome = tryCompile(policy, options)
  if (outcome.kind === 'too-long') throw outcome.error
  return outcome.compilation
}
