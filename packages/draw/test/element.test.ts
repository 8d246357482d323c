import fc from 'fast-check'
import { expect, it } from 'vitest'
import { el, render, serialize } from '@seccompile/draw'
import type { SvgAttribute, SvgElementName } from '@seccompile/draw'
import { elementsOf } from './well-formed.ts'

it('escapes text and values of attributes', () => {
  expect(serialize(el('text', { fill: `"'&<` }, `</text><script>'`))).toBe(
    '<text fill="&quot;&#39;&amp;&lt;">&lt;/text&gt;&lt;script&gt;&#39;</text>',
  )
})

it('spells characters that XML refuses, that steer or that hide', () => {
  const hostile = '\u0000\u001b[31m\n\u202e\u200b\ud800\uffff'
  expect(serialize(el('text', {}, hostile))).toBe(
    '<text>\\u0000\\u001b[31m\\u000a\\u202e\\u200b\\ud800\\uffff</text>',
  )
})

it('spells them in attributes too, where a blank is allowed', () => {
  expect(serialize(el('g', { class: 'a b\u000b\ufeff' }))).toBe('<g class="a b\\u000b\\ufeff"/>')
})

it('spells each character that reverses letters or joins them, first and last of its kind', () => {
  const hostile = '\u061c\u200e\u2028\u202a\u202e\u2060\u2066\u2069'
  expect(serialize(el('text', {}, hostile))).toBe(
    '<text>\\u061c\\u200e\\u2028\\u202a\\u202e\\u2060\\u2066\\u2069</text>',
  )
})

it('has no command to a runner of CI', () => {
  expect(serialize(el('text', { class: '##[error]' }, '##[warning]##vso[x] #[y]'))).toBe(
    '<text class="##&#91;error]">##&#91;warning]##vso&#91;x] #[y]</text>',
  )
})

it('cuts a text that is very long', () => {
  expect(serialize(el('text', {}, 'x'.repeat(1e6))).length).toBeLessThan(3000)
})

it('refuses elements and attributes that could run or load something', () => {
  for (const name of ['script', 'foreignObject', 'image', 'a', 'use', 'g><script'])
    expect(() => serialize(el(name as SvgElementName))).toThrow('a picture has no element')
  for (const name of ['onload', 'href', 'xlink:href', 'style', 'x="1" onload'])
    expect(() => serialize(el('g', { [name as SvgAttribute]: 'x' }))).toThrow('has no attribute')
})

it('refuses an id that is none, and a number that is not finite', () => {
  expect(() => serialize(el('g', { id: { id: 'a b"' } }))).toThrow('an id is a letter')
  expect(() => serialize(el('g', { fill: { ref: ')' } }))).toThrow('an id is a letter')
  expect(() => serialize(el('g', { x: NaN }))).toThrow('finite numbers')
})

it('puts the prefix before ids and what names them', () => {
  expect(serialize(el('rect', { id: { id: 'a' }, fill: { ref: 'b' } }), 'p-')).toBe(
    '<rect id="p-a" fill="url(#p-b)"/>',
  )
})

/** Texts of any UTF-16 units, lone surrogates among them. */
const units = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes))

it('is well-formed whatever the texts are', () => {
  fc.assert(
    fc.property(units, (text) => {
      const body = [el('text', { class: text }, text), el('g', {}, el('title', {}, text))]
      elementsOf(render({ title: text, description: text, width: 100, height: 50, body }))
    }),
    { numRuns: 200 },
  )
})
