/* The filter that a test is about: a policy, rules, a compilation, a program, bytes, a file that was read, or a stack of these. */
import type { Endianness, Program } from '@seccompile/abi'
import { program as programOf, verify } from '@seccompile/cbpf'
import { tryCompile, tryCompileRules } from '@seccompile/compiler'
import { constantFamilies } from '@seccompile/constants/all'
import {
  policyFilter,
  programFilter,
  rulesFilter,
  stackFilter,
  usualAbi,
  withTestedAbis,
} from '@seccompile/filter'
import type { Filter, PlainFilter, PolicyFilter, ProgramMaker } from '@seccompile/filter'
import { policyTables } from '@seccompile/policy'
import type { Policy, Target, Warning } from '@seccompile/policy'
import { readRawFilter, testedOrder } from '@seccompile/policy-files'
import type { RawReading } from '@seccompile/policy-files'
import type { LeveledIr } from '@seccompile/prover'
import { ruleSet } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { assertNever, IrError, shown } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import { abis as allAbis } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'

const programOfPolicy: ProgramMaker = (policy, target) => {
  const outcome = tryCompile(policy, target)
  return outcome.kind === 'fits' ? outcome.compilation.program : undefined
}

function programOfRules(rules: RuleSet, endianness: Endianness): Program | undefined {
  const outcome = tryCompileRules(rules, { endianness })
  return outcome.kind === 'fits' ? outcome.program : undefined
}

/** What a matcher takes for one filter. */
type TestedFilter = Filter | Policy | RuleSet | { readonly program: Program } | Program | Uint8Array

/**
 * What a matcher takes: a policy, its rules, a compilation, a program, the bytes of a filter, or a filter that was read; or a list of
 * these, which one task has all attached, the oldest first. What `compileStack` yields is such a list.
 */
export type Tested =
  TestedFilter | { readonly filters: readonly { readonly program: Program }[] } | readonly TestedFilter[]

/**
 * The filter of a program. `named` are the ABIs of its calls; without them, the ABIs of the program.
 * @throws IrError where the kernel refuses the program
 */
function ofProgram(given: Program, name: string, named?: readonly [AbiTable, ...AbiTable[]]): PlainFilter {
  const program = programOf(given)
  const problems = verify(program)
  if (problems.length > 0) throw new IrError('program', problems)
  if (named !== undefined) return programFilter(name, program, named)
  return withTestedAbis(programFilter(name, program, [signedAbiTable(usualAbi(testedOrder(program)))]))
}

/** The filter of resolved rules. @throws IrError where they break an invariant */
function ofRules(given: RuleSet, name: string): PlainFilter {
  const rules = ruleSet(given)
  const named = allAbis.filter(({ auditArch }) => rules.sections.some(({ arch }) => arch === auditArch))
  const [{ endianness } = { endianness: 'little' as const }] = named
  return withTestedAbis(rulesFilter(name, rules, [signedAbiTable(usualAbi(endianness))], programOfRules))
}

/** The filter of all `parts`, which one task has attached. @throws TypeError for filters of two byte orders, or of stacks */
function ofStack(parts: readonly [Filter, ...Filter[]], name: string): Filter {
  const [first, ...others] = parts
  if (others.length === 0) return { ...first, name }
  if (others.some(({ endianness }) => endianness !== first.endianness))
    throw new TypeError(`${name}: is a stack of filters for machines of different byte orders`)
  const ir = parts.flatMap(({ subject }): readonly LeveledIr[] =>
    subject.level === 'stack' ? subject.ir : [subject],
  )
  // A policy says which ABIs it is for. Programs do not, but their meaning does.
  const named = new Map(
    parts.flatMap(({ policy, abis }) => (policy === undefined ? [] : abis)).map((abi) => [abi.token, abi]),
  )
  const [main = first.abis[0], ...more] = named.size > 0 ? named.values() : first.abis
  return {
    ...withTestedAbis(stackFilter(name, ir, [main, ...more])),
    findings: parts.flatMap(({ findings }) => findings),
    ...(first.target === undefined ? {} : { target: first.target }),
  }
}

