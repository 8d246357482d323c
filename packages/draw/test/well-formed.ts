/*
 * The properties of every picture: it is well-formed XML, its ids are its own, it runs and loads nothing, and no
 * number is broken. The checks are plain, since a picture has thousands of attributes.
 */
import { SaxesParser } from 'saxes'

const BROKEN = /NaN|Infinity|undefined|\[object/

/** The names of the elements of `svg`, in order. @throws Error where it is no well-formed picture */
export function elementsOf(svg: string): readonly string[] {
  const names: string[] = []
  const ids = new Set<string>()
  const refs = new Set<string>()
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    names.push(name)
    if (name === 'script') throw new Error('the picture has a script')
    for (const [key, { value }] of Object.entries(attributes)) {
      if (BROKEN.test(value)) throw new Error(`${name}: ${key}="${value}"`)
      if (/^on|href/.test(key)) throw new Error(`${name}: the picture has ${key}`)
      if (key === 'id' && ids.has(value)) throw new Error(`two elements are ${value}`)
      if (key === 'id') ids.add(value)
      for (const [, ref] of value.matchAll(/url\(#([^)]*)\)/g)) refs.add(ref!)
      if (key === 'aria-labelledby') for (const ref of value.split(' ')) refs.add(ref)
    }
  })
  parser.write(svg).close()
  for (const ref of refs) if (!ids.has(ref)) throw new Error(`no element is ${ref}`)
  if (!svg.endsWith('</svg>\n')) throw new Error('the picture has no line end')
  return names
}
