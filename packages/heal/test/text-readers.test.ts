/* What stands in strings, brackets and lines of other systems is no structure of a text. */
import { describe, expect, it } from 'vitest'
import { defaultChain } from '../src/text/chain.ts'
import { maskedSource } from '../src/text/masked-source.ts'
import { healedYaml, rowsOf } from './healed.ts'

describe('a masked module', () => {
  it('has no bracket of a regular expression whose class holds a slash', () => {
    expect(maskedSource('const one = /[/(]/\nf()')).toBe('const one =       \nf()')
  })
})

describe('a call of a chain', () => {
  it('has an item for each comma outside of brackets', () => {
    const [first, second] = defaultChain(
      "export default policy({ default: 'deny', abis: [a, b] }).allow('read', f(1, 2))",
    )!
    expect(first!.items.map(({ text }) => text)).toEqual(["{ default: 'deny', abis: [a, b] }"])
    expect(second!.items.map(({ text }) => text)).toEqual(["'read'", 'f(1, 2)'])
  })
})

describe('a profile with line ends of two characters', () => {
  const text = [
    'apiVersion: security-profiles-operator.x-k8s.io/v1beta1',
    'kind: SeccompProfile',
    'metadata:',
    '  name: one',
    'spec:',
    '  defaultAction: SCMP_ACT_ERRNO',
    '  syscalls:',
    '    - action: SCMP_ACT_ALLOW',
    '      names:',
    '        - close',
    '        - read',
    '',
  ].join('\n')

  it.each(['getpid', 'write'])('gets %s as one with line feeds does', (call) => {
    const plain = healedYaml(text, rowsOf(call)).text
    expect(plain).toContain(`- ${call}`)
    expect(healedYaml(text.replaceAll('\n', '\r\n'), rowsOf(call)).text).toBe(plain?.replaceAll('\n', '\r\n'))
  })
})
