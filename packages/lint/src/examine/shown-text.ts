/* Calls as text in findings: `socket(AF_ALG, …)`, with the names of constants where an argument has some. */
import { nameOfValue } from '@seccompile/constants/all'
import type { ConstantFamily } from '@seccompile/constants'
import type { ShownCall } from '@seccompile/policy'
import { valuesInC } from '@seccompile/policy/toolkit'
import { expectObject } from '@seccompile/shape'
import { nameOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

const LEAST_HEX = 10n

const numeral = (value: bigint): string => (value < LEAST_HEX ? `${value}` : `0x${value.toString(16)}`)

/** A value as text: a constant, where the whole register is one. */
function valueText(abi: AbiTable, family: ConstantFamily | undefined, value: bigint): string {
  if (family === undefined || value === 0n) return numeral(value)
  return nameOfValue(family, value, abi.token) ?? numeral(value)
}

/**
 * The call as text, with its values in the order of the C function, as `emulate` takes them. Values of 0 at the end are left out, and
 * so are words before the first argument.
 */
export function shownText(abi: AbiTable, call: ShownCall): string {
  expectObject(call, 'call', 'data')
  const { data } = call
  expectObject(abi, 'abi', 'names')
  const name = nameOf(abi, data.nr) ?? `call ${data.nr}`
  const { values, registers } = valuesInC(abi, name, data.args)
  const texts = [
    // The generator took the families of arguments and of constants from one list.
    ...values.map(({ argument, value }) => valueText(abi, argument?.family as ConstantFamily, value)),
    ...registers.map(({ index, value }) => `args[${index}]=${numeral(value)}`),
  ]
  return `${name}(${[...texts, '…'].join(', ')})`
}
