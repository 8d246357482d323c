import { machine } from 'node:os'
import { abiByName, abis, abiTable, hasTable, suggest } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { CliError } from './cli-error.ts'

function tokenOf(text: string): AbiToken {
  const token = abiByName(text)?.token
  if (token !== undefined && hasTable(token)) return token
  const known = abis.map((abi) => abi.token).filter(hasTable)
  if (token !== undefined)
    throw new CliError(`--abi: there is no table of "${text}" yet; known: ${known.join(', ')}`)
  const near = suggest(text, known)
  const hint = near === undefined ? `known: ${known.join(', ')}` : `did you mean "${near}"?`
  throw new CliError(`--abi: unknown ABI "${text}"; ${hint}`)
}

/**
 * The tables that `--abi LIST` names: tokens, SCMP_ARCH_* or Go names with commas between them.
 * @throws CliError for a name that is unknown, or without a table, or for two byte orders in one list
 */
export function parseAbis(list: string): readonly [AbiTable, ...AbiTable[]] {
  const tokens = list.split(',').map((text) => tokenOf(text.trim()))
  const [first, ...others] = [...new Set(tokens)].map((token) => abiTable(token))
  if (first === undefined) throw new CliError('--abi: expected at least one ABI')
  const other = others.find(({ endianness }) => endianness !== first.endianness)
  if (other !== undefined)
    throw new CliError(
      `--abi: ${first.token} is ${first.endianness} endian and ${other.token} is ${other.endianness} endian; a filter has one byte order`,
    )
  return [first, ...others]
}

/** The token of the machine this runs on. @throws CliError where there is no table of it */
export function nativeAbi(): AbiToken {
  const name = machine()
  const token = abiByName(name)?.token
  if (token === undefined || !hasTable(token))
    throw new CliError(`--native: there is no table of this machine, "${name}"; name an ABI with --abi`)
  return token
}
