import { describe, expect, it } from 'vitest'
import { certificateLine, certificateWarning } from '../src/certificate.ts'

const UNDECIDED = { kind: 'undecided', reason: 'the diagram outgrew 9 nodes' } as const

describe('the text of a certificate', () => {
  it('is the beginning of the digest where it is a proof', () => {
    const proved = { kind: 'proved', digest: '58ab40cb'.repeat(8), nodes: 3 } as const
    expect(certificateLine(proved)).toBe('proved equal to the policy, digest 58ab40cb…')
    expect(certificateWarning(proved)).toBeUndefined()
  })

  it('is a warning with the reason where it is none', () => {
    expect(certificateLine(UNDECIDED)).toBeUndefined()
    expect(certificateWarning(UNDECIDED)).toBe(
      'the filter is not proved equal to the policy: the diagram outgrew 9 nodes',
    )
  })
})
