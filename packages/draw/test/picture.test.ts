import { expect, it } from 'vitest'
import { el, render } from '@seccompile/draw'
import type { Picture } from '@seccompile/draw'
import { swatch } from '../src/chart/swatch.ts'
import { elementsOf } from './well-formed.ts'

const picture = (title: string): Picture => ({
  title,
  description: 'A square.',
  width: 20,
  height: 10,
  body: [swatch({ x: 0, y: 0, width: 10, height: 10 }, 'ERRNO', 'refused')],
})

const idsOf = (svg: string): readonly string[] => [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!)

it('has a title and a description for screen readers, and the patterns that it uses', () => {
  const svg = render(picture('One'))
  expect(elementsOf(svg).slice(0, 6)).toEqual(['svg', 'title', 'desc', 'style', 'defs', 'pattern'])
  expect(svg).toContain('role="img"')
  expect(svg.match(/<pattern/g)).toHaveLength(1)
})

it('has other ids than another picture, and the same bytes as the same one', () => {
  const [one, same, other] = [render(picture('One')), render(picture('One')), render(picture('Two'))]
  expect(one).toBe(same)
  expect(idsOf(one).filter((id) => idsOf(other).includes(id))).toEqual([])
})

it('takes a prefix of ids, and a theme', () => {
  const svg = render(picture('One'), { id: 'left', theme: 'dark' })
  expect(idsOf(svg)).toEqual(['left-title', 'left-desc', 'left-p-errno'])
  expect(svg).toContain('data-theme="dark"')
  expect(render(picture('One'))).toContain('data-theme="auto"')
})

it('refuses a prefix that is none, and an unknown theme', () => {
  expect(() => render(picture('One'), { id: '"><script>' })).toThrow('id: expected a letter')
  expect(() => render(picture('One'), { theme: 'blue' as 'dark' })).toThrow(
    'theme: expected auto, light, dark',
  )
})

it('has the patterns that its definitions use', () => {
  const defs = [el('clipPath', { id: { id: 'clip' } }, ...picture('One').body)]
  expect(render({ ...picture('One'), body: [], defs }).match(/<pattern/g)).toHaveLength(1)
})

it('has room for all of a size that is no whole number', () => {
  expect(render({ ...picture('One'), width: 20.2, height: 10.2 })).toContain(
    'viewBox="0 0 21 11" width="21" height="11"',
  )
})

it('has only the shapes of its body without patterns', () => {
  const svg = render({ ...picture('One'), body: [el('circle', { cx: 5, cy: 5, r: 2.345 })] })
  expect(elementsOf(svg)).toEqual(['svg', 'title', 'desc', 'style', 'rect', 'circle'])
  expect(svg).toContain('r="2.35"')
})
