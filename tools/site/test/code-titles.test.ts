import { describe, expect, it } from 'vitest'
import { withTitles } from '../src/code-titles.ts'

describe('withTitles', () => {
  it('puts a block that names a file into a group with the name as its title', () => {
    expect(withTitles('a\n\n```json profile.json\n{}\n```\n')).toBe(
      'a\n\n::: code-group\n\n```json [profile.json]\n{}\n```\n\n:::\n',
    )
  })

  it('leaves other blocks as they are', () => {
    const text = '```json\n{}\n```\n\n```\n```json profile.json\n```\n'
    expect(withTitles('```json\n{}\n```\n')).toBe('```json\n{}\n```\n')
    expect(withTitles(text)).toContain('```json\n{}\n```')
  })
})
