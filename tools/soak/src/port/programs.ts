/*
 * What a program can do under a policy: which calls run with which arguments, and which functions of a C library.
 *
 * This is the judge of `port`. It knows rules by their meaning for single calls, arguments by their names, constants by their values,
 * and functions by the table of measured calls. It asks no prover, moves no condition and shares no code with `port`.
 */
import { actionOf, dataOf } from '@seccompile/abi'
import type { SeccompData } from '@seccompile/abi'
import { valueOn } from '@seccompile/constants'
import type { Constant } from '@seccompile/constants'
import { errnoOn } from '@seccompile/constants/errno'
import { constantFamilies } from '@seccompile/constants/all'
import type { FixedCall, MeasuredCall } from '@seccompile/libc-calls'
import { resolve } from '@seccompile/policy'
import type { Policy, Target } from '@seccompile/policy'
import { meaning, witnesses } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { signatureOf, signedAbiTable } from '@seccompile/signatures'
import type { SignedAbiTable } from '@seccompile/signatures'
import type { AbiToken, CallArgument } from '@seccompile/syscalls'
import type { RandomDraws } from '../inputs/random.ts'

/** A policy on one ABI. */
export interface World {
  readonly token: AbiToken
  readonly abi: SignedAbiTable
  /** The rules of a number alone: a trial asks thousands of questions. */
  readonly rulesOf: (nr: number) => RuleSet
  /** Registers on both sides of every test of these rules. */
  readonly edgesOf: (nr: number) => readonly SeccompData['args'][]
}

/** `make`, once for each number. */
function onceFor<T>(make: (nr: number) => T): (nr: number) => T {
  const known = new Map<number, T>()
  return (nr) => {
    const found = known.get(nr) ?? make(nr)
    known.set(nr, found)
    return found
  }
}

const byNumber = ({ sections, badArch }: RuleSet): ((nr: number) => RuleSet) =>
  onceFor((nr) => ({
    badArch,
    sections: sections.map((section) => ({
      ...section,
      rules: section.rules.filter(({ numbers }) => numbers.some(({ lo, hi }) => lo <= nr && nr <= hi)),
    })),
  }))

/** @throws PolicyError where the policy is wrong for the ABI */
export function worldOf(
  { abis: _own, ...policy }: Policy,
  token: AbiToken,
  rest: Omit<Target, 'abis'>,
): World {
  const abi = signedAbiTable(token)
  const rulesOf = byNumber(resolve(policy, { ...rest, abis: [abi] }).rules)
  return { token, abi, rulesOf, edgesOf: onceFor((nr) => witnesses(rulesOf(nr)).map(({ args }) => args)) }
}

/** A value as a program writes it in C: constants, and a number that is none. */
export interface CValue {
  readonly constants: readonly Constant[]
  readonly number: bigint
}

/** The values of arguments by name. */
export type CValues = ReadonlyMap<string, CValue>

const asRegister = (value: number | bigint, width: number): bigint =>
  BigInt.asUintN(Math.min(width, 64), BigInt(value))

/** The register of a value; `undefined` where the ABI lacks a constant. */
export function registerOf(
  { constants, number }: CValue,
  token: AbiToken,
  width: number,
): bigint | undefined {
  let sum = number
  for (const constant of constants) {
    const value = valueOn(constant, token)
    if (value === undefined) return undefined
    sum |= asRegister(value, width)
  }
  return asRegister(sum, width)
}

/** The registers of a call; `undefined` where the ABI lacks a constant. Registers that `values` do not name are 0. */
function registersOf(
  world: World,
  { name, fixed }: FixedCall,
  values: CValues,
): SeccompData['args'] | undefined {
  const args: [bigint, bigint, bigint, bigint, bigint, bigint] = [0n, 0n, 0n, 0n, 0n, 0n]
  for (const argument of signatureOf(world.abi, name)?.args ?? []) {
    const given = fixed.find((one) => one.argument === argument.name)?.values
    const known = values.get(argument.name)
    if (known === undefined && given === undefined) continue
    const register = given === undefined ? registerOf(known!, world.token, argument.width) : given[0]!
    if (register === undefined) return undefined
    args[argument.index] = register
    if (argument.high !== undefined) args[argument.high] = 0n
  }
  return args
}

/** Values of the arguments of the call on both sides of every test that the policy has of it. */
export function edgeValues({ abi, edgesOf }: World, name: string): readonly CValues[] {
  const nr = abi.numbers.get(name)
  const args = signatureOf(abi, name)?.args ?? []
  return (nr === undefined ? [] : edgesOf(nr)).map(
    (registers) => new Map(args.map((one) => [one.name, { constants: [], number: registers[one.index]! }])),
  )
}

function verdictOf({ abi, rulesOf }: World, name: string, args: SeccompData['args']): number {
  const nr = abi.numbers.get(name)!
  return meaning(rulesOf(nr), { nr, arch: abi.auditArch, instruction_pointer: 0n, args })
}

function runs(verdict: number): boolean {
  const action = actionOf(verdict)
  return action === 'ALLOW' || action === 'LOG'
}

