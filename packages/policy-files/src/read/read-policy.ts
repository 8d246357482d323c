/*
 * A policy as a text in some notation: which notation it is, and what it says.
 *
 * The text itself says in which notation it is, not the name of its file: profiles come from standard input, and their
 * files are named in many ways.
 */
import { existsSync } from 'node:fs'
import { BPF_MAXINSNS, SOCK_FILTER_BYTES } from '@seccompile/abi'
import { quote } from '@seccompile/shape'
import { CliError } from 'seccompile!/cli-error.ts'
import type { PolicyNotation, ReadingOptions } from '../notations/notation.ts'
import { ANY_JSON, POLICY_NOTATIONS } from '../notations/policy-notations.ts'
import { STDIN_NAME, utf8 } from 'seccompile'
import type { LoadedPolicy } from 'seccompile!/load/policy.ts'

/** Whether a person may have meant `text` as JSON: it is empty, an object, an array or a string. */
const isEmptyOrJson = (text: string): boolean => /^[\ufeff\s\0]*(?:[[{"]|$)/.test(text)

/** The notation of `text`; `undefined` where none recognises it. */
async function notationOf(text: string): Promise<PolicyNotation | undefined> {
  for (const notation of POLICY_NOTATIONS) if (await notation.recognises(text)) return notation
  return undefined
}

/**
 * The policy in `bytes`, a text of the file `name`, in the notation that the text has; `undefined` where it has none.
 * @throws CliError or PolicyError
 */
export async function policyIn(
  bytes: Uint8Array,
  name: string,
  how: ReadingOptions,
): Promise<LoadedPolicy | undefined> {
  const { part } = how
  const text = utf8(bytes, name, 'a policy')
  const notation = await notationOf(text)
  if (part !== undefined && notation?.hasParts !== true)
    throw new CliError(
      `${name}: is ${notation?.title ?? 'a file'} and has no part of the name ${quote(part)}; name the file alone`,
    )
  return notation?.read(text, name, how)
}

/** What a text in each notation has. */
const marks = (): string => POLICY_NOTATIONS.map(({ title, mark }) => `${title} is ${mark}`).join(', ')

/** The error for `text` where it holds counts of calls, which another option reads; `undefined` where it holds none. */
async function countsError(text: string, name: string): Promise<CliError | undefined> {
  const { parseWeights } = await import('@seccompile/weights')
  try {
    const { format } = parseWeights(text, { file: name })
    const file = name === STDIN_NAME ? '-' : name
    return new CliError(
      `${name}: is no policy, but counts of calls, ${format === 'json' ? 'an object from call name to number' : `as ${format} prints them`}; "compile POLICY --weights ${file}" reads them`,
    )
  } catch {
    return undefined // it is something else, and the caller says what was expected
  }
}

/** The policy in a JSON text of no known notation: counts of calls, or a profile, of which the reader says what is wrong. */
export async function readAnyJson(text: string, name: string): Promise<LoadedPolicy> {
  const counts = await countsError(text, name)
  if (counts !== undefined) throw counts
  return ANY_JSON.read(text, name)
}

/** The error for a text that is neither a policy nor a filter, with the mark of each notation. */
export async function noNotation(text: string, name: string): Promise<CliError> {
  const counts = await countsError(text, name)
  if (counts !== undefined) return counts
  return new CliError(
    `${name}: is text in no known notation: ${marks()}; "asm" makes a filter of bpf_asm's syntax`,
  )
}

/** Whether `bytes` are a filter that the kernel accepts, in either byte order. A text has no NUL in its first two bytes. */
async function isRaw(bytes: Uint8Array): Promise<boolean> {
  const { length } = bytes
  const mayBe = length % SOCK_FILTER_BYTES === 0 && length <= BPF_MAXINSNS * SOCK_FILTER_BYTES
  if (!mayBe || !bytes.subarray(0, 2).includes(0)) return false
  const { decode, verify } = await import('@seccompile/cbpf')
  return (['little', 'big'] as const).some((order) => verify(decode(bytes, order)).length === 0)
}

/**
 * The policy in `bytes`, as {@link policyIn} finds it.
 * @throws CliError for a raw filter, and where no notation recognises the text, with the mark of each
 */
export async function readPolicyText(
  bytes: Uint8Array,
  name: string,
  how: ReadingOptions,
): Promise<LoadedPolicy> {
  if (await isRaw(bytes))
    throw new CliError(
      `${name}: is a raw filter; expected a policy; "optimize" makes a filter smaller, and "convert" writes it in a notation of policies`,
    )
  const found = await policyIn(bytes, name, how)
  if (found !== undefined) return found
  const text = utf8(bytes, name, 'a policy')
  if (isEmptyOrJson(text)) return readAnyJson(text, name)
  throw (
    (await countsError(text, name)) ?? new CliError(`${name}: is a policy in no known notation: ${marks()}`)
  )
}

/** An argument that names a file, and the name of one of several filters in it. */
export interface NamedPart {
  readonly path: string
  readonly part: string | undefined
}

/** The file and the filter that `argument` names: `FILE#NAME` is a filter of FILE, unless there is a file of that name. */
export function partOf(argument: string): NamedPart {
  const at = argument.lastIndexOf('#')
  if (at < 1 || at === argument.length - 1 || existsSync(argument)) return { path: argument, part: undefined }
  return { path: argument.slice(0, at), part: argument.slice(at + 1) }
}
