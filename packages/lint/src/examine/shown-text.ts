/* Calls as text in findings: `socket(AF_ALG, …)`, with the names of constants where an argument has some. */
import { nameOfValue } from '@seccompile/constants/all'
import type { ConstantFamily } from '@seccompile/constants'
import type { ShownCall } from '@seccompile/policy'
import { expectObject } from '@seccompile/shape'
import { signatureOf } from '@seccompile/signatures'
import { firstArgument, nameOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

const LEAST_HEX = 10n

const numeral = (value: bigint): string => (value < LEAST_HEX ? `${value}` : `0x${value.toString(16)}`)

/** The value of argument `index` as text: a constant, where the whole register is one. */
function valueText(abi: AbiTable, name: string, index: number, value: bigint): string {
  const known = signatureOf(abi, name)?.args.find((argument) => argument.index === index)
  if (known?.family === undefined || value === 0n) return numeral(value)
  return nameOfValue(known.family as ConstantFamily, value, abi.token) ?? numeral(value) // the generator took both from one list
}

/** The call as text. Trailing arguments of 0 are left out, and so are words before the first argument. */
export function shownText(abi: AbiTable, call: ShownCall): string {
  expectObject(call, 'call', 'data')
  const { data } = call
  expectObject(abi, 'abi', 'names')
  const name = nameOf(abi, data.nr) ?? `call ${data.nr}`
  const last = data.args.findLastIndex((value) => value !== 0n)
  const first = firstArgument(abi)
  const args = data.args
    .slice(first, last + 1)
    .map((value, position) => valueText(abi, name, first + position, value))
  return `${name}(${[...args, '…'].join(', ')})`
}
