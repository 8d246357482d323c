import { describe, expect, it } from 'vitest'
import { stateOf } from '../src/playground/page/link-state.ts'
import { withPlaygroundLinks } from '../src/playground-links.ts'

const FILE = '```json [p.json]\n{ "defaultAction": "SCMP_ACT_ALLOW" }\n```\n'
const LINK = '[Try it](./playground.md)<!-- with: p.json -->'

describe('a link to the playground with a file of the page', () => {
  it('opens the file, and its picture', async () => {
    const text = await withPlaygroundLinks('a.md', `${FILE}\n${LINK}\n`)
    const [, hash = ''] =
      /<a class="open-policy" href="\.\/playground\.html(#[^"]*)">Try it<\/a>/.exec(text) ?? []
    expect(await stateOf(hash)).toMatchObject({
      text: '{ "defaultAction": "SCMP_ACT_ALLOW" }\n',
      tab: 'pictures',
      picture: 'tree',
    })
  })

  it('is an error where the page shows no such file', async () => {
    await expect(withPlaygroundLinks('a.md', LINK)).rejects.toThrow(
      'a.md: a link opens "p.json", and the page shows no such file',
    )
  })
})
