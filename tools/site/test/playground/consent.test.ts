import { describe, expect, it } from 'vitest'
import { Consent } from '../../src/playground/page/consent.ts'

describe('consent', () => {
  it('is missing for what came by a link or out of a file, whatever is typed then', () => {
    const consent = new Consent()
    expect(consent.missing).toBeUndefined()
    consent.came('link')
    consent.changed('import "a"')
    expect(consent.missing).toBe('link')
    consent.came('file')
    expect(consent.missing).toBe('file')
  })

  it('is there after a click, and for a field that was emptied', () => {
    const consent = new Consent()
    consent.came('link')
    consent.given()
    expect(consent.missing).toBeUndefined()
    consent.came('link')
    consent.changed(' \n')
    expect(consent.missing).toBeUndefined()
  })
})
