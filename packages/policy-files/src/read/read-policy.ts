/*
 * Reads a policy from a text in some notation.
 *
 * The notation is recognised by the text, not by the name of the file: profiles come from standard input, and their
 * files have many names.
 */
import { BPF_MAXINSNS, SOCK_FILTER_BYTES } from '@seccompile/abi'
import { PolicyError } from '@seccompile/policy'
import { expectObject, expectText, quote } from '@seccompile/shape'
import type { WeightsFormat } from '@seccompile/weights'
import type { LoadedPolicy } from '../notations/loaded-policy.ts'
import type { PolicyNotation, ReadingOptions } from '../notations/notation.ts'
import { ANY_JSON, POLICY_NOTATIONS } from '../notations/policy-notations.ts'
import { expectContent, textOf } from './utf8.ts'
import type { Content } from './utf8.ts'

/**
 * A text that is no policy: counts of calls, as `--weights` of the command takes them, or a text that no notation
 * recognises.
 */
export type UnreadText =
  { readonly kind: 'counts'; readonly format: WeightsFormat } | { readonly kind: 'unknown' }

/** A policy that was read. */
export interface ReadPolicy {
  readonly kind: 'policy'
  readonly loaded: LoadedPolicy
}

/** The content of a file when a policy is expected; a raw filter is not one. */
export type PolicyReading = ReadPolicy | { readonly kind: 'raw' } | UnreadText

/** Whether a person may have meant `text` as JSON: it is empty, an object, an array or a string. */
const isEmptyOrJson = (text: string): boolean => /^[\ufeff\s\0]*(?:[[{"]|$)/.test(text)

/** The notation of `text`; `undefined` if no notation recognises the text. */
export async function notationOf(text: string): Promise<PolicyNotation | undefined> {
  expectText(text, 'text')
  for (const notation of POLICY_NOTATIONS) if (await notation.recognises(text)) return notation
  return undefined
}

/**
 * The policy in `text`, the content of the file `name`, in the notation that recognises it; `undefined` if no
 * notation does.
 * @throws PolicyError for a wrong text, and for a part that `how` names and the notation does not have
 */
export async function recognised(
  text: string,
  name: string,
  how: ReadingOptions,
): Promise<LoadedPolicy | undefined> {
  const { part } = how
  const notation = await notationOf(text)
  if (part !== undefined && notation?.hasParts !== true)
    throw new PolicyError(
      'E_NAME',
      `${name}: is ${notation?.title ?? 'a file'} and has no part of the name ${quote(part)}; name the file alone`,
    )
  return notation?.read(text, name, how)
}

/** The reading of a `text` that no notation recognises. */
export async function unread(text: string, name: string): Promise<UnreadText> {
  const { parseWeights } = await import('@seccompile/weights')
  try {
    return { kind: 'counts', format: parseWeights(text, { file: name }).format }
  } catch {
    return { kind: 'unknown' }
  }
}

/** The reading of a JSON text of no known notation: counts of calls, or a profile, whose reader reports the fault. */
export async function readAnyJson(text: string, name: string): Promise<ReadPolicy | UnreadText> {
  const found = await unread(text, name)
  return found.kind === 'counts' ? found : { kind: 'policy', loaded: await ANY_JSON.read(text, name) }
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
 * The policy in `content`, the content of the file `name`, in the notation that recognises it. A JSON text that no
 * notation recognises is read as an OCI profile.
 * @throws PolicyError for a text that is not UTF-8, and for a policy that is wrong
 */
export async function readPolicyText(
  content: Content,
  name: string,
  how: ReadingOptions = {},
): Promise<PolicyReading> {
  expectContent(content)
  expectText(name, 'name')
  expectObject(how, 'how')
  if (typeof content !== 'string' && (await isRaw(content))) return { kind: 'raw' }
  const text = textOf(content, name, 'a policy')
  const loaded = await recognised(text, name, how)
  if (loaded !== undefined) return { kind: 'policy', loaded }
  return isEmptyOrJson(text) ? readAnyJson(text, name) : unread(text, name)
}
