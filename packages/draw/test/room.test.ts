/* No text leaves a picture, and what the reader came for is not cut, at the width of a telephone's picture either. */
import { compile } from '@seccompile/compiler'
import { KINDS, kindOf, pictureOf } from '@seccompile/draw/kinds'
import { policyFilter } from '@seccompile/filter'
import { policyTables } from '@seccompile/policy'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { signedAbiTable } from '@seccompile/signatures'
import { SaxesParser } from 'saxes'
import { expect, it } from 'vitest'
import { textWidth } from '../src/svg/text-width.ts'

const [main, ...others] = policyTables(dockerProfile, undefined, signedAbiTable)
const abis = [main!, ...others] as const
const { program } = compile(dockerProfile, { abis, prove: false })
const docker = policyFilter('docker-default.json', { policy: dockerProfile }, { abis }, () => program)

interface DrawnText {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** The texts of `svg` that run from left to right, with their estimated places, and the width of the picture. */
function textsOf(svg: string): { readonly texts: readonly DrawnText[]; readonly width: number } {
  const texts: DrawnText[] = []
  const open: Readonly<Record<string, string>>[] = []
  let width = 0
  let text = ''
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'svg') width = Number(attributes['width'])
    open.push({ ...attributes, name })
    text = ''
  })
  parser.on('text', (part) => {
    text += part
  })
  parser.on('closetag', () => {
    const at = open.pop()!
    if (at['name'] === 'title') text = ''
    if (at['name'] !== 'text' || at['transform'] !== undefined) return
    const classes = at['class'] ?? ''
    const font = classes.includes('code') ? 'code' : at['font-weight'] === '600' || classes === 'head' ? 'bold' : 'prose'
    const wide = textWidth(text, Number(at['font-size'] ?? (classes === 'head' ? 16 : 12)), font)
    const x = Number(at['x'])
    const from = at['text-anchor'] === 'middle' ? x - wide / 2 : at['text-anchor'] === 'end' ? x - wide : x
    texts.push({ text, from, to: from + wide })
  })
  parser.write(svg).close()
  return { texts, width }
} // prettier-ignore

const drawn = (kind: string, width: number): Promise<string> =>
  pictureOf(kindOf(kind), {
    filters: [docker],
    width,
    ...(kindOf(kind).takes?.includes('call') === true
      ? { call: 'socket family=AF_INET type=SOCK_STREAM' }
      : {}),
  })

it.each(
  KINDS.map(({ name }) => name)
    .filter((name) => name !== 'plane') // no call of the profile has two arguments to draw
    .flatMap((name) => [1000, 640].map((width) => [name, width] as const)),
)('no text of %s leaves the picture of %i pixels, and its headings are whole', async (kind, width) => {
  const found = textsOf(await drawn(kind, width))
  expect(found.texts.length).toBeGreaterThan(5)
  expect(found.texts.filter(({ from, to }) => from < 0 || to > found.width)).toEqual([])
  expect(found.texts[0]!.text).not.toMatch(/…$/)
  for (const { text } of found.texts.filter((each) => each.text.startsWith('The way of')))
    expect(text).not.toMatch(/…$/)
})

it('a long statement of a listing keeps its targets', async () => {
  const svg = await drawn('arcs', 1000)
  expect(svg).toMatch(/>if \(A &amp; \(CLONE_NEWNS\|[^<]*… goto \d+(?: else goto \d+)?</)
})
