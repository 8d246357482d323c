/* docs/sources.md: each derived module, as it was built, says what it is derived from. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { originProblems } from '../src/origins.ts'

const PACKAGES = join(import.meta.dirname, '../../../packages')

it.each([
  ['@seccompile/presets', 'presets', 'dist'],
  ['@seccompile/filters', 'filters', 'dist'],
  ['seccompile', 'seccompile', 'dist/bundle'],
])(
  '%s names the origin, its licence and the change in every derived module that it publishes',
  (name, folder, below) => {
    const files = readdirSync(join(PACKAGES, folder, below), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${below}/${file}`,
    )
    expect(originProblems(name, files, (file) => readFileSync(join(PACKAGES, folder, file), 'utf8'))).toEqual(
      [],
    )
  },
)
