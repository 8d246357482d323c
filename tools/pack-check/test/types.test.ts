import { describe, expect, it } from 'vitest'
import { errorsByConsumer } from '../src/types.ts'

describe('errorsByConsumer', () => {
  it('sorts errors by consumer, with the lines that continue them', () => {
    const said = [
      'abi/example-11.ts(3,1): error TS2322: Type A is not B.',
      '  Types of property c are incompatible.',
      "rules/node_modules/@seccompile/rules/dist/index.d.ts(1,1): error TS2307: Cannot find module 'x'.",
      'abi/entries.ts(1,1): error TS2307: none.',
    ].join('\n')
    expect([...errorsByConsumer(said)]).toEqual([
      [
        'abi',
        [
          'abi/example-11.ts(3,1): error TS2322: Type A is not B.\n  Types of property c are incompatible.',
          'abi/entries.ts(1,1): error TS2307: none.',
        ],
      ],
      [
        'rules',
        ["rules/node_modules/@seccompile/rules/dist/index.d.ts(1,1): error TS2307: Cannot find module 'x'."],
      ],
    ])
  })

  it('leaves out errors in declarations of others, with the lines that continue them', () => {
    const said = [
      'abi/example-11.ts(3,1): error TS1: ours.',
      'testkit/node_modules/vitest/dist/index.d.ts(1,1): error TS2: theirs.',
      '  and why',
      '../../store/vite/index.d.ts(1,1): error TS3: theirs.',
      '  and why',
    ].join('\n')
    expect([...errorsByConsumer(said)]).toEqual([['abi', ['abi/example-11.ts(3,1): error TS1: ours.']]])
  })
})
