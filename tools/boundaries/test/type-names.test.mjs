import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const DEFINITION = /^(?:export )?(?:declare )?(?:abstract )?(?:interface|type|class) (\w+)(?=[\s<={])/gm

/** Each place where sources and tests of the package in `dir` define a type, by its name. */
function definitionsIn(dir) {
  return ['src', 'test'].flatMap((part) => {
    const folder = join(root, dir, part)
    if (!existsSync(folder)) return []
    return readdirSync(folder, { recursive: true })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) =>
        Array.from(readFileSync(join(folder, name), 'utf8').matchAll(DEFINITION), ([, type]) => ({
          type,
          place: `${dir}/${part}/${name}`,
        })),
      )
  })
}

it('have one definition in the repository each, so that one word is one thing', () => {
  const places = new Map()
  const folders = ['packages', 'tools'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => `${group}/${name}`),
  )
  for (const dir of folders)
    for (const { type, place } of definitionsIn(dir)) places.set(type, [...(places.get(type) ?? []), place])
  expect(places.size).toBeGreaterThan(900)
  expect([...places].filter(([, all]) => all.length > 1)).toEqual([])
})
