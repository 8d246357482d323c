/* What stands in strings, brackets and lines of other systems is no structure of a text. */
import { describe, expect, it } from 'vitest'
import { defaultChain } from '../src/text/chain.ts'
import { maskedSource } from '../src/text/masked-source.ts'
import { itemAt, jsonNode } from '../src/text/placed-node.ts'
import type { PlacedList, PlacedNode } from '../src/text/placed-node.ts'
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

describe('the item of a list at a place', () => {
  it('is that between its first and its last character', () => {
    const text = '[10, [], 3]'
    const list = jsonNode(text) as PlacedList
    expect(Array.from(text, (_, offset) => itemAt(list, offset))).toEqual([
      -1, 0, 0, -1, -1, 1, 1, -1, -1, 2, -1,
    ])
    expect(itemAt({ ...list, items: [] }, 0)).toBe(-1)
  })

  it('is found without a look at every item', () => {
    let looks = 0
    const items = Array.from({ length: 50_000 }, (_, i): PlacedNode => ({
      kind: 'scalar',
      start: 3 * i,
      get end() {
        looks += 1
        return 3 * i + 2
      },
      value: i,
    }))
    const list: PlacedList = { kind: 'list', isFlow: true, start: 0, end: 150_000, items }
    expect(itemAt(list, 3 * 49_000 + 1)).toBe(49_000)
    expect(looks).toBeLessThanOrEqual(16)
  })
})
