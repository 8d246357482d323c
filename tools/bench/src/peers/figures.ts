/* The figures of a program: counts of instructions, the same on every machine. */
import { dataWords, seccompData, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { longestPath } from '@seccompile/compiler'
import { evaluator } from '@seccompile/interpreter'
import { calls } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import type { CallWays } from './ways.ts'

/** The figures of a program for a policy. A mean is absent where no call counts in it. */
export interface Figures {
  readonly insns: number
  /** Executed on average for the calls that run with arguments 0, all of them 0; ABIs weigh the same, but not x32. */
  readonly zeros?: number
  /** Executed on average for the calls that run with some arguments, each on its ways; ABIs as in `zeros`. */
  readonly ways?: number
  /** Executed on the longest of these ways. */
  readonly worstWay?: number
  /** Instructions on the longest way through the program, whatever the call. */
  readonly longest: number
  /** Executed on average for the calls that are refused with arguments 0; ABIs as in `zeros`. */
  readonly refused?: number
  /** `ways` of x32, where x32 has a section. */
  readonly x32?: number
}

/** The ways of an ABI. */
export interface AbiWays {
  readonly abi: AbiTable
  readonly calls: readonly CallWays[]
}

interface AbiFigures {
  readonly zeros: number | undefined
  readonly ways: number | undefined
  readonly refused: number | undefined
  readonly worstWay: number
}

const ALLOW = verdictOf('ALLOW')

const meanOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * The figures of a program on one ABI.
 * @throws Error where `program` refuses a way: it does not mean what the rules mean
 */
function abiFigures(program: Program, { abi, calls: allowed }: AbiWays): AbiFigures {
  const run = evaluator(program)
  const steps = new Uint32Array(1)
  const { auditArch: arch } = abi
  const executed = (nr: number, args: readonly bigint[] = []): { verdict: number; count: number } => {
    const verdict = run(dataWords(seccompData({ arch, nr, args })), steps)
    return { verdict, count: steps[0]! }
  }
  const atZero = calls(abi).map(({ nr }) => executed(nr))
  let worstWay = 0
  const means = allowed.map(({ name, nr, ways }) => {
    const counts = ways.map((args) => {
      const { verdict, count } = executed(nr, args)
      if (verdict !== ALLOW) throw new Error(`${name}(${args.join()}) is refused on ${abi.token}`)
      worstWay = Math.max(worstWay, count)
      return count
    })
    return meanOf(counts)!
  })
  const countsWhere = (isAllowed: boolean): readonly number[] =>
    atZero.filter(({ verdict }) => (verdict === ALLOW) === isAllowed).map(({ count }) => count)
  return {
    zeros: meanOf(countsWhere(true)),
    ways: meanOf(means),
    refused: meanOf(countsWhere(false)),
    worstWay,
  }
}

const known = (values: readonly (number | undefined)[]): readonly number[] =>
  values.filter((value) => value !== undefined)

/** The figures of `program` on the ABIs of `all`. */
export function figuresOf(program: Program, all: readonly AbiWays[]): Figures {
  const figures = all.map((each) => ({ token: each.abi.token, ...abiFigures(program, each) }))
  const counted = figures.filter(({ token }) => token !== 'x32')
  const mean = (name: 'zeros' | 'ways' | 'refused') => meanOf(known(counted.map((each) => each[name])))
  const optional = (name: string, value: number | undefined) => (value === undefined ? {} : { [name]: value })
  const worst = Math.max(...counted.map(({ worstWay }) => worstWay))
  return {
    insns: program.length,
    longest: longestPath(program),
    ...optional('zeros', mean('zeros')),
    ...optional('ways', mean('ways')),
    ...optional('worstWay', worst === 0 ? undefined : worst),
    ...optional('refused', mean('refused')),
    ...optional('x32', figures.find(({ token }) => token === 'x32')?.ways),
  }
}
