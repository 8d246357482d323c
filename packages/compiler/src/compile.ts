/*
 * The main job: names to numbers, numbers to a filter, the filter held against the kernel's rules.
 */
import { assertNever, IrError, verdictName } from '@seccompile/abi'
import type { Endianness, Program } from '@seccompile/abi'
import { encode, verify } from '@seccompile/cbpf'
import { createMemo, PassError, pipelineText, runPass, verifyEach } from '@seccompile/pass'
import type { Effort, Pass, PassContext, RunOptions } from '@seccompile/pass'
import { PolicyError, policyTables, resolve } from '@seccompile/policy'
import type {
  AbsentNames,
  Capability,
  KernelVersion,
  Multiplexing,
  Policy,
  Resolution,
  UnknownAction,
  Warning,
} from '@seccompile/policy'
import { equal, STACK_LIMITS } from '@seccompile/prover'
import type { Subject } from '@seccompile/prover'
import { ruleSet } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'
import { cheapestRun } from './cheapest.ts'
import { longestPath } from './longest-path.ts'
import { objectiveOf } from './objective/objective.ts'
import type { Objective, ObjectiveBound, ObjectiveValue } from './objective/objective.ts'
import type { ObjectiveOptions } from './objective/options.ts'
import { compileOptions, compileRulesOptions } from './options.ts'
import { chosenPipeline } from './pipelines.ts'
import type { PipelineName } from './pipelines.ts'
import { startClock } from './start-clock.ts'
import type { Now } from './start-clock.ts'
import { blame, callText, stepKeeper } from './step-keeper.ts'
import type { StepKeeper } from './step-keeper.ts'
import { insnsNeeded, passesLimit, tooLarge } from './too-large.ts'

/** The largest price of an instruction. More than this decides nothing: a filter has 4096. */
export const MAX_INSN_COST = 1e6

/**
 * How to turn rules into a program. Unless told, an instruction costs what the pipeline says, and all numbers that are not
 * denied weigh alike. Whatever passes yield is verified, beside what instruments see.
 */
export interface CompileRulesOptions extends RunOptions {
  /** A name, or passes of one's own; `speed` unless told. */
  readonly pipeline?: PipelineName | Pass<'rules', 'program'> | undefined
}

/** What a policy is compiled for, and how. Output depends on the policy and on this alone. */
export interface CompileOptions extends Omit<CompileRulesOptions, 'endianness'>, ObjectiveOptions {
  /** Instead of an objective: see `PassContext.weigh`. */
  readonly weigh?: PassContext['weigh'] | undefined
  /** The first is the main one. x86_64 with the policy's other ABIs unless told. */
  readonly abis?: readonly AbiTable[] | undefined
  /** Those of a container (`CONTAINER_CAPS`) unless told. */
  readonly caps?: readonly Capability[] | undefined
  /** `NEWEST_KERNEL` unless told. */
  readonly kernel?: KernelVersion | undefined
  /** What numbers above the newest call of their ABI get; the policy's default unless told. */
  readonly unknown?: UnknownAction | undefined
  /** What rules for a call mean for the multiplexer that does the same; `'policy'` unless told. */
  readonly multiplexers?: Multiplexing | undefined
  /** Refuses names that no ABI knows, instead of warning. */
  readonly strict?: boolean | undefined
  /** Whether to prove that the program means what the rules mean; `true` unless told. */
  readonly prove?: boolean | undefined
  /** A clock that counts milliseconds, for `ms` of the certificate, which has none without it. Nothing else asks it. */
  readonly now?: Now | undefined
}

/** What is known of the emitted program: that it means what the rules mean for every call, or why that is not known. */
export type Certificate =
  | {
      readonly kind: 'proved'
      /** SHA-256 of what the filter means, the same for every filter that means the same. */
      readonly digest: string
      /** Nodes of the decision diagram that both have. */
      readonly nodes: number
      /** How long the proof took, by the clock that was given. */
      readonly ms?: number
    }
  | { readonly kind: 'undecided'; readonly reason: string; readonly ms?: number }
  | { readonly kind: 'skipped' }

/** A compiled policy. */
export interface Compilation {
  readonly rules: RuleSet
  readonly program: Program
  /** The program as the kernel takes it: 8 bytes an instruction, in the byte order of the target. */
  readonly bytes: Uint8Array
  readonly endianness: Endianness
  /** The text form of the pipeline that ran. */
  readonly pipeline: string
  readonly abis: readonly AbiTable[]
  readonly warnings: readonly Warning[]
  /** Names that some ABI of the target does not have, and a line that counts them. */
  readonly absent: readonly AbsentNames[]
  readonly absentSummary?: string
  readonly certificate: Certificate
  /** What was minimised, and what came of it; absent where `weigh` was given instead. */
  readonly objective?: ObjectiveValue & ObjectiveBound
}

