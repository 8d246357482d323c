/*
 * Steps that hold on every ABI of the edit.
 *
 * A rule by the name of a call holds on all ABIs that have the call. So a condition that is right for one ABI may be wrong for another:
 * where arguments are in other registers, or where programs need other values. Such a step is left out, and its row says why.
 */
import { effectKey } from '@seccompile/heal'
import { signatureOf, signedAbiTable } from '@seccompile/signatures'
import { argumentTests } from '@seccompile/rules'
import type { AbiToken, CallArgument } from '@seccompile/syscalls'
import type { JudgedCall } from './judge-calls.ts'
import type { PortQuestion } from './port-question.ts'
import { withheldReason } from './reasons.ts'
import { saysTheSame } from './values-on-abis.ts'

const argumentAt = (token: AbiToken, call: string, index: number): CallArgument | undefined =>
  signatureOf(signedAbiTable(token), call)?.args.find((one) => one.index === index)

/** The ABIs on which an argument that the steps of `judged` test by index is another one, and those on which its constants have other values. */
function otherMeanings(
  { row: { call, abi }, steps, where }: JudgedCall,
  { from, to }: PortQuestion,
): { readonly registers: readonly AbiToken[]; readonly values: readonly AbiToken[] } {
  const indices = steps.flatMap(({ condition }) => condition.args.map(({ index }) => index))
  const tests = argumentTests(where).filter(({ index }) => indices.includes(index))
  const others = [...new Set([from, ...to])].filter(
    (token) => token !== abi && signedAbiTable(token).numbers.has(call),
  )
  return {
    registers: others.filter((token) =>
      indices.some((index) => argumentAt(token, call, index)?.name !== argumentAt(abi, call, index)?.name),
    ),
    values: others.filter((token) =>
      tests.some((test) => {
        const argument = argumentAt(abi, call, test.index)
        return argument !== undefined && !saysTheSame(test, argument, abi, token)
      }),
    ),
  }
}

/** What the edit does with a call on one ABI, for comparison. */
const keysOn = (judged: readonly JudgedCall[], call: string, abi: AbiToken): string =>
  [
    ...new Set(
      judged
        .filter(({ row }) => row.call === call && row.abi === abi)
        .flatMap(({ steps }) => steps.map((step) => effectKey({ ...step.condition, ...step }))),
    ),
  ]
    .sort()
    .join('\n')

/** `judged` without its steps, for a reason. */
export function withheld(judged: JudgedCall, reason: string): JudgedCall {
  return { ...judged, steps: [], row: { ...judged.row, status: 'withheld', when: [], unmoved: [], reason } }
}

/** `judged`, without the steps that are wrong on another ABI of the edit. */
export function agreed(judged: readonly JudgedCall[], question: PortQuestion): readonly JudgedCall[] {
  return judged.map((one) => {
    const { call } = one.row
    if (one.steps.length === 0) return one
    const { registers, values } = otherMeanings(one, question)
    if (registers.length > 0)
      return withheld(one, withheldReason.registers(call, [one.row.abi, ...registers]))
    if (values.length > 0) return withheld(one, withheldReason.values(call, [one.row.abi, ...values]))
    const abis = question.to.filter((abi) =>
      judged.some(({ row, steps }) => row.call === call && row.abi === abi && steps.length > 0),
    )
    const keys = new Set(abis.map((abi) => keysOn(judged, call, abi)))
    return keys.size > 1 ? withheld(one, withheldReason.differs(call, abis)) : one
  })
}
