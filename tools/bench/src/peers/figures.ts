/* The figures of a program: counts of instructions, the same on every machine. */
import { dataWords, seccompData, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { longestPath } from '@seccompile/compiler'
import { evaluator } from '@seccompile/interpreter'
import { calls } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import type { CallLists } from './argument-lists.ts'

/** The figures of a program for a policy. A mean is absent where no call counts in it. */
export interface PeerFigures {
  readonly insns: number
  /** Executed on average for the calls that run with arguments 0, all of them 0; ABIs weigh the same, but not x32. */
  readonly zeros?: number
  /** Executed on average for the calls that run with some arguments, each with its argument lists; ABIs as in `zeros`. */
  readonly lists?: number
  /** The most that is executed for one of these lists. */
  readonly worstList?: number
  /** Instructions on the longest path through the program, whatever the call. */
  readonly longest: number
  /** Executed on average for the calls that are refused with arguments 0; ABIs as in `zeros`. */
  readonly refused?: number
  /** `lists` of x32, where x32 has a section. */
  readonly x32?: number
}

/** The calls of an ABI, with their argument lists. */
export interface AbiLists {
  readonly abi: AbiTable
  readonly calls: readonly CallLists[]
}

interface AbiFigures {
  readonly zeros: number | undefined
  readonly lists: number | undefined
  readonly refused: number | undefined
  readonly worstList: number
}

const ALLOW = verdictOf('ALLOW')

const meanOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * The figures of a program on one ABI.
 * @throws Error where `program` refuses an argument list: it does not mean what the rules mean
 */
function abiFigures(program: Program, { abi, calls: allowed }: AbiLists): AbiFigures {
  const run = evaluator(program)
  const steps = new Uint32Array(1)
  const { auditArch: arch } = abi
  const executed = (nr: number, args: readonly bigint[] = []): { verdict: number; count: number } => {
    const verdict = run(dataWords(seccompData({ arch, nr, args })), steps)
    return { verdict, count: steps[0]! }
  }
  const atZero = calls(abi).map(({ nr }) => executed(nr))
  let worstList = 0
  const means = allowed.map(({ name, nr, lists }) => {
    const counts = lists.map((args) => {
      const { verdict, count } = executed(nr, args)
      if (verdict !== ALLOW) throw new Error(`${name}(${args.join()}) is refused on ${abi.token}`)
      worstList = Math.max(worstList, count)
      return count
    })
    return meanOf(counts)!
  })
  const countsWhere = (isAllowed: boolean): readonly number[] =>
    atZero.filter(({ verdict }) => (verdict === ALLOW) === isAllowed).map(({ count }) => count)
  return {
    zeros: meanOf(countsWhere(true)),
    lists: meanOf(means),
    refused: meanOf(countsWhere(false)),
    worstList,
  }
}

const known = (values: readonly (number | undefined)[]): readonly number[] =>
  values.filter((value) => value !== undefined)

/** The figures of `program` on the ABIs of `all`. */
export function figuresOf(program: Program, all: readonly AbiLists[]): PeerFigures {
  const figures = all.map((each) => ({ token: each.abi.token, ...abiFigures(program, each) }))
  const counted = figures.filter(({ token }) => token !== 'x32')
  const mean = (name: 'zeros' | 'lists' | 'refused') => meanOf(known(counted.map((each) => each[name])))
  const optional = (name: string, value: number | undefined) => (value === undefined ? {} : { [name]: value })
  const worst = Math.max(...counted.map(({ worstList }) => worstList))
  return {
    insns: program.length,
    longest: longestPath(program),
    ...optional('zeros', mean('zeros')),
    ...optional('lists', mean('lists')),
    ...optional('worstList', worst === 0 ? undefined : worst),
    ...optional('refused', mean('refused')),
    ...optional('x32', figures.find(({ token }) => token === 'x32')?.lists),
  }
}