/**
 * The program that means what `given`, rules, mean.
 * @throws IrError where the rules are malformed; TypeError, RangeError where an option is wrong or unknown
 * @throws PassError where a pass fails: our fault, but where its cause is an IrError (P1), which says that the program
 * would pass 4096 instructions
 */
export function compileRules(given: RuleSet, wanted: CompileRulesOptions = {}): Program {
  const options = compileRulesOptions(wanted)
  const rules = ruleSet(given)
  const { pipeline, instruments = [], ...context } = options
  const { pass, insnCost } = chosenPipeline(pipeline)
  const program = runPass(pass, rules, {
    ...context,
    insnCost: context.insnCost ?? insnCost,
    instruments: [verifyEach(), ...instruments],
  })
  const problems = verify(program)
  if (problems.length > 0)
    throw new PassError('E_PASS', pass.name, 'yields a program that the kernel refuses', {
      before: rules,
      cause: new IrError('program', problems),
    })
  return program
}

/** A program, and the steps by which it came about; none where they were not to be kept. */
export interface Run {
  readonly program: Program
  readonly kept: StepKeeper
}

/** What `compileRules()` yields, with its steps where there is to be a proof. @throws PassError as that does */
export function runKept(rules: RuleSet, how: CompileRulesOptions, prove: boolean): Run {
  const kept = stepKeeper()
  const { instruments = [] } = how
  const watched = prove ? { ...how, instruments: [...instruments, kept.instrument] } : how
  return { program: compileRules(rules, watched), kept }
}

/** What came of an attempt: a program that fits a filter, or how many instructions it would take. */
export type Attempt =
  | ({ readonly kind: 'fits' } & Run)
  | { readonly kind: 'too-long'; readonly insns: number; readonly cause: unknown }

/** What `run` comes to. @throws what it throws, unless that says that the program is too long */
export function attempt(run: () => Run): Attempt {
  try {
    return { kind: 'fits', ...run() }
  } catch (cause) {
    const insns = insnsNeeded(cause)
    if (insns === undefined) throw cause
    return { kind: 'too-long', insns, cause }
  }
}

/**
 * Proves that what was made of `rules` means what they mean, timed by the clock `now`.
 * @throws PassError with a call that shows it, where it does not
 */
export function certify(
  rules: RuleSet,
  made: Subject,
  { pipeline, endianness }: Pick<Prepared, 'pipeline' | 'endianness'>,
  now?: Now,
): Certificate {
  const limits = made.level === 'stack' ? STACK_LIMITS : {}
  const elapsed = startClock(now)
  const answer = equal({ level: 'rules', ir: rules }, made, { endianness, ...limits })
  const time = elapsed()
  switch (answer.kind) {
    case 'equal':
      return { kind: 'proved', digest: answer.digest, nodes: answer.nodes, ...time }
    case 'undecided':
    case 'same': // of two levels they are never one IR
      return { kind: 'undecided', reason: answer.reason, ...time }
    case 'different': {
      const { data, left, right } = answer
      const message = `changes what the filter means: on ${callText(data)} the rules say ${verdictName(left)} and the ${made.level} ${verdictName(right)}`
      throw new PassError('E_PASS_MEANING', pipeline, message, { before: rules })
    }
    default:
      return assertNever(answer)
  }
}

/** A policy resolved for its target, and how its rules are to be compiled. */
export interface Prepared {
  readonly resolution: Resolution
  readonly abis: readonly AbiTable[]
  readonly endianness: Endianness
  /** The text form of the pipeline that is to run. */
  readonly pipeline: string
  readonly how: CompileRulesOptions
  /** Absent where `weigh` is given instead. */
  readonly objective: Objective | undefined
}

/**
 * What `compile()` does first.
 * @throws PolicyError where the policy or an option is wrong for the target
 */
