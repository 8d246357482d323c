/* Checks of TypeScript in the playground in a browser, one for each feature. */
import assert from 'node:assert/strict'
import type { PageCheck } from './playground-checks.ts'
import type { PlaygroundPage } from './playground-page.ts'

/** The example. */
export const POLICY = 'A policy in TypeScript'
const HEAD = "import { policy } from 'seccompile'\n"
/** Names of files that only a policy in TypeScript needs. The source of a preset needs the first group: its colours. */
const OF_TYPESCRIPT = /typescript|policy-declarations|service-/
const OF_SCRIPTS = /\/typescript-(?!colours)|policy-declarations|service-|runtime-text/

/** Writes `before` and `after` at once, then types `typed` between them, and waits for the completions. */
async function wordsFor(
  at: PlaygroundPage,
  [before, typed, after]: readonly [string, string, string],
): Promise<string> {
  await at.type(before + after)
  await at.page.keyboard.press('Control+End')
  for (const _ of after) await at.page.keyboard.press('ArrowLeft')
  await at.page.keyboard.type(typed, { delay: 30 })
  await at.page.waitForSelector('.cm-tooltip-autocomplete li')
  return at.text('.cm-tooltip-autocomplete')
}

/** Takes the first completion; yields the text of the editor. */
async function taken(at: PlaygroundPage): Promise<string> {
  // CodeMirror accepts no key as a choice within the first moments of a list.
  await at.page.waitForTimeout(200)
  await at.page.keyboard.press('Enter')
  await at.page.waitForSelector('.cm-tooltip-autocomplete', { state: 'detached' })
  return (await at.page.locator('.cm-line').allTextContents()).join('\n')
}

/** The position on the screen of `text` in the editor. */
function placeOf(at: PlaygroundPage, text: string): Promise<{ readonly x: number; readonly y: number }> {
  return at.page.locator('.cm-line', { hasText: text }).evaluate((line, wanted) => {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const from = node.textContent?.indexOf(wanted) ?? -1
      if (from < 0) continue
      const range = document.createRange()
      range.setStart(node, from)
      range.setEnd(node, from + 1)
      const { x, y } = range.getBoundingClientRect()
      return { x, y }
    }
    throw new Error(`no "${wanted}" in one piece`)
  }, text)
}

/** The checks. */
export const TYPESCRIPT_CHECKS: readonly PageCheck[] = [
  {
    title: 'nothing of TypeScript is loaded for a profile, and all of it for a policy',
    run: async (at) => {
      const loaded = await at.page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => name),
      )
      at.page.on('request', (request) => loaded.push(request.url()))
      await at.begin('A small allow list')
      await at.begin('A filter in assembly')
      const of = (files: RegExp): readonly string[] => loaded.filter((url) => files.test(url))
      assert.deepEqual(of(OF_TYPESCRIPT), [])
      await at.begin('no-network')
      assert.deepEqual(of(OF_SCRIPTS), [])
      await at.begin(POLICY)
      for (const name of ['typescript-mode', 'typescript-', 'policy-declarations'])
        assert.ok(
          loaded.some((url) => url.includes(name)),
          `${name} is not among ${loaded.join(' ')}`,
        )
    },
  },
  {
    title: 'the editor completes a call of a policy',
    run: async (at) => {
      const words = await wordsFor(at, [
        `${HEAD}export default policy({ default: 'deny' }).allow('`,
        'rea',
        "')",
      ])
      for (const call of ['read', 'readv', 'readlinkat']) assert.match(words, new RegExp(call))
      assert.match(await taken(at), /\.allow\('read'\)$/)
    },
  },
  {
    title: 'the editor completes an argument of the call, before the callback is whole',
    run: async (at) => {
      const words = await wordsFor(at, [
        `${HEAD}export default policy({ default: 'deny' }).allow('socket', ({ `,
        'fam',
        '',
      ])
      assert.match(words, /family/)
      assert.match(await taken(at), /\(\{ family$/)
    },
  },
  {
    title: 'the editor completes a constant, and imports it',
    run: async (at) => {
      const words = await wordsFor(at, [
        `${HEAD}export default policy({ default: 'deny' }).allow('socket', ({ family }) => family.eq(`,
        'AF_UNI',
        '))',
      ])
      assert.match(words, /AF_UNIX/)
      assert.match(
        await taken(at),
        /^import \{ policy, AF_UNIX \} from 'seccompile'\n.*family\.eq\(AF_UNIX\)\)$/,
      )
      // The cursor stands behind the word.
      await at.page.keyboard.type('2')
      await at.waitFor('.pg-notes', /line 2:86.*AF_UNIX2/)
    },
  },
  {
    title: 'an error of types stands at its place, and a right policy has none',
    run: async (at) => {
      await at.type(`${HEAD}export default policy({ default: 'deny' }).allow('raed', 'write')\n`)
      assert.match(
        await at.text('.pg-notes'),
        /^error line 2:50 no system call is named "raed"; did you mean "read"\?$/,
      )
      assert.equal(await at.text('.pg-mark.pg-error'), "'raed'")
      await at.type(`${HEAD}export default policy({ default: 'deny' ).allow('read')\n`)
      assert.match(await at.text('.pg-notes'), /line 2:41 expected ","/)
      await at.begin(POLICY)
      assert.equal(await at.text('.pg-notes'), '')
      assert.equal(await at.page.locator('.pg-mark.pg-error').count(), 0)
    },
  },
  {
    title: 'a word of a policy is explained under the pointer',
    run: async (at) => {
      await at.begin(POLICY)
      const { x, y } = await placeOf(at, 'policy({')
      await at.page.mouse.move(x + 3, y + 3)
      await at.waitFor('.pg-about', /A policy without rules/)
    },
  },
  {
    title: 'a policy says where TypeScript cannot be loaded, and the next key tries again',
    run: async (at, open) => {
      const other = await open('')
      const files = '**/policy-declarations*'
      await other.page.context().route(files, (route) => route.abort())
      await other.begin(POLICY)
      assert.match(await other.text('.pg-notes'), /TypeScript cannot be loaded/)
      await other.page.context().unroute(files)
      await other.page.click('.cm-content')
      await other.page.keyboard.press('Control+End')
      await other.page.keyboard.press('Space')
      await other.answered()
      assert.equal(await other.text('.pg-notes'), '')
      await other.close()
      assert.deepEqual(at.trouble, [])
    },
  },
  {
    title: 'a policy that is nested without end does no harm',
    run: async (at) => {
      await at.type(`export default ${'['.repeat(20_000)}`)
      assert.match(await at.text('.pg-notes'), /nest it less deeply/)
      await at.begin(POLICY)
      assert.equal(await at.text('.pg-notes'), '')
    },
  },
]
