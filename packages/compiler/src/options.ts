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
import type { Pass } from '@seccompile/pass'
import { readPolicy } from '@seccompile/policy'
import { tableReader } from '@seccompile/syscalls'
import type { CompileOptions, CompileRulesOptions } from './compile.ts'
import type { CompileStackOptions } from './compile-stack.ts'
import { OBJECTIVE_FIELDS } from './objective/options.ts'
import { pipelines } from './pipelines.ts'
import type { PipelineName } from './pipelines.ts'

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
