/*
 * A check of a profile that people use: it is read, written in its own notation and as an OCI profile, and read
 * again. Where no loss is named, the digest of each reading must equal that of the first; each digest is computed by
 * itself.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { constantFamilies } from '@seccompile/constants/all'
import { policyFilter } from '@seccompile/filter'
import type { Filter, PolicyFilter } from '@seccompile/filter'
import { lossTexts } from '@seccompile/notation'
import { policyTables } from '@seccompile/policy'
import { POLICY_NOTATIONS, policyText, writtenAbis } from '@seccompile/policy-files'
import type { PolicyNotation } from '@seccompile/policy-files'
import { digest } from '@seccompile/prover'
import { signedAbiTable } from '@seccompile/signatures'
import type { ProfileFile } from './profile-files.ts'

/** The result of a written text: the same digest, the losses, or an error that must not occur. */
export type ProfileOutcome =
  | { readonly kind: 'same' }
  | { readonly kind: 'losses'; readonly losses: readonly string[] }
  | { readonly kind: 'wrong'; readonly message: string }

/** The result for one profile. */
export type CheckedProfile = Pick<ProfileFile, 'source' | 'path' | 'part' | 'sha256' | 'abi'> &
  (
    | {
        readonly kind: 'read'
        readonly notation: string
        /** The number of names of calls in its rules. */
        readonly calls: number
        readonly digest: string
        readonly own: ProfileOutcome
        readonly oci: ProfileOutcome
      }
    | { readonly kind: 'refused'; readonly message: string }
  )

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The digest of a filter. @throws Error where the digest is undecided */
const digestOf = ({ subject, endianness }: Filter): string => digest(subject, { endianness })

async function through(filter: Filter, notation: PolicyNotation, expected: string): Promise<ProfileOutcome> {
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

/** The meaning of the filter in a file, for the ABI that its path names, or for the ABIs of the policy. */
async function meaningOf({ file, part, abi }: ProfileFile, notation: PolicyNotation): Promise<PolicyFilter> {
  const include = (path: string): string | undefined => {
    const included = join(dirname(file), path)
    return existsSync(included) ? readFileSync(included, 'utf8') : undefined
  }
  const native = abi === 'x86_64' ? undefined : abi
  const { policy } = await notation.read(readFileSync(file, 'utf8'), file, { part, native, include })
  const abis =
    native === undefined ? policyTables(policy, undefined, signedAbiTable) : [signedAbiTable(native)]
  return policyFilter(file, { policy }, { abis, families: constantFamilies })
}

/** Checks the filter of a file. Never throws because of the content of the file. */
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
