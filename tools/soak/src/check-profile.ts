/*
 * A profile that people use: read, written in its own notation and as an OCI profile, and read again. Where nothing is lost
 * the digest of what is read again has to be that of what was read first; each is computed by itself.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { lossTexts } from '@seccompile/notation'
import { policyTables } from '@seccompile/policy'
import { POLICY_NOTATIONS, policyMeaning, policyText, writtenAbis } from '@seccompile/policy-files'
import type { PolicyMeaning, PolicyNotation, WritableFilter } from '@seccompile/policy-files'
import { digest } from '@seccompile/prover'
import { signedAbiTable } from '@seccompile/signatures'
import type { ProfileFile } from './profile-files.ts'

/** What a text in a notation comes to: the same digest, what is lost, or an error that there should not be. */
export type ProfileOutcome =
  | { readonly kind: 'same' }
  | { readonly kind: 'losses'; readonly losses: readonly string[] }
  | { readonly kind: 'wrong'; readonly message: string }

/** What a profile came to. */
export type CheckedProfile = Pick<ProfileFile, 'source' | 'path' | 'part' | 'sha256' | 'abi'> &
  (
    | {
        readonly kind: 'read'
        readonly notation: string
        /** Names of calls in its rules. */
        readonly calls: number
        readonly digest: string
        readonly own: ProfileOutcome
        readonly oci: ProfileOutcome
      }
    | { readonly kind: 'refused'; readonly message: string }
  )

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The digest of a filter. @throws Error where it is not decided */
const digestOf = ({ leveled, endianness }: WritableFilter): string => digest(leveled, { endianness })

async function through(
  filter: WritableFilter,
  notation: PolicyNotation,
  expected: string,
): Promise<ProfileOutcome> {
  try {
    const made = await policyText(filter, notation, writtenAbis(filter), {})
    if (made.kind !== 'written') return { kind: 'wrong', message: made.reason }
    const losses = lossTexts(made.losses, notation.title)
    if (made.changes.length > 0 && losses.length > 0) return { kind: 'losses', losses }
    const isSame = losses.length === 0 && digestOf(made.back) === expected
    return isSame ? { kind: 'same' } : { kind: 'wrong', message: 'the digests differ' }
  } catch (error) {
    return { kind: 'wrong', message: messageOf(error) }
  }
}

const oci = POLICY_NOTATIONS.find(({ name }) => name === 'oci')!

/** What the filter of a file means, for the ABI that its path names, or for the ABIs of the policy. */
async function meaningOf({ file, part, abi }: ProfileFile, notation: PolicyNotation): Promise<PolicyMeaning> {
  const include = (path: string): string | undefined => {
    const included = join(dirname(file), path)
    return existsSync(included) ? readFileSync(included, 'utf8') : undefined
  }
  const native = abi === 'x86_64' ? undefined : abi
  const { policy } = await notation.read(readFileSync(file, 'utf8'), file, { part, native, include })
  const abis =
    native === undefined ? policyTables(policy, undefined, signedAbiTable) : [signedAbiTable(native)]
  return policyMeaning(policy, abis)
}

/** Checks the filter of a file. Never throws for what the file says. */
export async function checkProfile(given: ProfileFile): Promise<CheckedProfile> {
  const { source, path, part, sha256, abi, notation } = given
  const facts = { source, path, ...(part === undefined ? {} : { part }), sha256, abi }
  if (notation === undefined) return { kind: 'refused', ...facts, message: 'no notation recognises it' }
  try {
    const filter = await meaningOf(given, notation)
    const expected = digestOf(filter)
    const names = filter.policy.rules.flatMap((rule) => rule.names.map(({ name }) => name))
    const own = await through(filter, notation, expected)
    return {
      kind: 'read',
      ...facts,
      notation: notation.name,
      calls: new Set(names).size,
      digest: expected,
      own,
      oci: notation.name === 'oci' ? own : await through(filter, oci, expected),
    }
  } catch (error) {
    return { kind: 'refused', ...facts, message: messageOf(error).replaceAll(given.file, path) }
  }
}
