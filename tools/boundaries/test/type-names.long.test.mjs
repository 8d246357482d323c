import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * The names of the types that `text` defines, inside functions too, and those under which it exports a type of another name. What it adds to a
 * module of others is a type of that module.
 */
function typesIn(text) {
  const found = []
  const visit = (node) => {
    if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)) return
    const isDefinition =
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isEnumDeclaration(node)
    const isRenamed =
      ts.isExportSpecifier(node) &&
      node.propertyName !== undefined &&
      (node.isTypeOnly || node.parent.parent.isTypeOnly)
    if ((isDefinition || isRenamed) && node.name !== undefined) found.push(node.name.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('types.ts', text, ts.ScriptTarget.Latest, true))
  return found
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

it('are found inside functions, and where an export renames them', () => {
  const text = 'const f = () => { type A = 1 }\nexport type { Local as B } from "./x.ts"\n// type C = 1'
  expect(typesIn(text)).toEqual(['A', 'B'])
  expect(typesIn("declare module 'other' { interface C {} }")).toEqual([])
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
