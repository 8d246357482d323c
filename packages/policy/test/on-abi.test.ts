import { verdictName } from '@seccompile/abi'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { all, any, errno, policy, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'

const sectionsOf = (source: Policy, ...abis: readonly AbiToken[]) =>
  resolve(source, { abis: abis.map((token) => signedAbiTable(token)) }).rules.sections

describe('an errno by name', () => {
  it.each([
    ['x86_64', 38],
    ['mips', 89],
    ['parisc', 251],
  ] as const)('has the number that it has on %s, in a rule and as the default', (abi, number) => {
    const [refused] = sectionsOf(policy({ default: 'allow' }).deny('read', errno('ENOSYS')), abi)
    expect(verdictName(refused!.rules.at(-1)!.verdict)).toBe(`ERRNO(${number})`)
    const [section] = sectionsOf(policy({ default: errno('ENOSYS') }).allow('read'), abi)
    expect(verdictName(section!.otherwise)).toBe(`ERRNO(${number})`)
  })

  it('has a number of its own in each section', () => {
    const sections = sectionsOf(policy({ default: errno('ENOSYS') }).allow('read'), 'x86_64', 'mipsel')
    expect(sections.map(({ otherwise }) => verdictName(otherwise))).toEqual(['ERRNO(38)', 'ERRNO(89)'])
  })

  it('has a number of its own in a rule of each section', () => {
    const source = policy({ default: 'allow' }).deny('read', errno('ENOSYS'))
    const verdicts = sectionsOf(source, 'x86_64', 'mipsel').map(({ rules }) => rules.at(-1)!.verdict)
    expect(verdicts.map(verdictName)).toEqual(['ERRNO(38)', 'ERRNO(89)'])
  })

  it('leaves a rule for one ABI out of others with the same errnos', () => {
    const source = policy({ default: errno('EPERM') }).on(['x86'], (rules) => rules.allow('read'))
    const sections = sectionsOf(source, 'x86_64', 'x86')
    const allowed = sections.map(
      ({ rules }) => rules.filter(({ verdict }) => verdictName(verdict) === 'ALLOW').length,
    )
    expect(allowed).toEqual([0, 1])
  })

  it('is refused for other architectures, where its number is not known', () => {
    const source = policy({ default: 'allow', badArch: errno('ENOSYS') })
    expect(() => sectionsOf(source, 'x86_64', 'mipsel')).toThrow(
      'badArch is ERRNO(38) on x86_64 and ERRNO(89) on mipsel; give the errno as a number',
    )
    expect(() => sectionsOf(source, 'x86_64', 'aarch64')).not.toThrow()
  })
})

it('finds the overlap of every alternative of a condition', () => {
  const source = policy({ default: 'allow' })
    .deny('socket', ({ family, type, protocol }) =>
      any(protocol.eq(9), all(any(family.eq(1), family.eq(2)), type.eq(3))),
    )
    .kill('socket', ({ family, protocol }) => all(family.eq(2), protocol.eq(0)))
  expect(() => sectionsOf(source, 'x86_64')).toThrow(
    /"socket" gets KILL_PROCESS from rule 2 and ERRNO\(EPERM\) from rule 1/,
  )
})
