/* The filter that a test is about: a policy, rules, a compilation, a program, bytes, a file that was read, or a stack of these. */
import type { Program } from '@seccompile/abi'
import { program as programOf, verify } from '@seccompile/cbpf'
import { compile, compileRules, tryCompile, tryCompileRules } from '@seccompile/compiler'
import { constantFamilies } from '@seccompile/constants/all'
import { withTestedAbis } from '@seccompile/describe'
import type { DescribedFilter } from '@seccompile/describe'
import { policyTables, resolve } from '@seccompile/policy'
import type { Policy, Target, Warning } from '@seccompile/policy'
import { readRawFilter, testedArches } from '@seccompile/policy-files'
import type { RawReading } from '@seccompile/policy-files'
import type { LeveledIr } from '@seccompile/prover'
import { ruleSet } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { assertNever, IrError, shown } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import { abis as allAbis } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'

/** A filter, and what is known of it. {@link readFilterFile} yields one; every matcher takes one. */
export interface FilterUnderTest extends DescribedFilter {
  readonly kind: 'filter-under-test'
  /** The policy; absent for a program. */
  readonly policy?: Policy
  readonly target: Omit<Target, 'abis'>
  readonly warnings: readonly Warning[]
  /** The length of the program: the one given, or the one that is compiled. For a stack, of all programs together. */
  readonly length: () => FilterLength
}

/** The length of the program of a filter. */
export interface FilterLength {
  readonly insns: number
  readonly isEstimate: boolean
  /** Whether it is too long for a filter. */
  readonly isTooLong: boolean
}

const lengthOf = (program: Program): FilterLength => ({
  insns: program.length,
  isEstimate: false,
  isTooLong: false,
})

const tooLong = ({ insns, isEstimate }: Omit<FilterLength, 'isTooLong'>): FilterLength => ({
  insns,
  isEstimate,
  isTooLong: true,
})

/** What a matcher takes for one filter. */
type TestedFilter = FilterUnderTest | Policy | RuleSet | { readonly program: Program } | Program | Uint8Array

/**
 * What a matcher takes: a policy, its rules, a compilation, a program, the bytes of a filter, or a filter that was read; or a list of
 * these, which one task has all attached, the oldest first. What `compileStack` yields is such a list.
 */
export type Tested =
  TestedFilter | { readonly filters: readonly { readonly program: Program }[] } | readonly TestedFilter[]

/** The ABIs of a filter: those of the architectures that it compares `arch` with; x86_64 where it compares none. */
function abisOf(arches: ReadonlySet<number>): readonly [AbiTable, ...AbiTable[]] {
  const tokens = allAbis
    .filter(({ auditArch, token }) => arches.has(auditArch) && token !== 'x32')
    .map(({ token }) => token)
  const [main = 'x86_64', ...others] = tokens
  return [signedAbiTable(main), ...others.map((token) => signedAbiTable(token))]
}

/**
 * The filter of a program. `named` are the ABIs of its calls; without them, the ABIs of the program.
 * @throws IrError where the kernel refuses the program
 */
function ofProgram(
  given: Program,
  name: string,
  named?: readonly [AbiTable, ...AbiTable[]],
): FilterUnderTest {
  const program = programOf(given)
  const problems = verify(program)
  if (problems.length > 0) throw new IrError('program', problems)
  const [tested, ...others] = abisOf(testedArches(program))
  const { endianness } = (named ?? [tested])[0]
  // Calls of x86_64 count where they may run, also under a program that does not compare `arch` with theirs.
  const own = endianness === 'little' ? ([signedAbiTable('x86_64')] as const) : ([tested, ...others] as const)
  const filter: FilterUnderTest = {
    kind: 'filter-under-test',
    name,
    leveled: { level: 'program', ir: program },
    endianness,
    abis: named ?? own,
    arches: () => [...testedArches(program)],
    program: () => Promise.resolve(program),
    target: {},
    warnings: [],
    length: () => lengthOf(program),
  }
  return named === undefined ? withTestedAbis(filter) : filter
}

