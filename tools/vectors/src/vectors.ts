/// <reference types="node" />
/*
 * Reads the files in ../data. A file is read in each call, so every caller gets its own copy.
 */
import { readFileSync } from 'node:fs'

/**
 * The tools whose programs are in ../data; README.md describes each. The programs of `bpf_dsl` come from a
 * reimplementation of its algorithm.
 */
export const BASELINE_TOOLS = [
  'bpf_dsl-emulated',
  'easyseccomp',
  'gvisor',
  'gvisor-noopt',
  'kafel',
  'libseccomp-2.6.0-O1',
  'libseccomp-2.6.0-O2',
  'minijail-bst',
  'minijail-bst-freq',
  'minijail-c',
  'minijail-linear',
  'minijail-linear-freq',
  'seccompiler',
] as const

/** The two policies that the programs for x86_64 were made from. */
export const POLICY_NAMES = ['docker-flat', 'docker-args'] as const

/** A tool in {@link BASELINE_TOOLS}. */
export type BaselineTool = (typeof BASELINE_TOOLS)[number]

/** A policy in {@link POLICY_NAMES}. */
export type VectorPolicyName = (typeof POLICY_NAMES)[number]

/** A program for x86_64: the tool, a dot, and the policy. gVisor made one more, with its most frequent calls named. */
export type BaselineName = `${BaselineTool}.${VectorPolicyName}` | 'gvisor-hot.docker-args'

/** The names of all programs for x86_64, in alphabetical order. */
export const BASELINE_NAMES: readonly BaselineName[] = [
  ...BASELINE_TOOLS.flatMap((tool) => POLICY_NAMES.map((policy): BaselineName => `${tool}.${policy}`)),
  'gvisor-hot.docker-args' as const,
].sort((a, b) => (a < b ? -1 : 1))

/** The programs for x86_64, x86 and x32 at once, the form in which Docker loads its default profile. */
export const THREE_ABI_NAMES = ['libseccomp-2.6.0-O1.docker-3abi', 'libseccomp-2.6.0-O2.docker-3abi'] as const

/** A program in {@link THREE_ABI_NAMES}. */
export type ThreeAbiName = (typeof THREE_ABI_NAMES)[number]

/** An action of a resolved policy; `errno` stands with `ERRNO` only. */
export interface ResolvedAction {
  readonly action: 'ALLOW' | 'ERRNO'
  readonly errno?: number
}

/** A comparison of the argument `arg` (0 to 5) with unsigned numbers; `mask` stands with `MASKED_EQ` only. */
export interface ResolvedCondition {
  readonly arg: number
  readonly op: 'LT' | 'EQ' | 'GT' | 'MASKED_EQ'
  readonly val: number
  readonly mask?: number
}

/** One call of a resolved policy. `conds` is an OR of ANDs; a rule with empty `conds` always holds. */
export interface ResolvedRule {
  readonly nr: number
  readonly name: string
  readonly action: ResolvedAction
  readonly conds: readonly (readonly ResolvedCondition[])[]
}

/** A policy as numbers of one ABI. Calls without a rule, and rules that do not hold, get `default`. */
export interface ResolvedPolicy {
  readonly name: VectorPolicyName
  readonly arch: 'x86_64'
  readonly default: ResolvedAction
  readonly rules: readonly ResolvedRule[]
}

function read(file: string): Uint8Array {
  return readFileSync(new URL(`../data/${file}`, import.meta.url))
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8'))
}

/** The bytes of a program that another tool made: 8 an instruction, little endian. */
export function baseline(name: BaselineName | ThreeAbiName): Uint8Array {
  return read(`${name}.bpf`)
}

/** The policy `name`, from which the programs with this name were made. */
export function resolvedPolicy(name: VectorPolicyName): ResolvedPolicy {
  return readJson(`${name}.x86_64.json`) as ResolvedPolicy // the file is ours and has this shape
}

/**
 * The share of each call, by its name, among the calls of a workload on x86_64: the mean of eight traced workloads.
 * The shares add up to 1.
 */
export function syscallFrequencies(): Readonly<Record<string, number>> {
  const { workloads } = readJson('syscall-freq.json') as {
    readonly workloads: Readonly<
      Record<string, { readonly calls: Readonly<Record<string, number>>; readonly total: number }>
    >
  }
  const all = Object.values(workloads)
  const shares = new Map<string, number>()
  for (const { calls, total } of all)
    for (const [name, count] of Object.entries(calls))
      shares.set(name, (shares.get(name) ?? 0) + count / total / all.length)
  return Object.fromEntries(shares)
}

/** A comparison of a rule of {@link OverlapCase}: argument, operator without SCMP_CMP_, `value`, `valueTwo`. */
export type OverlapCondition = readonly [index: number, op: string, value: number, valueTwo: number]

/**
 * Rules of one call that overlap, and the answers of libseccomp. A case has answers only where they are the same for
 * every order of the rules and every optimize level.
 */
export interface OverlapCase {
  readonly abi: 'x86_64' | 'x86' | 's390x'
  /** Rule i gives ERRNO(i + 1) where all of its conditions hold. */
  readonly rules: readonly (readonly OverlapCondition[])[]
  /** The first three arguments of calls that several rules match; absent, like `errnos`, where the answers differ. */
  readonly calls?: readonly (readonly number[])[]
  readonly errnos?: readonly number[]
}

/** The answers of libseccomp 2.6.0 to overlapping rules. */
export function overlapCases(): readonly OverlapCase[] {
  return readJson('overlaps.json') as readonly OverlapCase[] // the file is ours and has this shape
}

/** The programs whose calls are recorded in ../data. */
export const RECORDED_NAMES = ['node-server', 'gcc-build', 'python-sqlite'] as const

/** A program in {@link RECORDED_NAMES}. */
export type RecordedName = (typeof RECORDED_NAMES)[number]

/** A call of a recorded program. */
export interface TracedCall {
  readonly nr: number
  /** The low words of the arguments that policies test, each at its place; the others are 0. */
  readonly args: readonly number[]
}

/** The calls that a program made under strace, in order, on x86_64. */
export interface Recording {
  readonly name: RecordedName
  readonly what: string
  readonly command: string
  /** Versions of the program, of strace and of Linux. */
  readonly versions: readonly string[]
  readonly calls: readonly TracedCall[]
}

/**
 * The content of a file of recorded calls. Each line of `calls` has words, and each word is one call: its number, or
 * `number:argument,argument`.
 */
interface RecordingFile extends Omit<Recording, 'name' | 'calls'> {
  /** By number of a call, the indexes of the kept arguments. */
  readonly args: Readonly<Record<string, readonly number[]>>
  readonly calls: readonly string[]
}

/** The recorded calls of the program `name`. */
export function recording(name: RecordedName): Recording {
  const { what, command, versions, args, calls } = readJson(`calls.${name}.json`) as RecordingFile // make/record-calls.mjs wrote the file
  const callOf = (word: string): TracedCall => {
    const [nr = '', kept = ''] = word.split(':')
    const row = Array<number>(6).fill(0)
    for (const [i, place] of (kept === '' ? [] : args[nr]!).entries()) row[place] = Number(kept.split(',')[i])
    return { nr: Number(nr), args: row }
  }
  return { name, what, command, versions, calls: calls.flatMap((line) => line.split(' ')).map(callOf) }
}
