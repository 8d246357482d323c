import { endianness, machine } from 'node:os'
import { didYouMean } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import { abiByName, abis } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { CliError } from '../io/cli-error.ts'
import { listOf, oneOf } from '../syntax/completion.ts'
import type { Complete } from '../syntax/completion.ts'
import { flag, valued } from '../syntax/option.ts'
import type { Option } from '../syntax/option.ts'

/** Tables of ABIs, the main one first. */
export type Abis = readonly [AbiTable, ...AbiTable[]]

/** The options that name ABIs. */
export interface AbiOptions {
  readonly abi?: Abis | undefined
  readonly native?: boolean
}

function tokenOf(text: string, option: string): AbiToken {
  const abi = abiByName(text)
  if (abi !== undefined) return abi.token
  const known = abis.map(({ token }) => token)
  const hint = didYouMean(text, known, `; known: ${known.join(', ')}`)
  throw new CliError(`${option}: unknown ABI "${text}"${hint}`)
}

/**
 * The ABIs in `list`, the value of `option`, each once; they may differ in byte order.
 * @throws CliError for a name that is unknown
 */
export function abiTokens(list: string, option: string): readonly AbiToken[] {
  return [...new Set(list.split(',').map((text) => tokenOf(text.trim(), option)))]
}

/**
 * The tables of the ABIs in `list`, the value of `option`: tokens, SCMP_ARCH_* or Go names, separated by commas.
 * @throws CliError for a name that is unknown, or for two byte orders in one list
 */
export function parseAbis(list: string, option: string = '--abi'): Abis {
  const [first, ...others] = abiTokens(list, option).map((token) => signedAbiTable(token))
  if (first === undefined) throw new CliError('--abi: expected at least one ABI')
  const other = others.find(({ endianness }) => endianness !== first.endianness)
  if (other !== undefined)
    throw new CliError(
      `--abi: ${first.token} is ${first.endianness} endian and ${other.token} is ${other.endianness} endian; a filter has one byte order`,
    )
  return [first, ...others]
}

/**
 * The table of the ABI that `text` names, the value of `option`.
 * @throws CliError for a name that is unknown, and for several ABIs
 */
export function parseAbi(text: string, option: string): AbiTable {
  const [abi, ...others] = parseAbis(text, option)
  if (others.length === 0) return abi
  throw new CliError(`${option}: expected one ABI; got "${text}"; ask about one ABI at a time`)
}

const TOKENS = abis.map(({ token }) => token)

/** `--abi` with a list. @param brief - the text of the help before the default */
export function abiList(brief: string, otherwise: string): Option<Abis | undefined> {
  return valued({ placeholder: 'list', brief, otherwise, parse: parseAbis, complete: listOf(TOKENS) })
}

/** The ABIs of a policy to compile, or of a raw filter. */
export const ABI: Option<Abis | undefined> = abiList(
  'ABIs, the main one first: x86_64,x86,x32; or Go names or SCMP_ARCH_*',
  'x86_64 and the other ABIs of the policy',
)

/** The switch that makes this machine's ABI the main ABI. */
export const NATIVE: Option<boolean> = flag('take the main ABI from this machine')

/** Completes a list of ABIs. */
export const ABI_LIST: Complete = listOf(TOKENS)

/** Completes the name of one ABI. */
export const ONE_ABI: Complete = oneOf(TOKENS)

/** `--abi` with one ABI. @param brief - the text of the help before the default */
export function oneAbi(brief: string, otherwise: string): Option<AbiTable | undefined> {
  return valued({ placeholder: 'abi', brief, otherwise, parse: parseAbi, complete: ONE_ABI })
}

/** The ABIs of a raw filter, which does not name them itself: those of `--abi`, or x86_64 without the option. */
export function rawAbis({ abi = [signedAbiTable('x86_64')] }: AbiOptions): Abis {
  return abi
}

/**
 * The AUDIT_ARCH values of two ABIs that differ only in byte order differ in this bit.
 * @see include/uapi/linux/audit.h
 */
const AUDIT_ARCH_LE = 0x4000_0000

/**
 * The token of the ABI of a machine, by its `uname -m` and the byte order of its processes; `undefined` if no table
 * exists for it. The name alone is not enough: a little-endian mips has the name "mips" too.
 */
export function machineAbi(name: string, order: 'LE' | 'BE'): AbiToken | undefined {
  const abi = abiByName(name)
  if (abi === undefined || (abi.endianness === 'little') === (order === 'LE')) return abi?.token
  const arch = (abi.auditArch ^ AUDIT_ARCH_LE) >>> 0
  return abis.find(({ auditArch }) => auditArch === arch)?.token
}

/**
 * The token of the ABI of this machine.
 * @throws CliError where no table exists for it
 */
export function nativeAbi(): AbiToken {
  const name = machine()
  const token = machineAbi(name, endianness())
  if (token === undefined)
    throw new CliError(
      `--native: there is no table of system calls for this machine, "${name}"; name an ABI with --abi`,
    )
  return token
}

/**
 * The ABI of the machine that the options name: the first of `--abi`, or that of this machine; `undefined`, if they
 * name none.
 */
export function machineOf({ abi, native = false }: AbiOptions): AbiToken | undefined {
  if (abi !== undefined) return abi[0].token
  return native ? nativeAbi() : undefined
}
