/*
 * What a question is asked about: a program in a raw file, several that act together, or a policy as its rules.
 *
 * A policy is not compiled for it: rules are exact, and a policy too large for a filter can be asked about too. A raw
 * file may turn out to have the other byte order, which matters where two are compared.
 */
import { existsSync } from 'node:fs'
import type { Endianness, Program } from '@seccompile/abi'
import { resolve } from '@seccompile/policy'
import { regions } from '@seccompile/prover'
import type { Subject } from '@seccompile/prover'
import type { AbiTable } from '@seccompile/syscalls'
import { CliError } from '../cli-error.ts'
import type { ByteOrderError } from '../cli-error.ts'
import { parseRequirements } from '../options/target.ts'
import type { Requirements, TargetOptions } from '../options/target.ts'
import type { SaidWarning } from '../show/say.ts'
import { inputName } from './input.ts'
import { leftOutNote, PRESET, targetAbis } from './policy.ts'
import type { LoadedPolicy } from './policy.ts'
import { acceptedRaw, loadSource } from './program.ts'
import type { LoadedProgram } from './program.ts'

/** One of the filters that a question is about. */
export interface Side {
  /** What messages call it. */
  readonly name: string
  readonly leveled: Subject
  readonly endianness: Endianness
  /** The ABIs by which calls are named, the main one first. */
  readonly abis: readonly [AbiTable, ...AbiTable[]]
  /** The `AUDIT_ARCH_*` values that it tells from others. */
  readonly arches: () => readonly number[]
  readonly warnings: readonly SaidWarning[]
  /** What to say of the ABIs that `--abi` leaves out of a policy. */
  readonly leftOut?: string | undefined
  /** The program, or what `compile` makes of the policy; `undefined` where that is too long, or several. */
  readonly program: () => Promise<Program | undefined>
}

/** The `AUDIT_ARCH_*` values for which `subject` has something of its own, in order; none where that is not decided. */
function archesOf(subject: Subject, endianness: Endianness): readonly number[] {
  const answer = regions(subject, { endianness })
  if (answer.kind === 'undecided') return []
  const named = answer.sections.filter(({ rest }) => !rest).flatMap(({ arches }) => arches)
  return named.filter(({ lo, hi }) => lo === hi).map(({ lo }) => lo)
}

function policySide(
  name: string,
  { policy, warnings }: LoadedPolicy,
  options: TargetOptions,
  requirements: Requirements,
): Side {
  const abis = targetAbis(policy, options)
  const [first, ...others] = abis
  if (first === undefined) throw new CliError('the policy is for no ABI')
  const resolution = resolve(policy, { abis, ...requirements })
  const { endianness } = first
  const leftOut = leftOutNote(policy, options, abis)
  return {
    name,
    leftOut,
    leveled: { level: 'rules', ir: resolution.rules },
    endianness,
    abis: [first, ...others],
    arches: () => resolution.rules.sections.map(({ arch }) => arch),
    warnings: [...warnings, ...resolution.warnings],
    program: async () => {
      const { compileRules, insnsNeeded, weighKnownCalls } = await import('@seccompile/compiler')
      try {
        return compileRules(resolution.rules, { endianness, weigh: weighKnownCalls(abis) })
      } catch (error) {
        if (insnsNeeded(error) === undefined) throw error
        return undefined
      }
    },
  }
}

/** What is made of raw files, of which the first says the ABIs and the byte order; `program` where they are one. */
function rawSide(
  name: string,
  leveled: Subject,
  { abis, endianness }: LoadedProgram,
  program: Program | undefined,
): Side {
  return {
    name,
    leveled,
    endianness,
    abis,
    arches: () => archesOf(leveled, endianness),
    warnings: [],
    program: () => Promise.resolve(program),
  }
}

/** The files of a stack that `argument` names with commas between; `undefined` where it names one thing. */
function stackFiles(argument: string): readonly string[] | undefined {
  const files = argument.split(',')
  return files.length > 1 && !argument.startsWith(PRESET) && !existsSync(argument) ? files : undefined
}

/** Raw filters that are all attached, in the order in which they were. @throws CliError */
async function stackSide(name: string, files: readonly string[], options: TargetOptions): Promise<Side> {
  const parts: LoadedProgram[] = []
  for (const file of files) {
    const source = await loadSource(file)
    if (source.kind === 'policy')
      throw new CliError(`${file}: is a policy; a list of files is one of raw filters`)
    parts.push(acceptedRaw(inputName(file), source.bytes, options))
  }
  const filters = parts.map(({ program }) => ({ level: 'program', ir: program }) as const)
  return rawSide(name, { level: 'stack', ir: filters }, parts[0]!, undefined)
}

/**
 * The filter that `argument` names: raw, several raw ones with commas between, or a policy.
 * @throws CliError or PolicyError where it cannot be had, or is a program that the kernel would refuse
 */
export async function loadSide(argument: string, options: TargetOptions): Promise<Side> {
  const name = inputName(argument)
  const requirements = parseRequirements(options) // also where they do not matter: a typing error is one everywhere
  const files = stackFiles(argument)
  if (files !== undefined) return stackSide(name, files, options)
  const source = await loadSource(argument)
  if (source.kind === 'policy') return policySide(name, source.loaded, options, requirements)
  const loaded = acceptedRaw(name, source.bytes, options)
  return rawSide(name, { level: 'program', ir: loaded.program }, loaded, loaded.program)
}

const isError = (side: Side | ByteOrderError): side is ByteOrderError => !('leveled' in side)

async function orderError(side: Promise<Side>): Promise<Side | ByteOrderError> {
  try {
    return await side
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'E_BYTE_ORDER')
      return error as ByteOrderError
    throw error
  }
}

/**
 * The two filters that a question compares.
 * @throws CliError as {@link loadSide} does, and where both are raw and of different byte order
 */
export async function loadSides(
  a: string,
  b: string,
  options: TargetOptions,
): Promise<readonly [Side, Side]> {
  if (a === '-' && b === '-') throw new CliError('only one of the two can come from standard input')
  // One after the other: modules run as they are loaded.
  const left = await orderError(loadSide(a, options))
  const right = await orderError(loadSide(b, options))
  const orders = [left, right].map((side) => (isError(side) ? side.order : side.endianness))
  const isPolicy = [left, right].some((side) => !isError(side) && side.leveled.level === 'rules')
  // A policy is for whatever --abi says, and two that are read in the wrong order are right for another --abi.
  if (!isPolicy && orders[0] !== orders[1])
    throw new CliError(
      `${inputName(a)} is ${orders[0]} endian and ${inputName(b)} is ${orders[1]} endian; filters of different byte order are for different machines`,
    )
  if (isError(left)) throw left
  if (isError(right)) throw right
  return [left, right]
}
