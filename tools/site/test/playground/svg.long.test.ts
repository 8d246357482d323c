/* Pictures as elements: only a browser has the parser that makes them. */
import { readFileSync } from 'node:fs'
import ts from 'typescript-6.0'
import { describe, expect, it } from 'vitest'
import { findBrowser } from '../../src/browser/find-browser.ts'
import { openBrowser } from '../../src/browser/open-browser.ts'

const executablePath = findBrowser(process.env)
if (executablePath === undefined)
  process.stderr.write('\n*** NOT RUN: pictures as elements: there is no browser\n\n')

const source = readFileSync(new URL('../../src/playground/page/svg.ts', import.meta.url), 'utf8')
const script = ts
  .transpile(source, { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext })
  .replace('export function', 'function')

/** The markup of the element that a browser makes of each text; `undefined` where it makes none. */
async function pictures(texts: readonly string[]): Promise<readonly (string | undefined)[]> {
  const browser = await openBrowser(executablePath!)
  try {
    const page = await browser.newPage()
    const all = `${JSON.stringify(texts)}.map((text) => svgOf(text)?.outerHTML ?? null)`
    const found: readonly (string | null)[] = await page.evaluate(`{ ${script}; ${all} }`)
    return found.map((markup) => markup ?? undefined)
  } finally {
    await browser.close()
  }
}

describe.skipIf(executablePath === undefined)('a picture as an element', () => {
  const NS = 'xmlns="http://www.w3.org/2000/svg"'
  it('keeps no script, no handler and no address, on its root neither (issue 50)', async () => {
    expect(
      await pictures([
        `<svg ${NS} width="1" onload="steal()" OnFocus="steal()"><path d="M0 0" onclick="steal()"/></svg>`,
        `<svg ${NS} xmlns:x="http://www.w3.org/1999/xlink" href="https://a.test" x:href="#a"><script>steal()</script></svg>`,
        `<svg ${NS}><a href="javascript:steal()"><text>a</text></a><use href="#b"/></svg>`,
        '<svg><path d="M0 0"/></svg>',
        '<html xmlns="http://www.w3.org/1999/xhtml"/>',
      ]),
    ).toEqual([
      `<svg ${NS} width="1"><path d="M0 0"></path></svg>`,
      expect.stringMatching(/^<svg [^>]*xlink:href="#a"><\/svg>$/),
      `<svg ${NS}><use href="#b"></use></svg>`,
      undefined,
      undefined,
    ])
  })
})
