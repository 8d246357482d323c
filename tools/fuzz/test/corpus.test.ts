import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { dictionaryText, inputsIn, keptInputs, writeInputs } from '../src/corpus.ts'
import { KEPT_CORPORA } from '../src/paths.ts'
import { PLANTED_FAULTS } from '../src/planted-faults.ts'

const folder = mkdtempSync(join(tmpdir(), 'fuzz-corpus-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('kept corpora', () => {
  const files = readdirSync(KEPT_CORPORA)

  it('are those of targets, and not empty', () => {
    const names = PLANTED_FAULTS.map(({ target }) => target) // one for each target
    expect(files.map((file) => file.replace(/\.txt$/, '')).toSorted()).toEqual(names.toSorted())
    for (const name of names) expect(keptInputs(name).length).toBeGreaterThan(0)
  })

  it('have lines of base64, each input once', () => {
    for (const file of files) {
      const inputs = keptInputs(file.replace(/\.txt$/, '')).map((input) =>
        Buffer.from(input).toString('base64'),
      )
      expect(new Set(inputs).size).toBe(inputs.length)
      expect(readFileSync(join(KEPT_CORPORA, file), 'utf8')).toBe(inputs.map((line) => `${line}\n`).join(''))
    }
  })

  it('have at most 1 MB in all', () => {
    const bytes = files.reduce((sum, file) => sum + statSync(join(KEPT_CORPORA, file)).size, 0)
    expect(bytes).toBeLessThanOrEqual(1_000_000)
  })
})

describe('working corpora', () => {
  it('have a file for each input, once', () => {
    const inputs = [Uint8Array.of(1, 2), Uint8Array.of(), Uint8Array.of(1, 2)]
    writeInputs(join(folder, 'a'), inputs)
    expect(
      inputsIn(join(folder, 'a'))
        .map((input) => [...input])
        .toSorted(),
    ).toEqual([[], [1, 2]])
    expect(inputsIn(join(folder, 'absent'))).toEqual([])
  })
})

it('a dictionary has words as bytes, and no empty one', () => {
  expect(dictionaryText([Buffer.from('a"'), Buffer.from('')])).toBe(String.raw`"\x61\x22"` + '\n')
})
