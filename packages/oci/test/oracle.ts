/*
 * An oracle for the meaning of a profile. It follows the text of the rules, one call at a time, with bigint
 * arithmetic, and without sets, masks or predicates. It shares only the tables of numbers with the code that it
 * judges.
 */
import type { AbiTable } from '@seccompile/syscalls'

export interface OracleArg {
  readonly index: number
  readonly op: string
  readonly value: bigint
  readonly valueTwo?: bigint
}

export interface OracleFilter {
  readonly caps?: readonly string[]
  readonly arches?: readonly string[]
  readonly minKernel?: string
}

export interface OracleRule {
  readonly names: readonly string[]
  readonly action: string
  readonly errnoRet?: number
  readonly args?: readonly OracleArg[]
  readonly includes?: OracleFilter
  readonly excludes?: OracleFilter
}

export interface OracleProfile {
  readonly defaultAction: string
  readonly defaultErrnoRet?: number
  readonly syscalls: readonly OracleRule[]
}

export interface OracleTarget {
  readonly abis: readonly AbiTable[]
  readonly caps: readonly string[]
  readonly kernel: readonly [number, number]
}

export interface OracleCall {
  readonly arch: number
  readonly nr: number
  readonly args: readonly bigint[]
}

const VALUES: Readonly<Record<string, number>> = {
  SCMP_ACT_KILL: 0x0000_0000,
  SCMP_ACT_KILL_THREAD: 0x0000_0000,
  SCMP_ACT_KILL_PROCESS: 0x8000_0000,
  SCMP_ACT_TRAP: 0x0003_0000,
  SCMP_ACT_ERRNO: 0x0005_0000,
  SCMP_ACT_NOTIFY: 0x7fc0_0000,
  SCMP_ACT_TRACE: 0x7ff0_0000,
  SCMP_ACT_LOG: 0x7ffc_0000,
  SCMP_ACT_ALLOW: 0x7fff_0000,
}

const verdictOf = (action: string, data = 1): number =>
  VALUES[action]! + (action === 'SCMP_ACT_ERRNO' || action === 'SCMP_ACT_TRACE' ? data : 0)

const atLeast = ([major, minor]: readonly [number, number], minimum: string): boolean => {
  const [a, b] = minimum.split('.').map(Number)
  return major * 1000 + minor >= a! * 1000 + b!
}

function takesPart(rule: OracleRule, { abis, caps, kernel }: OracleTarget): boolean {
  const arch = abis[0]!.goArch
  for (const cap of rule.excludes?.caps ?? []) if (caps.includes(cap)) return false
  if (rule.excludes?.arches?.includes(arch)) return false
  if (rule.excludes?.minKernel !== undefined && atLeast(kernel, rule.excludes.minKernel)) return false
  for (const cap of rule.includes?.caps ?? []) if (!caps.includes(cap)) return false
  const arches = rule.includes?.arches ?? []
  if (arches.length > 0 && !arches.includes(arch)) return false
  return rule.includes?.minKernel === undefined || atLeast(kernel, rule.includes.minKernel)
}

function holds(
  { index, op, value, valueTwo = 0n }: OracleArg,
  args: readonly bigint[],
  bits: 32 | 64,
): boolean {
  const argument = args[index]! % 2n ** BigInt(bits)
  if (op === 'SCMP_CMP_EQ') return argument === value
  if (op === 'SCMP_CMP_NE') return argument !== value
  if (op === 'SCMP_CMP_LT') return argument < value
  if (op === 'SCMP_CMP_LE') return argument <= value
  if (op === 'SCMP_CMP_GT') return argument > value
  if (op === 'SCMP_CMP_GE') return argument >= value
  if (op === 'SCMP_CMP_MASKED_EQ') return (argument & value) === (valueTwo & value)
  throw new Error(op)
}

/**
 * The ABI of a call: `'bad'` where the arch belongs to no ABI of the target, `'none'` where the number belongs to no
 * ABI.
 */
function abiOf({ arch, nr }: OracleCall, abis: readonly AbiTable[]): AbiTable | 'bad' | 'none' {
  const candidates = abis.filter(({ auditArch }) => auditArch === arch)
  if (candidates.length === 0) return 'bad'
  const tokens = candidates.map(({ token }) => token)
  const wanted = tokens.some((token) => token === 'x86_64' || token === 'x32')
    ? nr >= 0x4000_0000
      ? 'x32'
      : 'x86_64'
    : tokens[0]!
  const found = candidates.find(({ token }) => token === wanted)
  if (found !== undefined) return found
  return nr === 0xffff_ffff ? 'none' : 'bad'
}

/** The comparison with its constants cut to `bits`, as libseccomp stores them. */
const cut = ({ index, op, value, valueTwo = 0n }: OracleArg, bits: 32 | 64): OracleArg => {
  const limit = 2n ** BigInt(bits)
  return { index, op, value: value % limit, valueTwo: valueTwo % limit }
}

const asksNothing = ({ op, value }: OracleArg): boolean => op === 'SCMP_CMP_MASKED_EQ' && value === 0n

/**
 * The lists of comparisons that libseccomp gets for a rule. Where the rule tests an argument twice, each comparison
 * is a list of its own.
 */
function conjunctions(args: readonly OracleArg[]): readonly (readonly OracleArg[])[] {
  return new Set(args.map(({ index }) => index)).size < args.length ? args.map((arg) => [arg]) : [args]
}

/**
 * Every verdict that the rules give to `call`; more than one where the profile contradicts itself.
 * @param asLibseccomp - whether constants lose the bits that an ABI does not pass, and a mask without bits is no
 *   comparison
 */
export function verdicts(
  profile: OracleProfile,
  target: OracleTarget,
  call: OracleCall,
  asLibseccomp: boolean,
): ReadonlySet<number> {
  const otherwise = verdictOf(profile.defaultAction, profile.defaultErrnoRet)
  const abi = abiOf(call, target.abis)
  if (abi === 'bad') return new Set([0])
  const name = abi === 'none' ? undefined : abi.names.get(call.nr)
  if (abi === 'none' || name === undefined) return new Set([otherwise])
  const compared = (args: readonly OracleArg[]): readonly OracleArg[] =>
    asLibseccomp ? args.map((arg) => cut(arg, abi.wordSize)).filter((arg) => !asksNothing(arg)) : args
  const rules = profile.syscalls
    .filter((rule) => rule.names.includes(name) && takesPart(rule, target))
    .map((rule) => ({ verdict: verdictOf(rule.action, rule.errnoRet), args: rule.args ?? [] }))
    .filter(({ verdict }) => verdict !== otherwise)
    .flatMap(({ verdict, args }) => conjunctions(args).map((each) => ({ verdict, args: compared(each) })))
  const always = rules.find(({ args }) => args.length === 0)
  if (always !== undefined) return new Set([always.verdict])
  const found = new Set<number>()
  for (const { verdict, args } of rules)
    if (args.every((arg) => holds(arg, call.args, abi.wordSize))) found.add(verdict)
  return found.size === 0 ? new Set([otherwise]) : found
}
