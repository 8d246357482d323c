import type { Certificate } from '@seccompile/compiler'
import { expectText } from '@seccompile/shape'

/** The digits of a digest that people see. They distinguish all filters that one person is likely to meet. */
const SHOWN_DIGITS = 8

/** The beginning of a digest, as people compare it. */
export function shortDigest(digest: string): string {
  expectText(digest, 'digest')
  return `${digest.slice(0, SHOWN_DIGITS)}…`
}

/** The digest of a proved meaning; where the meaning is too large for one, that there is none. */
export function digestText(digest: string | undefined): string {
  return digest === undefined
    ? 'without a digest, since the diagram of its meaning is too large'
    : `digest ${shortDigest(digest)}`
}

/** The certificate in a line for people; `undefined` if {@link certificateWarning} has the text. */
export function certificateLine(certificate: Certificate): string | undefined {
  switch (certificate.kind) {
    case 'proved':
      return `proved equal to the policy, ${digestText(certificate.digest)}`
    case 'skipped':
      return 'not proved equal to the policy, as asked'
    case 'undecided':
      return undefined
  }
}

/** Milliseconds in a second. */
const MS = 1000

/** The warning that a requested proof is undecided, how long it took where that is known, and what to do. */
export function certificateWarning(certificate: Certificate): string | undefined {
  if (certificate.kind !== 'undecided') return undefined
  const { reason, effort, ms } = certificate
  const after = ms === undefined ? '' : ` after ${(ms / MS).toFixed(1)} s`
  const more = effort === 'max' ? '' : '; with --effort max the search goes on'
  return `the filter is not proved equal to the policy${after}: ${reason}${more}`
}
