import { SECCOMP_DATA_ARGS } from '@seccompile/abi'
import { PolicyError } from '@seccompile/policy'
import { quote, shown } from '@seccompile/shape'
import { isSyscallName } from '@seccompile/syscalls'
import { countError } from './shares.ts'
import { unknownCall } from './tally.ts'

/** How often a call is made with some arguments. */
export interface ArgumentCount {
  /** The arguments, u64. A missing one is 0. */
  readonly args: readonly bigint[]
  readonly count: number
}

/** For calls by name, how often they are made with which arguments. */
export type ArgumentCounts = Readonly<Record<string, readonly ArgumentCount[]>>

/** Arguments of a call, and their share in all counts of the call. */
export interface ArgumentShare {
  /** Six arguments, u64. */
  readonly args: readonly bigint[]
  readonly share: number
}

/** The most different arguments of a call that are counted. */
export const MAX_ARGUMENT_COUNTS = 4096

const isArgument = (value: unknown): boolean => typeof value === 'bigint' && value >= 0n && value < 2n ** 64n

function checkCount(name: string, one: ArgumentCount): void {
  if (typeof one !== 'object' || one === null)
    throw new PolicyError(
      'E_TYPE',
      `${quote(name)}: expected an object with args and count; got ${shown(one)}`,
    )
  const { args, count } = one
  if (!Array.isArray(args) || args.length > SECCOMP_DATA_ARGS || !args.every(isArgument))
    throw new PolicyError(
      'E_TYPE',
      `${quote(name)} counts arguments ${shown(args)}; expected up to ${SECCOMP_DATA_ARGS} bigints from 0 to 2^64 - 1`,
    )
  const error = countError(name, count, shown(count))
  if (error !== undefined) throw error
}

/**
 * The share of each list of arguments in the counts of its call, by the name of the call; the shares of a call add up to 1. A call whose
 * counts are all 0 is absent.
 * @throws PolicyError where a name is unknown, an argument or a count is out of bounds, or a call has more than
 * {@link MAX_ARGUMENT_COUNTS} of them
 */
export function argumentShares(counts: ArgumentCounts): ReadonlyMap<string, readonly ArgumentShare[]> {
  if (typeof counts !== 'object' || counts === null || Array.isArray(counts))
    throw new PolicyError(
      'E_TYPE',
      `argument counts: expected an object from call name to list; got ${shown(counts)}`,
    )
  const shares = new Map<string, readonly ArgumentShare[]>()
  for (const [name, list] of Object.entries(counts)) {
    if (!isSyscallName(name)) throw unknownCall(name)
    const given: unknown = list
    if (!Array.isArray(given) || given.length > MAX_ARGUMENT_COUNTS)
      throw new PolicyError(
        'E_TYPE',
        `${quote(name)}: expected a list of up to ${MAX_ARGUMENT_COUNTS} counts; got ${Array.isArray(given) ? given.length : shown(given)}`,
      )
    for (const one of list) checkCount(name, one)
    const total = list.reduce((sum, { count }) => sum + count, 0)
    if (total === 0) continue
    shares.set(
      name,
      list.map(({ args, count }) => ({
        args: Array.from({ length: SECCOMP_DATA_ARGS }, (_, index) => args[index] ?? 0n),
        share: count / total,
      })),
    )
  }
  return shares
}