/** Whether a call with these arguments runs; `undefined` where the ABI lacks a constant. */
export function callRuns(world: World, call: FixedCall, values: CValues): boolean | undefined {
  if (!world.abi.numbers.has(call.name)) return false
  const args = registersOf(world, call, values)
  return args === undefined ? undefined : runs(verdictOf(world, call.name, args))
}

/** The call with each choice of the values that the library gives. */
export const choices = ({ name, fixed }: FixedCall): readonly FixedCall[] =>
  fixed.reduce<readonly FixedCall[]>(
    (calls, { argument, values }) =>
      calls.flatMap((call) =>
        values.map((value) => ({ name, fixed: [...call.fixed, { argument, values: [value] }] })),
      ),
    [{ name, fixed: [] }],
  )

/** Whether the call fails with ENOSYS for these arguments. */
function isMissing(world: World, call: FixedCall, values: CValues): boolean {
  if (!world.abi.numbers.has(call.name)) return true
  const args = registersOf(world, call, values)
  if (args === undefined) return false
  const verdict = verdictOf(world, call.name, args)
  return actionOf(verdict) === 'ERRNO' && dataOf(verdict) === errnoOn('ENOSYS', world.token)
}

/** The calls of a list that do not run; with the older calls after ENOSYS. */
export function refusedIn(
  world: World,
  list: readonly MeasuredCall[],
  values: CValues,
): readonly FixedCall[] {
  const doesRun = (call: FixedCall): boolean =>
    choices(call).some((one) => callRuns(world, one, values) === true)
  return list.flatMap((call): readonly FixedCall[] => {
    if (doesRun(call)) return []
    const older = choices(call).every((one) => isMissing(world, one, values)) ? call.instead : []
    if (older.length === 0) return [call]
    return older.filter((one) => !doesRun(one))
  })
}

const isPlain = (value: bigint, families: readonly string[], tokens: readonly AbiToken[]): boolean =>
  constantFamilies
    .filter(({ family }) => families.includes(family))
    .every(({ constants }) =>
      constants.every((constant) =>
        tokens.every((token) => {
          const known = valueOn(constant, token)
          return known === undefined || (asRegister(known, 64) & value) === 0n
        }),
      ),
    )

/** Whether the ABIs have the constant. A flag that is 0 on one of them is none there. */
function isOnAll(constant: Constant, kind: string, tokens: readonly AbiToken[]): boolean {
  const values = tokens.map((token) => valueOn(constant, token))
  if (values.includes(undefined)) return false
  return kind === 'enum' || kind === 'various' || !values.includes(0) || values.every((value) => value === 0)
}

const NUMBERS = [0n, 1n, 2n, 3n, 5n, 17n, 4096n, 0x7fff_ffffn]

/** The families of constants that an argument takes. */
export const familiesOf = ({
  family,
  families = family === undefined ? [] : [family],
}: CallArgument): readonly string[] => families

/** A random value of an argument that programs on all of `tokens` can write. */
export function randomValue(
  random: RandomDraws,
  argument: CallArgument,
  tokens: readonly AbiToken[],
): CValue {
  const families = familiesOf(argument)
  const known = constantFamilies.filter((one) => families.includes(one.family))
  const none: CValue = { constants: [], number: 0n }
  if (known.length === 0) return { ...none, number: asRegister(random.oneOf(NUMBERS), argument.width - 1) }
  const of = random.oneOf(known)
  const constants = of.constants.filter((one) => isOnAll(one, of.kind, tokens))
  if (constants.length === 0) return none
  // Constants of which some have other numbers are worth more.
  const differing = constants.filter((one) =>
    tokens.some((token) => valueOn(one, token) !== valueOn(one, tokens[0]!)),
  )
  const pool = random.below(2) === 0 && differing.length > 0 ? differing : constants
  if (of.kind === 'enum' || of.kind === 'various') return { ...none, constants: [random.oneOf(pool)] }
  const count = random.below(4)
  const fields = of.masks.map(
    (mask) => (token: AbiToken) => BigInt((typeof mask === 'number' ? mask : valueOn(mask, token)) ?? 0),
  )
  const chosen: Constant[] = []
  for (let i = 0; i < count; i += 1) {
    const one = random.oneOf(pool)
    // Two constants of one field are no value of it.
    const clashes = fields.some(
      (field) =>
        [one, ...chosen].filter((each) =>
          tokens.some((token) => (BigInt(valueOn(each, token)!) & field(token)) !== 0n),
        ).length > 1,
    )
    if (!clashes) chosen.push(one)
  }
  const rest = random.oneOf(NUMBERS)
  return { constants: chosen, number: isPlain(rest, families, tokens) && random.below(3) === 0 ? rest : 0n }
}

/** Random values of the arguments of `calls` on the ABIs, by name. */
export function randomValues(
  random: RandomDraws,
  calls: readonly string[],
  tokens: readonly AbiToken[],
): Map<string, CValue> {
  const values = new Map<string, CValue>()
  for (const call of calls)
    for (const token of tokens)
      for (const argument of signatureOf(signedAbiTable(token), call)?.args ?? [])
        if (!values.has(argument.name)) values.set(argument.name, randomValue(random, argument, tokens))
  return values
}
