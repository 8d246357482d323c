import { drawPlane, planeAxes } from '../plane/draw-plane.ts'
import type { PlaneAxis } from '../plane/draw-plane.ts'
import type { Case } from '@seccompile/prover'
import { argumentTests, contains } from '@seccompile/rules'
import { expectObject } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import { calls, nameOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { DrawError } from './draw-error.ts'
import { callWords, loadArgumentNames, typedCallData } from '@seccompile/describe'
import { regionsOf } from './barcode.ts'
import type { Filter } from '@seccompile/filter'
import type { DrawInput } from './kind.ts'

type FilterRegions = ReturnType<typeof regionsOf>

/** The cases of call `nr` of `abi`; empty if no argument decides. */
function casesOf({ sections }: FilterRegions, { auditArch }: AbiTable, nr: number): readonly Case[] {
  const section = sections.find(({ arches }) => contains(arches, auditArch))
  const cases = section?.regions.find(({ numbers }) => contains(numbers, nr))?.cases ?? []
  return cases.some(({ when }) => argumentTests(when).length > 0) ? cases : []
}

/**
 * The calls for which the filter tests two arguments or more, as `--call` takes them. A call of another ABI than the
 * main one has its ABI in front.
 * @throws DrawError if the meaning is too long a list
 */
export function planeCalls(filter: Filter): readonly string[] {
  expectObject(filter, 'filter', 'subject', 'endianness', 'abis')
  const found = regionsOf(filter)
  return filter.abis.flatMap((abi, i) =>
    calls(abi).flatMap(({ name, nr }) => {
      const tested = casesOf(found, abi, nr).flatMap(({ when }) => argumentTests(when))
      const isPlane = new Set(tested.map(({ index }) => index)).size > 1
      return isPlane ? [i === 0 ? name : `${abi.token}:${name}`] : []
    }),
  )
}

/** The calls whose verdict depends on an argument, as `--call` takes them. */
function decidedCalls(found: FilterRegions, abis: readonly AbiTable[]): readonly string[] {
  return abis.flatMap((abi, i) =>
    calls(abi).flatMap(({ name, nr }) =>
      casesOf(found, abi, nr).length === 0 ? [] : [i === 0 ? name : `${abi.token}:${name}`],
    ),
  )
}

/** Most calls that a message names. */
const MOST_NAMED = 12

/** What a plane of this filter can show: the end of a message. */
function canShow(filter: Filter): string {
  const names = decidedCalls(regionsOf(filter), filter.abis)
  if (names.length === 0) return 'no verdict of this filter depends on an argument, so it has no plane'
  const rest = names.length - MOST_NAMED
  return `name one by --call: ${names.slice(0, MOST_NAMED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** The verdicts of one call over two of its arguments; typed arguments are a dot. */
export async function plane({ filters: [filter], call, raw, names, picture }: DrawInput): Promise<string> {
  if (call === undefined)
    throw new DrawError(`${filter.name}: plane draws one call by its arguments; ${canShow(filter)}`)
  const words = await callWords(call, filter.abis, (token) => Promise.resolve(signedAbiTable(token)))
  const { abi, data, hasArguments } = await typedCallData(words)
  const { nr } = data
  const name = nameOf(abi, nr) ?? String(nr)
  const cases = casesOf(regionsOf(filter), abi, nr)
  if (cases.length === 0)
    throw new DrawError(`${filter.name}: its verdict of ${name} on ${abi.token} depends on no argument; ${canShow(filter)}`)
  const argumentNames = await loadArgumentNames([abi], { raw })
  const axis = (index: number): PlaneAxis => {
    const masks = cases.flatMap(({ when }) => argumentTests(when)).filter((test) => test.index === index).map(({ mask }) => mask)
    const widest = masks.reduce((most, mask) => (mask > most ? mask : most), 0n)
    return { index, names: argumentNames?.tested(index, widest, [{ arch: abi.auditArch, numbers: [{ lo: nr, hi: nr }] }]) }
  }
  const [x, y] = planeAxes(cases)
  const shown = { call: `${name} on ${abi.token}`, arch: abi.auditArch, cases, x: axis(x), y: axis(y) }
  return drawPlane(hasArguments ? { ...shown, witness: data.args } : shown, { ...picture, names, filter: filter.name })
} // prettier-ignore
