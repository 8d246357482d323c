/*
 * The notation of a text, and the policy or the program in it. Presets and the readers of rarely pasted texts are
 * loaded when a text needs them.
 *
 * One field takes every notation: a profile in JSON, `preset:NAME`, the bytes of a filter as hex, a dump, an array in
 * C or base64, a listing, or assembly. The first characters distinguish them. Hex comes before base64, whose letters
 * include those of hex.
 */
import type { Endianness, Program } from '@seccompile/abi'
import { decode, program, verify } from '@seccompile/cbpf'
import { parseProfile } from '@seccompile/oci'
import type { Policy, Warning } from '@seccompile/policy'
import { MAX_TEXT } from '../messages.ts'

/** A text that was read. */
export type ReadText =
  | {
      readonly kind: 'policy'
      readonly source: string
      readonly policy: Policy
      readonly warnings: readonly Warning[]
    }
  | {
      readonly kind: 'program'
      readonly source: string
      readonly program: Program
      readonly endianness: Endianness
    }

/** The place of a fault in the text, from 1; absent where the fault has no place. */
interface FaultPlace {
  readonly line?: number | undefined
  readonly column?: number | undefined
}

/** A text that holds nothing to compile. */
export class TextError extends Error {
  override readonly name: string = 'TextError'
  readonly line: number | undefined
  readonly column: number | undefined

  constructor(message: string, { line, column, ...options }: ErrorOptions & FaultPlace = {}) {
    super(message, options)
    this.line = line
    this.column = column
  }
}

/** The beginning of a dump, or the first entry of an array in C. */
const PASTED = /^[\da-f]{8}(?::| {2})|\{\s*(?:0x)?[\da-f]+\s*,/i
const PRESET = /^preset:\s*(\S+)$/
const INSN_BYTES = 8

/** The bytes of a text in hex: `20 00 00 00`, `0x20, 0x00`, `\x20\x00`; `undefined` for another text. */
export function hexBytes(text: string): Uint8Array | undefined {
  const digits = text.replaceAll(/0x|\\x|[\s,;"'{}]/gi, '')
  if (digits === '' || digits.length % 2 === 1 || !/^[0-9a-f]+$/i.test(digits)) return undefined
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  )
}

/** The bytes of a text in base64, of either alphabet; `undefined` for another text. */
export function base64Bytes(text: string): Uint8Array | undefined {
  const plain = text.replaceAll(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(plain) || plain.length < 8) return undefined
  try {
    return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0))
  } catch {
    return undefined // a length that base64 never has
  }
}

/**
 * The program in `bytes`, in the byte order in which the kernel accepts it; in `wanted` where both or neither
 * qualify.
 */
function programOf(bytes: Uint8Array, source: string, wanted: Endianness): ReadText {
  if (bytes.length % INSN_BYTES !== 0)
    throw new TextError(`these are ${bytes.length} bytes; a filter has 8 for each instruction`)
  const other = wanted === 'little' ? 'big' : 'little'
  const endianness =
    verify(decode(bytes, wanted)).length > 0 && verify(decode(bytes, other)).length === 0 ? other : wanted
  return { kind: 'program', source, program: decode(bytes, endianness), endianness }
}

/** The policy of a preset, or of several presets joined by `+`. @throws PolicyError for an unknown name */
export async function presetOf(names: string): Promise<Policy> {
  if (names === 'container-default') return (await import('./container-default.ts')).containerDefault
  const { presetPolicy } = await import('@seccompile/presets')
  return presetPolicy(names)
}

/**
 * The policy or the program in `text`.
 * @param wanted - the byte order of raw bytes that do not determine it
 * @throws PolicyError or AssemblyError with the place of the fault; TextError for a text of no known notation
 */
export async function readText(text: string, file: string, wanted: Endianness): Promise<ReadText> {
  if (text.length > MAX_TEXT)
    throw new TextError(`the text has ${text.length} characters; at most ${MAX_TEXT} are read here`)
  const trimmed = text.trim()
  if (trimmed === '')
    throw new TextError(
      'nothing to compile yet: paste a profile or a filter, drop a file, or begin with an example',
    )
  if (PASTED.test(trimmed)) {
    const { arrayFields, dumpedHex } = await import('./pasted-text.ts')
    const fields = arrayFields(trimmed)
    if (fields !== undefined)
      return { kind: 'program', source: 'array of sock_filter', program: program(fields), endianness: wanted }
    const dumped = hexBytes(dumpedHex(trimmed) ?? '')
    if (dumped !== undefined) return programOf(dumped, 'dump in hex', wanted)
  }
  if (trimmed.startsWith('{')) {
    const { policy, warnings } = parseProfile(text, { file })
    return { kind: 'policy', source: 'OCI profile', policy, warnings }
  }
  const [, preset] = PRESET.exec(trimmed) ?? []
  if (preset !== undefined) {
    return { kind: 'policy', source: `preset ${preset}`, policy: await presetOf(preset), warnings: [] }
  }
  const bytes = hexBytes(trimmed)
  if (bytes !== undefined) return programOf(bytes, 'raw filter in hex', wanted)
  const decoded = base64Bytes(trimmed)
  if (decoded !== undefined && decoded.length % INSN_BYTES === 0)
    return programOf(decoded, 'raw filter in base64', wanted)
  const { readAssembly } = await import('./read-assembly.ts')
  try {
    return { kind: 'program', endianness: wanted, ...readAssembly(text, file) }
  } catch (error) {
    const { advice } = await import('./pasted-text.ts')
    const { presetNames } = await import('@seccompile/presets')
    const message = advice(trimmed, error as Error, presetNames) // an AssemblyError, with its place
    const { line, column } = error as FaultPlace
    throw message === undefined ? error : new TextError(message, { cause: error, line, column })
  }
}
