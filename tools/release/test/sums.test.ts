import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { sumsOf } from '../src/sums.ts'

const folder = mkdtempSync(join(tmpdir(), 'seccompile-sums-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('has a line for each file at any depth, sorted by name', () => {
  mkdirSync(join(folder, 'a'))
  writeFileSync(join(folder, 'b'), 'abc')
  writeFileSync(join(folder, 'a/c'), '')
  // Both are test vectors of FIPS 180-2.
  expect(sumsOf(folder)).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a/c\n' +
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b\n',
  )
})
