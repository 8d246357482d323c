/*
 * What compilers take for options, as readers. An option that is misspelt, or of a value that nobody knows, would have no
 * effect, and the filter be another than the one that was asked for.
 */
import {
  argumentError,
  atLeast,
  callback,
  endianness,
  flag,
  listOf,
  number,
  oneOf,
  optional,
  read,
  record,
  unread,
} from '@seccompile/abi/shape'
import type { Fields, Reader } from '@seccompile/abi/shape'
import { EFFORTS } from '@seccompile/pass'
import type { Pass, PassContext, RunOptions } from '@seccompile/pass'
import { readPolicy } from '@seccompile/policy'
import { tableReader } from '@seccompile/syscalls'
import type { Capability, KernelVersion, Multiplexing, UnknownAction } from '@seccompile/policy'
import type { AbiTable } from '@seccompile/syscalls'
import { OBJECTIVE_FIELDS } from '../objective/options.ts'
import type { ObjectiveOptions } from '../objective/options.ts'
import { pipelines } from './pipelines.ts'
import type { PipelineName } from './pipelines.ts'
import type { Now } from './start-clock.ts'

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

/** What a policy is compiled for, and how many filters it may become. */
export interface CompileStackOptions extends CompileOptions {
  /** As many as the kernel lets a task have, unless told; 1 for what `compile()` does. */
  readonly maxFilters?: number | undefined
}

const pipelineName = oneOf(Object.keys(pipelines) as PipelineName[])
/** A name, or a pass as it is: the manager runs it, and what it yields is verified. */
const pipeline: Reader<NonNullable<CompileRulesOptions['pipeline']>> = (at) =>
  typeof at.value === 'object' && at.value !== null
    ? unread<Pass<'rules', 'program'>>()(at)
    : pipelineName(at)

/** What turns rules into a program. */
const RULES_FIELDS: Fields<Omit<CompileRulesOptions, 'endianness'>> = {
  pipeline: optional(pipeline),
  weigh: optional(callback()),
  insnCost: optional(number),
  effort: optional(oneOf(EFFORTS)),
  maxPath: optional(number),
  instruments: optional(listOf(unread())),
  memo: optional(callback()),
}

const COMPILE_FIELDS: Fields<CompileOptions> = {
  ...RULES_FIELDS,
  ...OBJECTIVE_FIELDS,
  abis: optional(listOf(tableReader)),
  // `resolve` looks at these.
  caps: optional(unread()),
  kernel: optional(unread()),
  unknown: optional(unread()),
  multiplexers: optional(unread()),
  strict: optional(unread()),
  prove: optional(flag),
  now: optional(callback()),
}

const rulesOptions = record<CompileRulesOptions>({
  ...RULES_FIELDS,
  endianness: optional(endianness),
  insnCost: optional(atLeast(0)),
  maxPath: optional(atLeast(1)),
})
const options = record<CompileOptions>(COMPILE_FIELDS)
const stackOptions = record<CompileStackOptions>({ ...COMPILE_FIELDS, maxFilters: optional(number) })

/** @throws TypeError, RangeError where one is wrong or unknown */
export const compileRulesOptions = (given: CompileRulesOptions): CompileRulesOptions =>
  read(rulesOptions, given, 'options', argumentError)

/** @throws PolicyError where one is wrong or unknown */
export const compileOptions = (given: CompileOptions): CompileOptions => readPolicy(options, given, 'options')

/** @throws PolicyError where one is wrong or unknown */
export const compileStackOptions = (given: CompileStackOptions): CompileStackOptions =>
  readPolicy(stackOptions, given, 'options')
