/* The filter that a test is about: a policy, a compilation, a program, bytes, or a file that was read. */
import type { Program } from '@seccompile/abi'
import { compile } from '@seccompile/compiler'
import { constantFamilies } from '@seccompile/constants/all'
import type { DescribedFilter } from '@seccompile/describe'
import { policyTables, resolve } from '@seccompile/policy'
import type { Policy, Target, Warning } from '@seccompile/policy'
import { readRawFilter, testedArches } from '@seccompile/policy-files'
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
  /** The number of instructions of the program: the one given, or the one that is compiled. */
  readonly instructions: () => number
}

/** What a matcher takes: a policy, a compilation, a program, the bytes of a filter, or a filter that was read. */
export type Tested = FilterUnderTest | Policy | { readonly program: Program } | Program | Uint8Array

/** The ABIs of a program: those of the architectures that it compares `arch` with; x86_64 where it compares none. */
function abisOf(program: Program): readonly [AbiTable, ...AbiTable[]] {
  const arches = testedArches(program)
  const tokens = allAbis
    .filter(({ auditArch, token }) => arches.has(auditArch) && token !== 'x32')
    .map(({ token }) => token)
  const [main = 'x86_64', ...others] = tokens
  return [signedAbiTable(main), ...others.map((token) => signedAbiTable(token))]
}

/** The filter of a program. `abis` name its calls; without them, the ABIs that it tests for. */
function ofProgram(
  program: Program,
  name: string,
  abis: readonly [AbiTable, ...AbiTable[]] = abisOf(program),
): FilterUnderTest {
  return {
    kind: 'filter-under-test',
    name,
    leveled: { level: 'program', ir: program },
    endianness: abis[0].endianness,
    abis,
    arches: () => [...testedArches(program)],
    program: () => Promise.resolve(program),
    target: {},
    warnings: [],
    instructions: () => program.length,
  }
}

/**
 * The filter in bytes; `abis` as for {@link ofProgram}.
 * @throws TypeError where they are no filter of the byte order of `abis`
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
  throw new TypeError(
    found.kind === 'malformed'
      ? `${name}: ${found.reason}`
      : `${name}: is ${found.kind === 'text' ? 'a text' : `a filter for ${found.order} endian machines`}, and no filter`,
  )
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
  const compiled = (): Program => compile(policy, { abis: tables, ...target }).program
  return {
    kind: 'filter-under-test',
    name,
    leveled: { level: 'rules', ir: rules },
    endianness: main.endianness,
    abis: [main, ...others],
    arches: () => rules.sections.map(({ arch }) => arch),
    program: () => Promise.resolve(compiled()),
    policy,
    target,
    warnings: [...textWarnings, ...warnings],
    instructions: () => compiled().length,
  }
}

/** The fields by which the kinds of {@link Tested} differ. */
interface AnyTested {
  readonly kind?: unknown
  readonly defaultAction?: unknown
  readonly program?: unknown
}

/**
 * The filter in what was given to `expect` or to a matcher.
 * @throws TypeError where it is none, PolicyError where a policy is wrong
 */
export function filterOf(given: unknown, name: string): FilterUnderTest {
  if (ArrayBuffer.isView(given)) return ofBytes(given as Uint8Array, name)
  if (Array.isArray(given)) return ofProgram(given as Program, name) // the prover checks it
  if (typeof given === 'object' && given !== null) {
    const { kind, defaultAction, program } = given as AnyTested
    if (kind === 'filter-under-test') return given as FilterUnderTest // of readFilterFile
    if (defaultAction !== undefined) return ofPolicy(given as Policy, name) // resolve checks it
    if (Array.isArray(program)) return ofProgram(program as Program, name)
  }
  throw new TypeError(
    `${name}: expected a policy, a compilation, a program or its bytes, or what readFilterFile() yields; got ${typeof given}`,
  )
}