/** Why bytes are no filter. */
function noProgramText(found: Exclude<RawReading, { readonly kind: 'program' }>): string {
  switch (found.kind) {
    case 'text':
      return 'is a text, and no filter'
    case 'elf':
      return 'is an ELF program, and no filter'
    case 'other-order':
      return `is a filter for ${found.order} endian machines, and no filter`
    case 'malformed':
      return found.reason
    default:
      return assertNever(found)
  }
}

/**
 * The filter in bytes. `abis` name its calls; without them, the ABIs of the program.
 * @throws TypeError where they are no filter of the byte order of `abis`, IrError where the kernel refuses the program
 */
export function ofBytes(
  bytes: Uint8Array,
  name: string,
  abis?: readonly [AbiTable, ...AbiTable[]],
): PlainFilter {
  const little = readRawFilter(bytes, abis?.[0].endianness ?? 'little')
  const found =
    little.kind === 'other-order' && abis === undefined ? readRawFilter(bytes, little.order) : little
  if (found.kind === 'program') return ofProgram(found.program, name, abis)
  throw new TypeError(`${name}: ${noProgramText(found)}`)
}

/** The filter that a policy means for `target`, on `abis`; without them on those that it names, or on x86_64. */
export function ofPolicy(
  policy: Policy,
  name: string,
  { abis: tokens, ...target }: Omit<Target, 'abis'> & { readonly abis?: readonly AbiToken[] } = {},
  textWarnings: readonly Warning[] = [],
): PolicyFilter {
  const tables =
    tokens?.map((token) => signedAbiTable(token)) ?? policyTables(policy, undefined, signedAbiTable)
  const read = { policy, warnings: textWarnings }
  return policyFilter(name, read, { abis: tables, ...target, families: constantFamilies }, programOfPolicy)
}

/** The fields by which the kinds of {@link Tested} differ. */
interface AnyTested {
  readonly subject?: unknown
  readonly defaultAction?: unknown
  readonly program?: unknown
  readonly filters?: unknown
  readonly sections?: unknown
  readonly then?: unknown
}

/** Whether a list is one of instructions. */
const isProgram = ([first]: readonly unknown[]): boolean =>
  typeof first === 'object' && first !== null && 'code' in first

/** The filter of a list: a program, or a stack. @throws as {@link filterOf} */
function ofList(given: readonly unknown[], name: string): Filter {
  if (isProgram(given)) return ofProgram(given as Program, name) // which checks it
  const [first, ...others] = given.map((each, i) => filterOf(each, `${name}[${i}]`))
  if (first === undefined) throw new TypeError(`${name}: has no instructions and no filters`)
  return ofStack([first, ...others], name)
}

/**
 * The filter in what was given to `expect` or to a matcher.
 * @throws TypeError where it is none, PolicyError where a policy is wrong, IrError where rules or a program are
 */
export function filterOf(given: unknown, name: string): Filter {
  if (ArrayBuffer.isView(given)) return ofBytes(given as Uint8Array, name)
  if (Array.isArray(given)) return ofList(given as readonly unknown[], name)
  if (typeof given === 'object' && given !== null) {
    const { subject, defaultAction, program, filters, sections, then } = given as AnyTested
    if (subject !== undefined) return given as Filter // of readFilterFile
    if (typeof defaultAction === 'string' && defaultAction.startsWith('SCMP_ACT_'))
      throw new TypeError(
        `${name}: has the "defaultAction" of a container profile, and is no policy; read its file by readFilterFile()`,
      )
    if (defaultAction !== undefined) return ofPolicy(given as Policy, name) // resolve checks it
    if (Array.isArray(program)) return ofProgram(program as Program, name)
    if (Array.isArray(filters)) return ofList(filters as readonly unknown[], name)
    if (Array.isArray(sections)) return ofRules(given as RuleSet, name)
    if (typeof then === 'function') throw new TypeError(`${name}: is a promise; await it`)
  }
  throw new TypeError(
    `${name}: expected a policy, its rules, a compilation, a program or its bytes, or a list of these; got ${shown(given)}; read a file by readFilterFile()`,
  )
}
