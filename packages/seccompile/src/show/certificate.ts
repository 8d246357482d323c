import type { Certificate } from '@seccompile/compiler'

/** How much of a digest people are shown: what tells any two filters apart that they will ever meet. */
const SHOWN_DIGITS = 8

/** The beginning of a digest, as people compare it. */
export function shortDigest(digest: string): string {
  return `${digest.slice(0, SHOWN_DIGITS)}…`
}

/** What is known of a compiled filter, in a line for people; where it should be known and is not, a warning says so. */
export function certificateLine(certificate: Certificate): string | undefined {
  switch (certificate.kind) {
    case 'proved':
      return `proved equal to the policy, digest ${shortDigest(certificate.digest)}`
    case 'skipped':
      return 'not proved equal to the policy, as asked'
    case 'undecided':
      return undefined
  }
}

/** The warning that a filter comes without a proof, where one was wanted. */
export function certificateWarning(certificate: Certificate): string | undefined {
  return certificate.kind === 'undecided'
    ? `the filter is not proved equal to the policy: ${certificate.reason}`
    : undefined
}