/** The filter of resolved rules. @throws IrError where they break an invariant */
function ofRules(given: RuleSet, name: string): FilterUnderTest {
  const rules = ruleSet(given)
  const arches = rules.sections.map(({ arch }) => arch)
  const abis = abisOf(new Set(arches))
  const { endianness } = abis[0]
  return {
    kind: 'filter-under-test',
    name,
    leveled: { level: 'rules', ir: rules },
    endianness,
    abis,
    arches: () => arches,
    program: () => Promise.resolve(compileRules(rules, { endianness })),
    target: {},
    warnings: [],
    length: () => {
      const outcome = tryCompileRules(rules, { endianness })
      return outcome.kind === 'fits' ? lengthOf(outcome.program) : tooLong(outcome)
    },
  }
}

/** The filter of all `parts`, which one task has attached. @throws TypeError for filters of two byte orders, or of stacks */
function ofStack(parts: readonly [FilterUnderTest, ...FilterUnderTest[]], name: string): FilterUnderTest {
  const [first, ...others] = parts
  if (others.length === 0) return { ...first, name }
  if (others.some(({ endianness }) => endianness !== first.endianness))
    throw new TypeError(`${name}: is a stack of filters for machines of different byte orders`)
  const ir = parts.flatMap(({ leveled }): readonly LeveledIr[] =>
    leveled.level === 'stack' ? leveled.ir : [leveled],
  )
  const more = others
    .flatMap(({ abis }) => abis)
    .filter(({ token }) => !first.abis.some((abi) => abi.token === token))
  const unlike = more.filter(({ token }, i) => more.findIndex((abi) => abi.token === token) === i)
  return {
    kind: 'filter-under-test',
    name,
    leveled: { level: 'stack', ir },
    endianness: first.endianness,
    abis: [...first.abis, ...unlike],
    arches: () => [...new Set(parts.flatMap(({ arches }) => arches()))],
    program: () => Promise.resolve(undefined),
    target: first.target,
    warnings: parts.flatMap(({ warnings }) => warnings),
    length: () => {
      const lengths = parts.map(({ length }) => length())
      return {
        insns: lengths.reduce((sum, { insns }) => sum + insns, 0),
        isEstimate: lengths.some(({ isEstimate }) => isEstimate),
        isTooLong: lengths.some(({ isTooLong }) => isTooLong),
      }
    },
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
): FilterUnderTest {
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
): FilterUnderTest {
  const tables =
    tokens?.map((token) => signedAbiTable(token)) ?? policyTables(policy, undefined, signedAbiTable)
  const { rules, warnings } = resolve(policy, { abis: tables, ...target }, { families: constantFamilies })
  const [main = signedAbiTable('x86_64'), ...others] = tables
  return {
    kind: 'filter-under-test',
    name,
    leveled: { level: 'rules', ir: rules },
    endianness: main.endianness,
    abis: [main, ...others],
    arches: () => rules.sections.map(({ arch }) => arch),
    program: () => Promise.resolve(compile(policy, { abis: tables, ...target }).program),
    policy,
    target,
    warnings: [...textWarnings, ...warnings],
    length: () => {
      const outcome = tryCompile(policy, { abis: tables, ...target })
      return outcome.kind === 'fits' ? lengthOf(outcome.compilation.program) : tooLong(outcome)
    },
  }
}

/** The fields by which the kinds of {@link Tested} differ. */
interface AnyTested {
  readonly kind?: unknown
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
function ofList(given: readonly unknown[], name: string): FilterUnderTest {
  if (isProgram(given)) return ofProgram(given as Program, name) // which checks it
  const [first, ...others] = given.map((each, i) => filterOf(each, `${name}[${i}]`))
  if (first === undefined) throw new TypeError(`${name}: has no instructions and no filters`)
  return ofStack([first, ...others], name)
}

/**
 * The filter in what was given to `expect` or to a matcher.
 * @throws TypeError where it is none, PolicyError where a policy is wrong, IrError where rules or a program are
 */
export function filterOf(given: unknown, name: string): FilterUnderTest {
  if (ArrayBuffer.isView(given)) return ofBytes(given as Uint8Array, name)
  if (Array.isArray(given)) return ofList(given as readonly unknown[], name)
  if (typeof given === 'object' && given !== null) {
    const { kind, defaultAction, program, filters, sections, then } = given as AnyTested
    if (kind === 'filter-under-test') return given as FilterUnderTest // of readFilterFile
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
