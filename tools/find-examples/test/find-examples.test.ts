import { describe, expect, it } from 'vitest'
import { examplesIn, expectedLines, misprinted } from '../src/find-examples.ts'

describe('examplesIn', () => {
  it('yields the blocks marked ts, with their lines', () => {
    expect(examplesIn('x.md', 'text\n```ts\na\n```\n```sh\nb\n```\n```ts\nc\nd\n```\n')).toEqual([
      { place: 'x.md:2', code: 'a\n' },
      { place: 'x.md:8', code: 'c\nd\n' },
    ])
  })

  it('yields the file that a block names behind its language', () => {
    expect(examplesIn('x.md', '```ts policy.mjs\na\n```\n')).toEqual([
      { place: 'x.md:1', code: 'a\n', file: 'policy.mjs' },
    ])
  })
})

describe('expectedLines', () => {
  it('reads the comment behind each call, up to a colon or an ellipsis', () => {
    const code = 'console.log(1) // 1\nf()\nconsole.log(2)\nconsole.log(3) // 3: why\nconsole.log(4) // 4 …'
    expect(expectedLines(code)).toEqual(['1', undefined, '3', '4'])
  })
})

describe('misprinted', () => {
  const code = 'console.log(f()) // 1 2\nconsole.log(g())\nconsole.log(h()) // true\n'

  it('accepts what the comments say, in any layout', () => {
    expect(misprinted(code, ['1\n  2', 'anything', 'true'])).toEqual([])
  })

  it('says what was printed instead, and what was not printed', () => {
    expect(misprinted(code, ['1 3', 'anything'])).toEqual([
      'says it prints 1 2, and printed 1 3',
      'says it prints true, and printed nothing',
    ])
  })
})
