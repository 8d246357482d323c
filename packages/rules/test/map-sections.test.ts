import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import { describe, expect, it } from 'vitest'
import { mapSections } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'

const ALLOW = verdictOf('ALLOW')
const rules: RuleSet = {
  sections: [
    { arch: AUDIT_ARCH.X86_64, rules: [], otherwise: 0 },
    { arch: AUDIT_ARCH.AARCH64, rules: [], otherwise: 0 },
  ],
  badArch: ALLOW,
}

describe('mapSections', () => {
  it('returns the very rules that it was given where no section changes', () => {
    expect(mapSections(rules, (section) => section)).toBe(rules)
  })

  it('replaces the sections that change, and leaves alone the others and what it was given', () => {
    const changed = mapSections(rules, (section) =>
      section.arch === AUDIT_ARCH.AARCH64 ? { ...section, otherwise: ALLOW } : section,
    )
    expect(changed).toEqual({
      sections: [rules.sections[0], { arch: AUDIT_ARCH.AARCH64, rules: [], otherwise: ALLOW }],
      badArch: ALLOW,
    })
    expect(changed.sections[0]).toBe(rules.sections[0])
    expect(rules.sections[1]?.otherwise).toBe(0)
  })
})
