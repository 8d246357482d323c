/*
 * A policy as text, on its way out of the sandbox.
 *
 * A text has neither getters nor cycles, and its length is known before it is read. JSON has no bigint, so a bigint is a record
 * with the one key `bigint`, which no part of a policy has.
 */
import { policyOf } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'

const bigintOf = (value: unknown): bigint | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const [entry, more] = Object.entries(value)
  if (entry === undefined || more !== undefined || entry[0] !== 'bigint') return undefined
  const digits: unknown = entry[1]
  return typeof digits === 'string' && /^-?\d{1,20}$/.test(digits) ? BigInt(digits) : undefined
}

/** `policy` as text. */
export const policyText = (policy: Policy): string =>
  JSON.stringify(policy, (_key, value: unknown) =>
    typeof value === 'bigint' ? { bigint: value.toString() } : value,
  )

/** The policy in `text`, which may be hostile. @throws SyntaxError, PolicyError where `text` holds no policy */
export const policyFromText = (text: string): Policy =>
  policyOf(JSON.parse(text, (_key, value: unknown) => bigintOf(value) ?? value))
