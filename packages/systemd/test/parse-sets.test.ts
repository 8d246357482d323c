/* The sets of systemd, in the form in which its command prints them. */
import { callsOfSet, parseSystemdSets } from '@seccompile/systemd'
import { describe, expect, it } from 'vitest'

/** A text in the form of systemd-analyze(1). */
const TEXT = `@outer
    # Sets and calls
    # on two lines
    @inner
    write
    close

@inner
    # The inner one
    @outer
    read
    close

@empty
    # Nothing at all

# Not in any set: 1
#   bogus_call
`

describe('the text of systemd-analyze', () => {
  const sets = parseSystemdSets(TEXT)

  it('has sets with a remark, sets and calls', () => {
    expect(sets).toEqual([
      { name: '@outer', summary: 'Sets and calls on two lines', sets: ['@inner'], own: ['write', 'close'] },
      { name: '@inner', summary: 'The inner one', sets: ['@outer'], own: ['read', 'close'] },
      { name: '@empty', summary: 'Nothing at all', sets: [], own: [] },
    ])
  })

  it('has the calls of sets in sets, also where they hold each other', () => {
    expect(callsOfSet('@outer', sets).toSorted()).toEqual(['close', 'read', 'write'])
    expect(callsOfSet('@inner', sets).toSorted()).toEqual(['close', 'read', 'write'])
    expect(callsOfSet('@empty', sets)).toEqual([])
    expect(callsOfSet('@none', sets)).toEqual([])
  })

  it('may have the line ends of another system', () => {
    expect(parseSystemdSets(TEXT.replaceAll('\n', '\r\n'))).toEqual(sets)
  })

  it('is read at once where a line is as long as the output may be', () => {
    const spaces = ' '.repeat(1_000_000)
    const text = `@a\n    # some${spaces}more${spaces}\n${spaces}read${spaces}\n${spaces}\n`
    expect(parseSystemdSets(text)).toEqual([
      { name: '@a', summary: `some${spaces}more`, sets: [], own: ['read'] },
    ])
  })

  it.each([
    [
      '    read\n',
      'line 1: expected a set such as @file-system, or below it a remark, a set or a call; got "    read"',
    ],
    ['@a\n    read write\n', 'line 2: expected a set'],
    ['@a\nread\n', 'line 2: expected a set'],
    ['@a\n\u001b[0m    read\n', 'line 2: expected a set'],
    ['@a b\n', 'line 1: expected a set'],
    ['', 'expected sets such as @file-system; got none'],
    ['# a remark\n', 'expected sets such as @file-system; got none'],
  ])('is refused where it has another form: %j', (text, message) => {
    expect(() => parseSystemdSets(text)).toThrow(
      expect.objectContaining({ name: 'PolicyError', message: expect.stringContaining(message) as string }),
    )
  })
})
