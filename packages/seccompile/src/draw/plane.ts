import { drawPlane, planeAxes } from '@seccompile/draw'
import type { PlaneAxis } from '@seccompile/draw'
import { argumentTests, contains } from '@seccompile/rules'
import { nameOf, numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { CliError } from '../cli-error.ts'
import { parseNumber } from '../options/call.ts'
import { loadArgumentNames } from '../show/load-names.ts'
import { regionsOf } from './barcode.ts'
import type { DrawInput } from './kind.ts'

/** The ABI that has the call `text`: the first by name, else the main one. */
const abiOf = (abis: readonly [AbiTable, ...AbiTable[]], text: string): AbiTable =>
  abis.find((abi) => numberOf(abi, text) !== undefined) ?? abis[0]

/** The verdicts of one call over two of its arguments. */
export async function plane({ sides: [side], call, raw, picture }: DrawInput): Promise<string> {
  if (call === undefined) throw new CliError('plane draws one call; name it: --call socket')
  const abi = abiOf(side.abis, call)
  const nr = parseNumber(call, abi)
  const name = nameOf(abi, nr) ?? String(nr)
  const section = regionsOf(side).sections.find(({ arches }) => contains(arches, abi.auditArch))
  const cases = section?.regions.find(({ numbers }) => contains(numbers, nr))?.cases
  if (cases === undefined || !cases.some(({ when }) => argumentTests(when).length > 0))
    throw new CliError(`${side.name}: its verdict of ${name} on ${abi.token} depends on no argument`)
  const argumentNames = await loadArgumentNames([abi], { raw })
  const axis = (index: number): PlaneAxis => {
    const masks = cases.flatMap(({ when }) => argumentTests(when)).filter((test) => test.index === index).map(({ mask }) => mask)
    const widest = masks.reduce((most, mask) => (mask > most ? mask : most), 0n)
    return { index, names: argumentNames?.tested(index, widest, [{ arch: abi.auditArch, numbers: [{ lo: nr, hi: nr }] }]) }
  }
  const [x, y] = planeAxes(cases)
  return drawPlane({ call: `${name} on ${abi.token}`, cases, x: axis(x), y: axis(y) }, { ...picture, filter: side.name })
} // prettier-ignore
