/*
 * The exported functions of every published package, with the types of their parameters as the sources write them. So a
 * function that is added to a package is found without an entry in a list.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const PACKAGES = new URL('../../', import.meta.url)

/** A parameter of a function. */
export interface Parameter {
  /** The name; of a pattern, its text. */
  readonly name: string
  /** The type as text; empty where the source has none. */
  readonly type: string
  /** Whether a caller may leave the argument out. */
  readonly isOptional: boolean
}

/** A function that a package exports. */
export interface ExportedFunction {
  /** The package with the subpath: `oci`, `oci/reading`. */
  readonly from: string
  readonly name: string
  readonly run: (...args: readonly unknown[]) => unknown
  readonly parameters: readonly Parameter[]
}

const OPENING = '([{<'
const CLOSING = ')]}>'

/** `text` without `=>`, comments and texts, in which brackets and commas have no meaning; its length stays. */
const plain = (text: string): string =>
  text.replaceAll(/\/\*.*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|=>/gs, (found) => '_'.repeat(found.length))

/** The places of `wanted` in `text` outside of brackets, from `start` on; the last is that of the bracket that closes. */
function placesOf(wanted: string, text: string, start: number): readonly number[] {
  const places: number[] = []
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (CLOSING.includes(letter) && depth === 0) return [...places, at]
    if (OPENING.includes(letter)) depth += 1
    else if (CLOSING.includes(letter)) depth -= 1
    else if (depth === 0 && wanted.includes(letter)) places.push(at)
  }
  return [...places, text.length]
}

function parameterIn(source: string): Parameter {
  const shape = plain(source)
  const [colon = source.length, ...more] = placesOf(':', shape, 0)
  const [equals = source.length, ...others] = placesOf('=', shape, more.length === 0 ? 0 : colon + 1)
  const end = others.length === 0 ? source.length : equals
  const name = source.slice(0, more.length === 0 ? end : colon).trim()
  return {
    name: name.replace(/\?$/, '').replaceAll(/\s+/g, ' '),
    type:
      more.length === 0
        ? ''
        : source
            .slice(colon + 1, end)
            .replaceAll(/\s+/g, ' ')
            .trim(),
    isOptional: name.endsWith('?') || others.length > 0,
  }
}

/** The parameters of the function whose declaration begins at `start`. */
function parametersAt(source: string, start: number): readonly Parameter[] {
  const shape = plain(source.slice(start, start + 4000))
  const open = shape.indexOf('(')
  const afterTypes =
    shape.indexOf('<') >= 0 && shape.indexOf('<') < open ? placesOf('', shape, shape.indexOf('<') + 1)[0]! : 0
  const begin = shape.indexOf('(', afterTypes) + 1
  const commas = placesOf(',', shape, begin)
  return commas
    .map((comma, i) => source.slice(start + (i === 0 ? begin : commas[i - 1]! + 1), start + comma))
    .filter((text) => text.trim() !== '')
    .map(parameterIn)
}

const sourcesBelow = (folder: URL): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))

/** The parameters of every function that the sources of a package export. */
function declaredIn(name: string): ReadonlyMap<string, readonly Parameter[]> {
  const found = new Map<string, readonly Parameter[]>()
  for (const source of sourcesBelow(new URL(`${name}/src/`, PACKAGES)))
    for (const { index, 1: declared } of source.matchAll(/^export (?:async )?function (\w+)/gm))
      found.set(declared!, parametersAt(source, index))
  return found
}

/** The public subpaths of the package `name`, none for its arbitraries, which are for tests. */
function subpathsOf(name: string): readonly string[] {
  const manifest = new URL(`${name}/package.json`, PACKAGES)
  if (!existsSync(manifest)) return []
  const { publishConfig } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    readonly publishConfig?: { readonly exports?: Readonly<Record<string, unknown>> }
  }
  const all = Object.keys(publishConfig?.exports ?? {}).map((path) => path.slice(1))
  // A table for each ABI, or a file for each family of constants, exports values only.
  return (all.length > 12 ? [''] : all).filter((path) => !/json$|arbitrary|main/.test(path))
}

const isClass = (value: object): boolean => Function.prototype.toString.call(value).startsWith('class')

/** The functions that the package in the folder `name` exports. */
export async function exportedFunctions(name: string): Promise<readonly ExportedFunction[]> {
  const declared = declaredIn(name)
  const found: ExportedFunction[] = []
  for (const path of subpathsOf(name)) {
    const module = (await import(
      name === 'seccompile' ? `seccompile${path}` : `@seccompile/${name}${path}`
    )) as object
    for (const [exported, value] of Object.entries(module) as readonly (readonly [string, unknown])[])
      if (typeof value === 'function' && !isClass(value) && declared.has(exported))
        found.push({
          from: `${name}${path}`,
          name: exported,
          run: value as ExportedFunction['run'],
          parameters: declared.get(exported)!,
        })
  }
  return found
}

/** The folders of the packages. */
export const packageNames: readonly string[] = readdirSync(PACKAGES).sort()
