import { describe, expect, it } from 'vitest'
import { certificateLine, certificateWarning, digestText } from '../../src/compilation/certificate.ts'

const UNDECIDED = { kind: 'undecided', reason: 'the diagram outgrew 9 nodes', effort: 'default' } as const

describe('the text of a certificate', () => {
  it('is the beginning of the digest where it is a proof', () => {
    const proved = { kind: 'proved', digest: '58ab40cb'.repeat(8), nodes: 3 } as const
    expect(certificateLine(proved)).toBe('proved equal to the policy, digest 58ab40cb…')
    expect(certificateWarning(proved)).toBeUndefined()
  })

  it('says that there is no digest where a search has proved a meaning that is too large for one', () => {
    expect(certificateLine({ kind: 'proved' })).toBe(
      'proved equal to the policy, without a digest, since the diagram of its meaning is too large',
    )
    expect(digestText(undefined)).toBe('without a digest, since the diagram of its meaning is too large')
  })

  it('says that a proof was left out', () => {
    expect(certificateLine({ kind: 'skipped' })).toBe('not proved equal to the policy, as asked')
    expect(certificateWarning({ kind: 'skipped' })).toBeUndefined()
  })

  it('is a warning with the reason, the time and what to do where it is none', () => {
    expect(certificateLine(UNDECIDED)).toBeUndefined()
    expect(certificateWarning(UNDECIDED)).toBe(
      'the filter is not proved equal to the policy: the diagram outgrew 9 nodes; with --effort max the search goes on',
    )
    expect(certificateWarning({ ...UNDECIDED, effort: 'max', ms: 9_764 })).toBe(
      'the filter is not proved equal to the policy after 9.8 s: the diagram outgrew 9 nodes',
    )
  })
})
