import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { presetOf } from '@seccompile/presets'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import { filterFiles } from '../src/filter-files.ts'

const SRC = new URL('../../../packages/filters/src/', import.meta.url)

it('makes the modules of a preset as they are in the package', { timeout: 60_000 }, async () => {
  const made = filterFiles([presetOf('no-tty-injection')]).filter(({ path }) => path !== 'filter-names.ts')
  expect(made.length).toBe(9)
  for (const { path, text } of made) {
    const file = fileURLToPath(new URL(path, SRC))
    const formatted = await format(text, { ...(await resolveConfig(file)), filepath: file })
    expect([path, formatted]).toEqual([path, readFileSync(file, 'utf8')])
  }
})
