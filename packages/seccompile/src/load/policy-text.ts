/*
 * A policy as a text in some notation: which notation it is, and what it says.
 *
 * The text itself says in which notation it is, not the name of its file: profiles come from standard input, and their
 * files are named in many ways.
 */
import { existsSync } from 'node:fs'
import { BPF_MAXINSNS, quote, SOCK_FILTER_BYTES } from '@seccompile/abi'
import { CliError } from '../cli-error.ts'
import type { PolicyNotation, ReadingOptions } from '../notation/notation.ts'
import { ANY_JSON, POLICY_NOTATIONS } from '../notation/policy-notations.ts'
import { utf8 } from './input.ts'
import type { LoadedPolicy } from './policy.ts'

/** Whether a person may have meant `text` as JSON: it is empty, an object, an array or a string. */
const isEmptyOrJson = (text: string): boolean => /^[\ufeff\s\0]*(?:[[{"]|$)/.test(text)

/** The policy in JSON that no notation recognises: the reader of profiles says what is wrong. @throws PolicyError */
export function readAnyJson(text: string, name: string): Promise<LoadedPolicy> {
  return ANY_JSON.read(text, name)
}

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

/** The error for a text that is neither a policy nor a filter, with the mark of each notation. */
export function noNotation(name: string): CliError {
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
  throw new CliError(`${name}: is a policy in no known notation: ${marks()}`)
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
