import { describe, expect, it } from 'vitest'
import {
  MAX_MESSAGE,
  MAX_OUTCOME,
  outcomeText,
  readOutcome,
} from '../../../src/playground/sandbox/outcome.ts'
import { policyFromText, policyText } from '../../../src/playground/sandbox/policy-text.ts'

const NO_POLICY = 'the policy answered with something else than a policy'

describe('an outcome', () => {
  it.each([
    ['no text', { kind: 'policy' }],
    ['no JSON', '{'],
    ['deep JSON', '['.repeat(MAX_OUTCOME)],
    ['a long first line', `${' '.repeat(300_000)}{}\n`],
    ['a long text', ' '.repeat(MAX_OUTCOME + 1)],
  ])('that is %s is a fault', (_title, text) => {
    expect(readOutcome(text)).toMatchObject({ kind: 'fault', fault: { message: NO_POLICY } })
  })

  it('is read field by field, and bounded', () => {
    const message = 'x'.repeat(MAX_MESSAGE + 1)
    const printed = Array.from({ length: 100 }, () => ({ message, place: { line: 1, column: -1 } }))
    const text = `${JSON.stringify({ kind: 'policy', printed, more: 1 })}\n{}\n`
    expect(readOutcome(text)).toEqual({
      kind: 'policy',
      policy: '{}\n',
      printed: Array.from({ length: 21 }, () => ({ message: message.slice(1), place: undefined })),
    })
  })

  it.each([
    ['a policy', { kind: 'policy', policy: '{\n}', printed: [{ message: 'm\n', place: undefined }] }],
    ['a fault', { kind: 'fault', fault: { message: 'm', place: { line: 1, column: 2 } }, printed: [] }],
  ] as const)('with %s is read as it was written', (_title, outcome) => {
    expect(readOutcome(outcomeText(outcome))).toEqual(outcome)
  })

  it.each([
    ['no fields', 'null'],
    ['a place out of bounds', '{"kind":"fault","fault":{"message":1,"place":{"line":1e9,"column":1}}}'],
    ['a field of every object', '{"__proto__":{"kind":"policy"}}\n{}'],
  ])('with %s is a fault', (_title, text) => {
    expect(readOutcome(text)).toEqual({
      kind: 'fault',
      fault: { message: NO_POLICY, place: undefined },
      printed: [],
    })
  })
})

describe('a policy as text', () => {
  const policy = {
    defaultAction: { action: 'ALLOW', data: 0 },
    rules: [
      {
        names: [{ name: 'read' }],
        action: { action: 'ERRNO', data: 'EPERM' },
        args: [{ op: 'EQ', index: 0, value: 2n ** 64n - 1n }],
      },
    ],
  } as const

  it('is read as it was, with its bigints', () => {
    expect(policyFromText(policyText(policy))).toEqual(policy)
  })

  it.each([
    ['no JSON', '{', 'SyntaxError'],
    ['another record', '{"a":1}', 'PolicyError'],
    ['a bigint of many digits', `{"bigint":"${'9'.repeat(1e5)}"}`, 'PolicyError'],
    ['a bigint in the place of a policy', '{"bigint":"1"}', 'PolicyError'],
    [
      'a key of every object',
      '{"defaultAction":{"action":"ALLOW","data":0},"rules":[],"__proto__":{"harmed":1}}',
      'PolicyError',
    ],
  ])('is refused where it holds %s', (_title, text, name) => {
    expect(() => policyFromText(text)).toThrow(expect.objectContaining({ name }))
  })
})
