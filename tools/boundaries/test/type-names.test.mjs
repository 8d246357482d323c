import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
// The definition of a type, at any indentation: a type inside a function or a namespace counts as a second
// definition.
const DEFINITION =
  /^[ \t]*(?:export )?(?:default )?(?:declare )?(?:abstract )?(?:const )?(?:interface|type|class|enum) (\w+)(?=[ \t]*[<={]|[ \t]+(?:extends|implements) |[ \t]*$)/gm
// An export that renames a type; the new name counts too.
const RENAMES = /^export (?:type )?\{([^}]*)\}/gm

/** The names of the types that `text` defines. */
function typesIn(text) {
  const defined = Array.from(text.matchAll(DEFINITION), ([, type]) => type)
  const renamed = Array.from(text.matchAll(RENAMES), ([, names]) =>
    Array.from(names.matchAll(/\b(?:[A-Z]\w*) as ([A-Z][a-z]\w*)/g), ([, type]) => type),
  )
  return [...defined, ...renamed.flat()]
}

/** Each place where sources and tests of the package in `dir` define a type, by its name. */
function definitionsIn(dir) {
  return ['src', 'test'].flatMap((part) => {
    const folder = join(root, dir, part)
    if (!existsSync(folder)) return []
    return readdirSync(folder, { recursive: true })
      .filter((name) => /\.[cm]?ts$/.test(name))
      .flatMap((name) =>
        typesIn(readFileSync(join(folder, name), 'utf8')).map((type) => ({
          type,
          place: `${dir}/${part}/${name}`,
        })),
      )
  })
}

it('sees every form in which a type is defined', () => {
  const forms = [
    'interface A {',
    'export interface B<T> extends C {',
    'export type D = 1',
    'type E =\n  | 1',
    'export abstract class F extends G {',
    'export default class H {',
    'export const enum I {',
    '  type J = 1',
    'interface K\n  extends L {',
    'export type { Local as Mine, Own as Other, MAX as MIN } from "./x.ts"',
  ]
  expect(forms.flatMap(typesIn).join(' ')).toBe('A B D E F H I J K Mine Other')
  expect(
    ['const { classes, isComplete } = x', '// type A is', ' * type B = is', 'type: 1'].flatMap(typesIn),
  ).toEqual([])
})

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