export function prepare(policy: Policy, wanted: CompileOptions): Prepared {
  const options = compileOptions(wanted)
  const { insnCost = 0, maxPath = Infinity } = options
  if (!(insnCost >= 0 && insnCost <= MAX_INSN_COST))
    throw new PolicyError(
      'E_NUMBER',
      `what an instruction costs is ${insnCost} executed ones; expected a number from 0 to ${MAX_INSN_COST}`,
    )
  if (!(maxPath >= 1))
    throw new PolicyError(
      'E_NUMBER',
      `the longest path is to execute ${maxPath} instructions; expected a number, 1 or more`,
    )
  const { abis = policyTables(policy, 'x86_64'), caps, kernel, unknown, multiplexers, strict } = options
  const resolution = resolve(policy, { abis, caps, kernel, unknown, multiplexers }, { strict })
  const endianness = abis[0]?.endianness ?? 'little'
  const { objective: kind, weights, abiWeights, weigh } = options
  const memo = createMemo()
  const objective =
    weigh === undefined
      ? objectiveOf(resolution.rules, abis, { objective: kind, weights, abiWeights }, memo)
      : undefined
  return {
    resolution,
    abis,
    endianness,
    pipeline: pipelineText(chosenPipeline(options.pipeline).pass),
    how: {
      endianness,
      pipeline: options.pipeline,
      weigh: objective?.weigh ?? weigh,
      insnCost: options.insnCost,
      effort: options.effort,
      maxPath: options.maxPath,
      instruments: options.instruments,
      memo,
    },
    objective,
  }
}

/**
 * Sees that no call executes more than `maxPath` instructions of `programs` together.
 * @throws PolicyError E_LIMIT where one does
 */
export function checkPaths(programs: readonly Program[], maxPath: number = Infinity): void {
  if (maxPath === Infinity) return
  const longest = programs.reduce((sum, program) => sum + longestPath(program), 0)
  if (longest > maxPath)
    throw new PolicyError(
      'E_LIMIT',
      `the longest path executes ${longest} instructions, ${longest - maxPath} more than the ${maxPath} allowed; raise the bound, or test fewer values of arguments`,
    )
}

function boundedValue(
  objective: Objective,
  program: Program,
  endianness: Endianness,
  effort: Effort = 'default',
): ObjectiveValue & ObjectiveBound {
  const value = objective.valueOf([program], endianness)
  return { ...value, ...objective.boundOf(value.value, effort) }
}

/** What becomes of the rules of `prepared` as one filter. @throws PassError where a pass fails otherwise; our fault */
export function tryCompile({ resolution, how, objective }: Prepared, prove: boolean = true): Attempt {
  return attempt(() => cheapestRun((chosen) => runKept(resolution.rules, chosen, prove), how, objective))
}

/** The error for a policy whose rules take more than one filter. */
export function tooLong(
  policy: Policy,
  { resolution: { rules }, abis }: Prepared,
  { insns, cause }: Extract<Attempt, { kind: 'too-long' }>,
): PolicyError {
  return tooLarge(passesLimit(insns), { policy, rules, abis, cause })
}

/**
 * What is known of `run`, which made the filter for `prepared`.
 * @throws PolicyError E_LIMIT where a path is too long; PassError where the proof finds the program wrong
 */
export function compilationOf(
  prepared: Prepared,
  { prove = true, instruments = [], effort, now }: CompileOptions,
  { program, kept }: Run,
): Compilation {
  const { resolution, abis, endianness, pipeline, how, objective } = prepared
  checkPaths([program], how.maxPath)
  const proved = (): Certificate => {
    try {
      return certify(resolution.rules, { level: 'program', ir: program }, prepared, now)
    } catch (error) {
      throw blame(error, [kept], instruments)
    }
  }
  return {
    ...resolution,
    program,
    bytes: encode(program, endianness),
    endianness,
    pipeline,
    abis,
    certificate: prove ? proved() : { kind: 'skipped' },
    ...(objective === undefined ? {} : { objective: boundedValue(objective, program, endianness, effort) }),
  }
}

/**
 * The filter that means what `policy` means for the target, and a proof that it does.
 *
 * @throws PolicyError where the policy or the objective is wrong for the target, some path executes more than `maxPath`
 * instructions, or the filter would need more than 4096, which `compileStack()` divides among several filters
 * @throws PassError where a pass fails, or the proof finds a call on which the program is wrong, with the pass that is to
 * blame; our fault
 */
export function compile(policy: Policy, wanted: CompileOptions = {}): Compilation {
  const options = compileOptions(wanted)
  const prepared = prepare(policy, options)
  const tried = tryCompile(prepared, options.prove)
  if (tried.kind === 'too-long') throw tooLong(policy, prepared, tried)
  return compilationOf(prepared, options, tried)
}
