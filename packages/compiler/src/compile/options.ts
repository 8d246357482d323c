/*
 * The options of the compilers, and their readers. A reader refuses a misspelt option and an unknown value. Without
 * that, such an option would have no effect, and the filter would differ from the one that the caller wanted.
 */
import { EFFORTS } from '@seccompile/pass'
import type { Pass, PassContext, PassRunOptions } from '@seccompile/pass'
import { readPolicy } from '@seccompile/policy/toolkit'
import {
  argumentError,
  atLeast,
  callback,
  endianness,
  fail,
  flag,
  listOf,
  number,
  oneOf,
  optional,
  read,
  record,
  unread,
} from '@seccompile/shape'
import type { Fields, Reader } from '@seccompile/shape'
import { tableReader } from '@seccompile/syscalls'
import type { ResolveOptions, Target } from '@seccompile/policy'
import type { AbiTable } from '@seccompile/syscalls'
import { GOALS } from './goals.ts'
import type { GoalName } from './goals.ts'
import { OBJECTIVE_FIELDS } from '../objective/options.ts'
import type { ObjectiveOptions } from '../objective/options.ts'
import { pipelines } from './pipelines.ts'
import type { PipelineName } from './pipelines.ts'
import type { Now } from './start-clock.ts'

/**
 * The largest price of an instruction. A larger price would change no choice: a filter has at most 4096 instructions.
 */
export const MAX_INSN_COST = 1e6

/**
 * How to turn rules into a program. By default the pipeline gives the price of an instruction, and all numbers that are
 * not denied have the same weight. The output of every pass is verified, with or without instruments.
 */
export interface CompileRulesOptions extends PassRunOptions {
  /** A name, or a pipeline of your own. Default: `speed`. */
  readonly pipeline?: PipelineName | Pass<'rules', 'program'> | undefined
}

/** Options that `compile()` sets itself: the byte order by the ABIs, the price of arguments by the candidates. */
type OfRulesOnly = 'endianness' | 'argInsnCost' | 'memo'

/**
 * The target of a compilation, how to resolve the policy, and how to compile. The output depends only on the policy and on
 * these options.
 */
export interface CompileOptions
  extends Omit<CompileRulesOptions, OfRulesOnly>, ObjectiveOptions, ResolveOptions, Target {
  /**
   * The goal for which candidates are compared. Default: that of the named pipeline. A pipeline of your own without a goal runs as
   * it is, once; with a goal, candidates vary prices and effort of its passes.
   */
  readonly goal?: GoalName | undefined
  /** Weights of your own. They replace an objective, and candidates are not compared: see `PassContext.weigh`. */
  readonly weigh?: PassContext['weigh'] | undefined
  /**
   * The tables of the ABIs, the first of which is the main one. The compiler brings no tables, so that a bundle holds
   * those that it uses; `policyTables()` of `@seccompile/policy` has those of a policy.
   */
  readonly abis: readonly AbiTable[]
  /** Whether to prove that the program means what the rules mean. Default: `true`. */
  readonly prove?: boolean | undefined
  /** A clock in milliseconds. It serves only to fill in `ms` of the certificate, which is absent without a clock. */
  readonly now?: Now | undefined
}

/** The options of `compile()`, and how many filters a policy may become. */
export interface CompileStackOptions extends CompileOptions {
  /** Default: as many as the kernel allows a task. With 1, a policy that one filter does not hold is refused. */
  readonly maxFilters?: number | undefined
}

const tables = listOf(tableReader)

/** The tables of the target. The message names where tables come from, because `seccompile` itself has a default. */
const abis: Reader<readonly AbiTable[]> = (at) =>
  at.value === undefined
    ? fail(
        at,
        'the tables of the ABIs, such as [x86_64] of @seccompile/signatures/x86_64, or policyTables(policy)',
      )
    : tables(at)

const pipelineName = oneOf(Object.keys(pipelines) as PipelineName[])
/** The name of a pipeline, or a pass. A pass is not read here: the manager runs it and verifies its output. */
const pipeline: Reader<NonNullable<CompileRulesOptions['pipeline']>> = (at) =>
  typeof at.value === 'object' && at.value !== null
    ? unread<Pass<'rules', 'program'>>()(at)
    : pipelineName(at)

/** The fields that `compileRules()` and `compile()` share: how to turn rules into a program. */
const SHARED_FIELDS: Fields<Omit<CompileRulesOptions, OfRulesOnly>> = {
  pipeline: optional(pipeline),
  weigh: optional(callback()),
  insnCost: optional(number),
  effort: optional(oneOf(EFFORTS)),
  maxPath: optional(number),
  instruments: optional(listOf(unread())),
}

const COMPILE_FIELDS: Fields<CompileOptions> = {
  ...SHARED_FIELDS,
  ...OBJECTIVE_FIELDS,
  abis,
  goal: optional(oneOf(GOALS)),
  // `resolve` reads these.
  caps: optional(unread()),
  kernel: optional(unread()),
  unknown: optional(unread()),
  knownUpTo: optional(unread()),
  multiplexers: optional(unread()),
  widths: optional(unread()),
  strict: optional(unread()),
  families: optional(unread()),
  launched: optional(unread()),
  prove: optional(flag),
  now: optional(callback()),
}

const rulesOptions = record<CompileRulesOptions>({
  ...SHARED_FIELDS,
  endianness: optional(endianness),
  insnCost: optional(atLeast(0)),
  argInsnCost: optional(atLeast(0)),
  maxPath: optional(atLeast(1)),
  memo: optional(callback()),
})
const options = record<CompileOptions>(COMPILE_FIELDS)
const stackOptions = record<CompileStackOptions>({ ...COMPILE_FIELDS, maxFilters: optional(number) })

/** `given`, checked. @throws TypeError, RangeError where an option is wrong or unknown */
export const compileRulesOptions = (given: CompileRulesOptions): CompileRulesOptions =>
  read(rulesOptions, given, 'options', argumentError)

/** `given`, checked. @throws PolicyError where an option is wrong or unknown */
export const compileOptions = (given: CompileOptions): CompileOptions => readPolicy(options, given, 'options')

/** `given`, checked. @throws PolicyError where an option is wrong or unknown */
export const compileStackOptions = (given: CompileStackOptions): CompileStackOptions =>
  readPolicy(stackOptions, given, 'options')
