import { describe, expect, it } from 'vitest'
import { runLargest } from '../src/inputs/largest.ts'
import { largestTexts } from '../src/inputs/largest-texts.ts'

describe('the texts of the largest size', () => {
  it('fill what a reader takes, or the number of things that it takes, and have names of their own', () => {
    const names = new Set<string>()
    const small: string[] = []
    for (const { name, text } of largestTexts()) {
      expect(text.length).toBeLessThanOrEqual(4 * 1024 * 1024)
      if (text.length < 1024 * 1024 - 200) small.push(name)
      expect(names.has(name)).toBe(false)
      names.add(name)
    }
    expect(small.filter((name) => !/: \d+,\d{3} /.test(name))).toEqual([])
  })

  it('run through each command of their kind, which takes or refuses a text that is right or wrong', async () => {
    const runs = []
    for await (const run of runLargest({ name: 'right', ending: 'asm', text: 'ret #0\n' })) runs.push(run)
    for await (const run of runLargest({ name: 'wrong', ending: 'ndjson', text: '{' })) runs.push(run)
    expect(runs.map(({ fault }) => fault).filter((fault) => fault !== undefined)).toEqual([])
    expect(runs.filter(({ seconds }) => !(seconds > 0))).toEqual([])
    expect(runs.length).toBeGreaterThan(6)
  })
})
