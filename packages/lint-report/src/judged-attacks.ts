/* A filter under the records of attacks, and the words for an answer. */
import { attackRecords, ATTACK_VERDICTS, judgeAttacks } from '@seccompile/attacks'
import type {
  AttackAnswer,
  AttackRecord,
  AttackVerdict,
  MachineAnswer,
  ServingCall,
  Stop,
} from '@seccompile/attacks'
import { callNames, loadArgumentNames } from '@seccompile/describe'
import type { ArgumentNames, CallNames } from '@seccompile/describe'
import type { Filter } from '@seccompile/filter'
import { CONTAINER_CAPS } from '@seccompile/policy'
import type { Capability } from '@seccompile/policy'
import { assertNever, expectObject } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable } from '@seccompile/syscalls'

/** The answers about a filter. */
export interface JudgedAttacks {
  /** The file, or the name of the filter. */
  readonly name: string
  /** The filter that the answers are about. */
  readonly filter: Filter
  readonly caps: readonly Capability[]
  /** The ABIs of the machines of the filter. */
  readonly abis: readonly AbiTable[]
  /** In the order of the records. */
  readonly answers: readonly AttackAnswer[]
  /** The names of arguments, if an answer shows a call. */
  readonly args: ArgumentNames | undefined
}

/**
 * The answers about `records` for `filter`.
 * @param caps - the capabilities of the process; if absent, those of the policy, then `CONTAINER_CAPS`
 */
export async function attackedFilter(
  filter: Filter,
  caps?: readonly Capability[],
  records: readonly AttackRecord[] = attackRecords,
): Promise<JudgedAttacks> {
  expectObject(filter, 'filter', 'name', 'subject', 'abis')
  const { name, subject, endianness, policy } = filter
  const given = caps ?? policy?.caps ?? CONTAINER_CAPS
  const answers = judgeAttacks({ filter: subject, abis: filter.abis, endianness, caps: given }, records)
  const tokens = new Set(answers.flatMap(({ machines }) => machines.flatMap(({ abis }) => abis)))
  const others = [...tokens].filter((token) => !filter.abis.some((abi) => abi.token === token))
  const abis = [...filter.abis, ...others.map((token) => signedAbiTable(token))]
  const isShown = answers.some(({ machines }) =>
    machines.some(({ clauses }) => clauses.some((each) => 'call' in each)),
  )
  return { name, filter, caps: given, abis, answers, args: await loadArgumentNames(abis, {}, isShown) }
}

/** A verdict as people read it. */
export function verdictWords(verdict: AttackVerdict): string {
  switch (verdict) {
    case 'not-stopped':
      return 'not stopped'
    case 'not-decided':
      return 'not decided'
    case 'stopped':
      return 'stopped'
    case 'no-matter':
      return 'no matter of seccomp'
    default:
      return assertNever(verdict)
  }
}

/** The names of calls in an answer. */
export const namesIn = ({ abis, args }: JudgedAttacks): CallNames => callNames(abis, args)

/** What a call does for an attack, where its name does not say it. */
export function aboutCall({ name, by }: Pick<ServingCall, 'name' | 'by'>): string {
  switch (by) {
    case undefined:
      return ''
    case 'socketcall':
    case 'ipc':
      return `, which makes ${name}`
    case 'io_uring':
      return `, and io_uring does what ${name} does`
    case 'foreign-number':
      return `, which is ${name} by a number of another ABI`
    default:
      return assertNever(by)
  }
}

const stopText = (stop: Stop): string => stop.map(({ name }) => name).join(' and ')

/** The clauses that stop an attack: `a user namespace alone`, `a, or b and c`. */
export function stopsText(by: readonly Stop[]): string {
  const [first, ...others] = by
  if (first === undefined) return ''
  if (others.length > 0) return by.map(stopText).join(', or ')
  return `${stopText(first)} ${first.length === 1 ? 'alone' : 'together'}`
}

/** The machines of `answer` that have its verdict. */
export function decidingMachines({ verdict, machines }: AttackAnswer): readonly MachineAnswer[] {
  return machines.filter(({ kind }) => kind === verdict)
}

/** The number of answers with each verdict, in a line: `2 attacks not stopped, 20 stopped`. */
export function attackCounts(answers: readonly AttackAnswer[]): string {
  const parts = ATTACK_VERDICTS.flatMap((each) => {
    const count = answers.filter(({ verdict }) => verdict === each).length
    return count === 0 ? [] : [`${count} ${verdictWords(each)}`]
  })
  return `${answers.length} ${answers.length === 1 ? 'attack' : 'attacks'}: ${parts.join(', ')}`
}

/** The answers, the worst first; those of one verdict are in the order of the records. */
export const worstFirst = (answers: readonly AttackAnswer[]): readonly AttackAnswer[] =>
  ATTACK_VERDICTS.flatMap((each) => answers.filter(({ verdict }) => verdict === each))
