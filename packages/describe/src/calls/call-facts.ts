/*
 * The facts of a system call on every ABI.
 *
 * The screen shows the arguments on one ABI, and the numbers on all ABIs; ABIs with the same number share a row. The
 * screen names the ABIs whose arguments differ from those shown; `--abi` shows their arguments.
 */
import { constantFamilies } from '@seccompile/constants/all'
import { valueOn } from '@seccompile/constants'
import { variantsOf } from '@seccompile/policy'
import { expectList, expectObject, expectText } from '@seccompile/shape'
import { signatureOf, signedAbiTable } from '@seccompile/signatures'
import { abis, MULTIPLEXERS, numberOf, otherDoorOf } from '@seccompile/syscalls'
import type { AbiTable, AbiToken, CallArgument, Signature } from '@seccompile/syscalls'
import { plainNumber } from '../names/call-names.ts'
import { familyOf } from '../names/constant-text.ts'
import { table, wrapped } from '@seccompile/text-layout'
import type { TableCell } from '@seccompile/text-layout'

/** A call on an ABI that has it. */
export interface AbiCall {
  readonly abi: AbiTable
  readonly nr: number
  /** Absent where the kernel never implemented the call on the ABI. */
  readonly signature: Signature | undefined
}

/** The call `name` on each ABI that has it, in the order of the ABIs. */
export function callOnAbis(name: string): readonly AbiCall[] {
  expectText(name, 'name')
  return abis.flatMap(({ token }) => {
    const abi = signedAbiTable(token)
    const nr = numberOf(abi, name)
    return nr === undefined ? [] : [{ abi, nr, signature: signatureOf(abi, name) }]
  })
}

/** Most constants of a family that are shown. */
const SHOWN_CONSTANTS = 3

/** The first constants of the family that an argument takes. */
function constantsText(call: string, argument: CallArgument, abi: AbiToken): string {
  const facts = constantFamilies.find(({ family }) => family === familyOf(call, argument))
  if (facts === undefined) return ''
  const { aliases } = facts
  const here = facts.constants.filter(
    (one) => valueOn(one, abi) !== undefined && !aliases.includes(one.constant),
  )
  const first = here.slice(0, SHOWN_CONSTANTS).map(({ constant }) => constant)
  return `${first.join(', ')}${here.length > SHOWN_CONSTANTS ? ', …' : ''}`
}

/** The kind of an argument: pointer, signed or unsigned, and whether two registers hold it. */
function kindText({ pointer, signed, high }: CallArgument): string {
  const kind = pointer ? 'pointer' : signed ? 'signed' : 'unsigned'
  return high === undefined ? kind : `${kind}, split`
}

const placeText = ({ index, high }: CallArgument): string =>
  high === undefined ? `args[${index}]` : `args[${index}], args[${high}]`

function argumentRow(call: string, argument: CallArgument, abi: AbiToken): readonly TableCell[] {
  const { name, type, width } = argument
  return [placeText(argument), name, type, width, kindText(argument), constantsText(call, argument, abi)]
}

/** A key that is equal for signatures with the same arguments in the same registers. */
const signatureKey = (signature: Signature | undefined): string =>
  JSON.stringify(signature?.args.map(({ name, index, high }) => [name, index, high]))

/** The version of Linux that introduced the call, as the end of a sentence. */
function sinceText({ signature }: AbiCall): string {
  const [major, minor] = signature?.since ?? []
  return major === undefined || minor === undefined ? '' : `, since Linux ${major}.${minor}`
}

/** Rows of a number and the ABIs that have it, the smallest number first. */
function numberRows(all: readonly AbiCall[]): readonly (readonly string[])[] {
  const byNumber = new Map<number, string[]>()
  for (const { nr, abi } of all) byNumber.set(nr, [...(byNumber.get(nr) ?? []), abi.token])
  return [...byNumber].sort(([a], [b]) => a - b).map(([nr, tokens]) => [plainNumber(nr), tokens.join(', ')])
}

/** The line on the multiplexer that can make the call; `undefined` when no multiplexer can. */
function multiplexerLine(name: string): string | undefined {
  const doors = abis.flatMap(({ token }) => {
    const door = otherDoorOf(signedAbiTable(token), name)
    return door === undefined ? [] : [{ token, door }]
  })
  const [first] = doors
  if (first === undefined) return undefined
  const { multiplexer, call } = first.door // the operations are the same on every ABI
  return wrapped(
    `${multiplexer}(${call}) does the same on`,
    doors.map(({ token }) => token),
    '  ',
  )
}

/** The line on the operations of a multiplexer; `undefined` when the call is no multiplexer. */
function operationsLine(name: string): string | undefined {
  const found = MULTIPLEXERS.find((each) => each.name === name)
  return (
    found &&
    wrapped(
      'does what these do:',
      found.calls.map(({ name: of, call }) => `${call} ${of}`),
      '  ',
    )
  )
}

/** The lines on the variants of the call: other calls with the same purpose. */
const variantLines = (name: string): readonly string[] =>
  variantsOf(name).map((names) =>
    wrapped(
      'variants:',
      names.filter((other) => other !== name),
      '  ',
    ),
  )

/** The screen about the call `name`, with its arguments on `shown`, one of `all`. */
export function callText(name: string, shown: AbiCall, all: readonly AbiCall[]): string {
  expectText(name, 'name')
  expectObject(shown, 'shown', 'abi')
  expectList(all, 'all', 'abi', 'nr')
  const { abi, signature, nr } = shown
  const args = signature?.args ?? []
  const key = signatureKey(signature)
  const others = all.filter((each) => signatureKey(each.signature) !== key).map((each) => each.abi.token)
  const title = `${name}(${args.map((each) => each.name).join(', ')}) is ${plainNumber(nr)} on ${abi.token}${sinceText(shown)}`
  const columns = ['register', 'argument', 'type', 'bits', 'kind', 'constants']
  const related = [...variantLines(name), multiplexerLine(name), operationsLine(name)]
  const differ = others.length === 0 ? [] : [wrapped('other arguments or registers on', others, '  ')]
  const rows = args.map((each) => argumentRow(name, each, abi.token))
  const blocks = [
    [title],
    signature === undefined ? [`the kernel has no such call on ${abi.token}: it never was implemented`] : [],
    rows.length === 0 ? [] : [table(columns, rows).trimEnd()],
    [...differ, ...related.filter((line) => line !== undefined)],
    [table(['number', 'ABIs'], numberRows(all)).trimEnd()],
  ]
  const texts = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))
  return `${texts.join('\n\n')}\n`
}

/** The facts of a call on one ABI, for machines. */
function abiFacts({ nr, signature }: AbiCall): unknown {
  return { nr, since: signature?.since?.join('.'), args: signature?.args }
}

/** The facts of the call `name`, for machines. */
export function callJson(name: string, shown: AbiCall, all: readonly AbiCall[]): unknown {
  expectText(name, 'name')
  expectObject(shown, 'shown', 'abi')
  expectList(all, 'all', 'abi', 'nr')
  const { abi } = shown
  const doors = all.flatMap(({ abi: each }) => {
    const door = otherDoorOf(each, name)
    return door === undefined ? [] : [{ abi: each.token, ...door }]
  })
  return {
    name,
    abi: abi.token,
    abis: Object.fromEntries(all.map((each) => [each.abi.token, abiFacts(each)])),
    variants: variantsOf(name),
    multiplexers: doors,
    operations: MULTIPLEXERS.find((each) => each.name === name)?.calls,
  }
}
