import { constants } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { Capability, KernelText, KernelVersion } from '@seccompile/policy'
import { isModulePath, MAX_FILE_BYTES, readFilter } from '@seccompile/policy-files'
import { fail, listOf, oneOf, optional, read, record, shown } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import { printableLine } from '@seccompile/text-layout'
import { abis as abiTables } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { ofBytes, ofPolicy } from './filter-of.ts'
import type { Filter } from '@seccompile/filter'
import { capabilities, kernel } from './target-readers.ts'

/** The target of a policy in a file, and the ABIs of a raw filter. */
export interface FilterFileOptions {
  /** The main one first. Default: the ABIs of the policy, or those that the raw filter tests for. */
  readonly abis?: readonly [AbiToken, ...AbiToken[]]
  /** The capabilities of the process. Default: those of the policy, or those of a container. */
  readonly caps?: readonly Capability[]
  /** The kernel of the machine. Default: that of the policy. */
  readonly kernel?: KernelVersion | KernelText
}

/** The options that were read: a version is no text. */
interface FilterFileTarget extends FilterFileOptions {
  readonly kernel?: KernelVersion
}

const tokenReader: Reader<AbiToken> = oneOf(abiTables.map(({ token }) => token))

const tokensReader: Reader<readonly [AbiToken, ...AbiToken[]]> = (at) => {
  const [first, ...others] = listOf(tokenReader)(at)
  return first === undefined ? fail(at, 'at least one ABI', 'number') : [first, ...others]
}

const optionsReader: Reader<FilterFileTarget> = record<FilterFileTarget>({
  abis: optional(tokensReader),
  caps: optional(capabilities),
  kernel: optional(kernel),
})

const PIECE_BYTES = 64 * 1024

/** The bytes of the file `path`, up to the first piece beyond the most that are allowed: a file of the kernel may have no end. */
async function boundedContent(path: string): Promise<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const pieces: Uint8Array[] = []
    for (let total = 0; total <= MAX_FILE_BYTES;) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(PIECE_BYTES))
      if (bytesRead === 0) break
      pieces.push(buffer.subarray(0, bytesRead))
      total += bytesRead
    }
    return Buffer.concat(pieces)
  } finally {
    await file.close()
  }
}

/**
 * The bytes of a regular file. Opening a FIFO waits for a writer, and opening a device may do something; a file of the
 * kernel that waits for data answers `EAGAIN`.
 * @throws TypeError where it cannot be read, or is no regular file, or `path` is no text
 */
async function regularContent(path: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).isFile()) return await boundedContent(path)
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === 'ERR_INVALID_ARG_TYPE')
      throw new TypeError(`path: expected a text; got ${shown(path)}`, { cause })
    throw new TypeError(`${printableLine(path)}: cannot be read: ${code ?? message}`, { cause })
  }
  throw new TypeError(`${printableLine(path)}: cannot be read: it is not a regular file`)
}

/** The bytes of a file with a filter or a policy. @throws TypeError where it cannot be read or is larger than any of these */
async function contentOf(path: string): Promise<Uint8Array> {
  const content = await regularContent(path)
  if (content.length <= MAX_FILE_BYTES) return content
  throw new TypeError(
    `${printableLine(path)}: is larger than ${MAX_FILE_BYTES} bytes, which is more than any filter or policy needs`,
  )
}

/**
 * The filter in a file: a policy in any notation (an OCI profile, a systemd unit …), or a raw filter.
 * @throws PolicyError where the text is wrong, TypeError where it is neither or cannot be read
 */
export async function readFilterFile(path: string, options: FilterFileOptions = {}): Promise<Filter> {
  const { abis: tokens, ...target } = read(optionsReader, options, 'options')
  const [main = signedAbiTable('x86_64'), ...others] = (tokens ?? []).map((token) => signedAbiTable(token))
  const abis = [main, ...others] as const
  const content = await contentOf(path)
  const name = printableLine(path)
  const found = await readFilter(content, path, { abis })
  if (found.kind === 'raw')
    return { ...ofBytes(found.bytes, name, tokens === undefined ? undefined : abis), target }
  if (found.kind !== 'policy')
    throw new TypeError(
      isModulePath(path)
        ? `${name}: is a module; import it, and give its policy to expect()`
        : `${name}: is no policy and no filter; docs/notations.md has the notations of policies and programs`,
    )
  const { policy, warnings } = found.loaded
  return ofPolicy(policy, name, tokens === undefined ? target : { ...target, abis: tokens }, warnings)
}
