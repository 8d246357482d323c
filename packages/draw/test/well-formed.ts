/* What every picture keeps: it is well-formed XML, its ids are its own, it runs and loads nothing, and no number is broken. */
import { SaxesParser } from 'saxes'
import { expect } from 'vitest'

/** The names of the elements of `svg`, in order. Fails where it is no well-formed picture. */
export function elementsOf(svg: string): readonly string[] {
  const names: string[] = []
  const ids = new Set<string>()
  const refs: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    names.push(name)
    for (const [key, { value }] of Object.entries(attributes)) {
      expect(value).not.toMatch(/NaN|Infinity|undefined|\[object/)
      expect(key).not.toMatch(/^on|href/)
      if (key === 'id') {
        expect(ids).not.toContain(value)
        ids.add(value)
      }
      for (const [, ref] of value.matchAll(/url\(#([^)]*)\)/g)) refs.push(ref!)
      if (key === 'aria-labelledby') refs.push(...value.split(' '))
    }
  })
  parser.write(svg).close()
  expect(names).not.toContain('script')
  expect([...ids]).toEqual(expect.arrayContaining(refs))
  expect(svg.endsWith('</svg>\n')).toBe(true)
  return names
}
