import { describe, expect, it } from 'vitest'
import { EMPTY, hashOf, MAX_HASH, OPENING, stateOf } from '../../src/playground/page/link-state.ts'

async function hashFor(json: string): Promise<string> {
  const stream = new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return `#p=${Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url')}`
}

describe('the state in the address', () => {
  it('comes back', async () => {
    const state = { ...EMPTY, text: '{"ü": "😀"}', tab: 'listing', pipeline: 'size', call: 'read' } as const
    const hash = await hashOf(state)
    expect(hash).toMatch(/^#p=[\w-]+$/)
    expect(await stateOf(hash ?? '')).toEqual(state)
  })

  it('is nothing for the page as it opens, which has a policy and a call', async () => {
    expect(OPENING.text).toContain('SCMP_ACT_ALLOW')
    expect(OPENING.call).toContain('socket')
    expect(await hashOf(OPENING)).toBe('')
  })

  it('comes back for a page whose text was emptied', async () => {
    for (const state of [EMPTY, { ...EMPTY, text: OPENING.text }, { ...OPENING, call: '' }])
      expect(await stateOf((await hashOf(state)) ?? '')).toEqual(state)
  })

  it('is absent for a text that is too long for a link', async () => {
    const random = Array.from({ length: MAX_HASH }, (_, i) => ((i * 2_654_435_761) >>> 0).toString(36)).join(
      '',
    )
    expect(await hashOf({ ...EMPTY, text: random })).toBeUndefined()
  })

  it('is not read from a hash that is cut, of another kind, or inflates to more than a text may have', async () => {
    const hash = (await hashOf({ ...EMPTY, text: 'preset:no-network' })) ?? ''
    expect(await stateOf(hash.slice(0, -4))).toBeUndefined()
    expect(await stateOf('#errors')).toBeUndefined()
    expect(await stateOf('#p=%%')).toBeUndefined()
    expect(await stateOf(await hashFor(JSON.stringify({ text: ' '.repeat(3_000_000) })))).toBeUndefined()
  })

  it('takes each field by its type, and nothing else', async () => {
    const hash = await hashFor(
      '{"__proto__":{"text":"x"},"text":1,"tab":"constructor","pipeline":"size","abis":["x"]}',
    )
    expect(await stateOf(hash)).toEqual({ ...EMPTY, pipeline: 'size' })
    expect(await stateOf(await hashFor('null'))).toEqual(EMPTY)
  })
})
