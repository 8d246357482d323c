import type { Certificate } from '@seccompile/compiler'
import { expectText } from '@seccompile/shape'

/** The digits of a digest that people see. They distinguish all filters that one person is likely to meet. */
const SHOWN_DIGITS = 8

/** The beginning of a digest, as people compare it. */
export function shortDigest(digest: string): string {
  expectText(digest, 'digest')
  return `${digest.slice(0, SHOWN_DIGITS)}…`
}

/** The certificate in a line for people; `undefined` if {@link certificateWarning} has the text. */
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

/** The warning that a requested proof is undecided. */
export function certificateWarning(certificate: Certificate): string | undefined {
  return certificate.kind === 'undecided'
    ? `the filter is not proved equal to the policy: ${certificate.reason}`
    : undefined
}
