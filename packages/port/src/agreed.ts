/*
 * Steps that hold on every ABI of the edit.
 *
 * A rule by the name of a call holds on all ABIs that have the call. So a condition that is right for one ABI may be wrong for another:
 * where arguments are in other registers, or where programs need other values. Such a step is left out, and its row says why.
 */
import { effectKey } from '@seccompile/heal'
import type { EditableText } from '@seccompile/heal'
import { signatureOf, signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import type { JudgedCall } from './judge-calls.ts'
import type { PortQuestion } from './port-question.ts'
import { withheldReason } from './reasons.ts'

/** The ABIs on which an argument that `call` tests by index is another one than on `abi`. */
function otherRegisters(
  { row: { call, abi }, steps }: JudgedCall,
  { from, to }: PortQuestion,
): readonly AbiToken[] {
  const indices = steps.flatMap(({ condition }) => condition.args.map(({ index }) => index))
  const nameAt = (token: AbiToken, index: number): string | undefined =>
    signatureOf(signedAbiTable(token), call)?.args.find((one) => one.index === index)?.name
  return [from, ...to].filter(
    (token) =>
      signedAbiTable(token).numbers.has(call) &&
      indices.some((index) => nameAt(token, index) !== nameAt(abi, index)),
  )
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
  return { ...judged, steps: [], row: { ...judged.row, status: 'withheld', when: [], reason } }
}

/** `judged`, without the steps that are wrong on another ABI of the edit. */
export function agreed(
  judged: readonly JudgedCall[],
  question: PortQuestion,
  form: EditableText,
): readonly JudgedCall[] {
  return judged.map((one) => {
    const { call } = one.row
    if (one.steps.length === 0) return one
    const wrong = form.style === 'index' ? otherRegisters(one, question) : []
    if (wrong.length > 0) return withheld(one, withheldReason.registers(call, [one.row.abi, ...wrong]))
    const abis = question.to.filter((abi) =>
      judged.some(({ row, steps }) => row.call === call && row.abi === abi && steps.length > 0),
    )
    const keys = new Set(abis.map((abi) => keysOn(judged, call, abi)))
    return keys.size > 1 ? withheld(one, withheldReason.differs(call, abis)) : one
  })
}
