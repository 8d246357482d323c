import { readFileSync } from 'node:fs'
import { meaning, predicateKey, ruleSet, witnesses } from '@seccompile/rules'
import type { RuleSet, Section } from '@seccompile/rules'
import { CAPABILITIES, CONTAINER_CAPS, policyAbis, resolve } from '@seccompile/policy'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import type { Capability } from '@seccompile/policy'
import { parseProfile } from '@seccompile/oci'
import { abis as allAbis, abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

/** The path of Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), which is not in this repository. */
const path = process.env['SECCOMPILE_DOCKER_DEFAULT']

/** The rules of each number alone: small rule sets with few witnesses. */
function byNumber({ sections, badArch }: RuleSet): ReadonlyMap<string, RuleSet> {
  const parts = new Map<string, Section>()
  for (const section of sections)
    for (const rule of section.rules) {
      const key = `${section.arch} ${rule.numbers.map(({ lo, hi }) => `${lo}-${hi}`).join()}`
      const before = parts.get(key)?.rules ?? []
      parts.set(key, { ...section, rules: [...before, rule] })
    }
  return new Map([...parts].map(([key, section]) => [key, ruleSet({ sections: [section], badArch })]))
}

/** A text that is equal for rules of equal form. Most rules are unconditional. */
const predicates = ({ sections }: RuleSet): string =>
  sections[0]!.rules.map(({ when, verdict }) => `${predicateKey(when)} ${verdict}`).join()

if (path === undefined) {
  it('does not compare our copy of Docker’s profile with the file: SECCOMPILE_DOCKER_DEFAULT does not name it', () => {
    expect(path).toBeUndefined()
  })
} else {
  describe('Docker’s default profile', () => {
    const { policy, warnings } = parseProfile(readFileSync(path, 'utf8'), { file: 'docker-default.json' })

    it('is read without a warning, and maps architectures like our copy', () => {
      expect(warnings).toEqual([])
      expect(policy.archMap).toEqual(dockerProfile.archMap)
    })

    /** Every ABI with those that archMap adds to it; and each of the ABIs that have some, alone. */
    const groups = allAbis.map(({ token }) => policyAbis(dockerProfile, token))
    const alone = groups.flatMap(([main, ...sub]) => (main === undefined || sub.length === 0 ? [] : [[main]]))
    const targets: readonly (readonly AbiToken[])[] = [...groups, ...alone]
    const capabilities: readonly (readonly [string, readonly Capability[]])[] = [
      ['default', CONTAINER_CAPS],
      ['all', CAPABILITIES],
      ['no', []],
      ['CAP_SYS_ADMIN', ['CAP_SYS_ADMIN']],
      ...CAPABILITIES.map((cap) => [`default and ${cap}`, [...CONTAINER_CAPS, cap]] as const),
    ]
    for (const tokens of targets) {
      const abis = tokens.map((token) => abiTable(token))
      it(`means the same as our copy on ${tokens.join(' + ')}`, () => {
        for (const [label, caps] of capabilities)
          for (const kernel of [
            { major: 4, minor: 7 },
            { major: 6, minor: 12 },
          ]) {
            const target = { abis, caps, kernel }
            const theirs = byNumber(resolve(policy, target).rules)
            const ours = byNumber(resolve(dockerProfile, target, { strict: true }).rules)
            expect([label, [...theirs.keys()].sort()]).toEqual([label, [...ours.keys()].sort()])
            for (const [key, rules] of theirs) {
              const own = ours.get(key)!
              if (predicates(rules) === predicates(own)) continue
              for (const data of [...witnesses(rules), ...witnesses(own)])
                if (meaning(rules, data) !== meaning(own, data))
                  expect([label, key, data, meaning(own, data)]).toEqual([
                    label,
                    key,
                    data,
                    meaning(rules, data),
                  ])
            }
          }
      })
    }
  })
}
