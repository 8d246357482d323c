/* Checks of what a person sees without a step, and while typing: the page always shows a result. */
import assert from 'node:assert/strict'
import type { PageCheck } from './playground-checks.ts'
import type { PlaygroundPage } from './playground-page.ts'

const PROFILE = JSON.stringify({
  defaultAction: 'SCMP_ACT_ERRNO',
  architectures: ['SCMP_ARCH_X86_64'],
  syscalls: [{ names: ['read', 'ptrace'], action: 'SCMP_ACT_ALLOW' }],
})

const isGrey = ({ page }: PlaygroundPage): Promise<boolean> =>
  page.locator('.pg-glance').evaluate((glance) => getComputedStyle(glance).filter === 'grayscale(1)')

/** The hash of the address, once it holds the state of the page. */
async function linkOf({ page }: PlaygroundPage): Promise<string> {
  await page.waitForTimeout(700)
  return page.evaluate(() => location.hash)
}

/** The checks. */
export const OPENING_CHECKS: readonly PageCheck[] = [
  {
    title:
      'opening: the page has a small policy, its result and a traced call, and an address without a hash',
    run: async (at) => {
      assert.match(await at.text('.cm-content'), /"defaultAction": "SCMP_ACT_ERRNO"/)
      assert.match(await at.text('.pg-glance'), /Proved/)
      await at.waitFor('.pg-result', /ERRNO.*socket\(family=AF_INET/)
      assert.equal(await linkOf(at), '')
    },
  },
  {
    title: 'opening: a link opens with its result, and one of an emptied page is empty',
    run: async (at, open) => {
      await at.begin('A filter in assembly')
      const link = await linkOf(at)
      const other = await open(link)
      await other.waitFor('.pg-glance', /Proved.*assembly/)
      await other.waitFor('.pg-result', /openat/)
      assert.deepEqual(other.trouble, [])
      await other.close()
      await at.type(' ')
      const empty = await open(await linkOf(at))
      await empty.waitFor('.pg-status', /Paste a profile/)
      assert.equal((await empty.text('.cm-content')).trim(), '')
      await empty.close()
    },
  },
  {
    title: 'opening: a preset is its source, runs without a script, has a short link, and can be changed',
    run: async (at, open) => {
      await at.begin('no-network')
      assert.match(await at.text('.cm-content'), /^import \{ .*export default policy\(\{ name: 'no-network'/s)
      assert.match(await at.text('.pg-glance'), /Proved.*preset no-network/s)
      assert.equal(await at.page.locator('iframe').count(), 0)
      const link = await linkOf(at)
      assert.ok(link.length < 100, `${link.length} characters`)
      const other = await open(link)
      await other.waitFor('.cm-content', /export default policy/)
      await other.waitFor('.pg-glance', /Proved.*preset no-network/)
      assert.equal(await other.page.locator('.pg-consent').count(), 0)
      await other.close()
      await at.page.click('.cm-content')
      await at.page.keyboard.press('Control+End')
      await at.page.keyboard.type("  .deny('ptrace')")
      await at.waitFor('.pg-glance', /Proved.*policy in TypeScript/)
      await at.page.fill('#pg-call', 'ptrace')
      await at.waitFor('.pg-result', /ERRNO/)
    },
  },
  {
    title:
      'typing: the last result stays in grey while the text has an error, and the error is beside the text',
    run: async (at) => {
      await at.type(PROFILE)
      const glance = await at.text('.pg-glance')
      const meaning = await at.open('meaning')
      assert.equal(await isGrey(at), false)
      await at.type(PROFILE.replace('SCMP_ACT_ALLOW', 'SCMP_ACT_ALOW'))
      assert.match(
        await at.text('.pg-in .pg-notes'),
        /^error line 1:\d+ .*SCMP_ACT_ALOW.*did you mean "SCMP_ACT_ALLOW"/,
      )
      assert.match(await at.text('.pg-status'), /No filter: see the error\. In grey: the last filter\./)
      assert.equal(await isGrey(at), true)
      assert.equal(await at.text('.pg-glance'), glance)
      assert.equal(await at.text('#pg-panel-meaning'), meaning)
      // Calls are answered for the grey filter, and its bytes are not saved for the text beside it.
      await at.page.fill('#pg-call', 'ptrace')
      await at.waitFor('.pg-result', /ALLOW.*ptrace/)
      assert.ok(await at.page.isDisabled('.pg-bar button >> text=Download'))
      await at.type(PROFILE.replace('ptrace', 'mkdir'))
      assert.equal(await isGrey(at), false)
      assert.equal(await at.text('.pg-notes'), '')
      await at.waitFor('#pg-panel-meaning', /mkdir/)
      assert.ok(await at.page.isEnabled('.pg-bar button >> text=Download'))
    },
  },
  {
    title: 'typing: a warning stands once: about the text beside it, and about the filter among the findings',
    run: async (at) => {
      await at.type(PROFILE.replace('ptrace', 'ptrce'))
      assert.match(await at.text('.pg-notes'), /line 1:\d+ .*"ptrce".*did you mean "ptrace"\?/)
      assert.doesNotMatch(await at.text('#pg-panel-findings'), /ptrce/)
      await at.begin('A deny list with a gap')
      assert.equal(await at.text('.pg-notes'), '')
      assert.equal((await at.text('#pg-panel-findings')).match(/width-gap/g)?.length, 1)
      assert.equal(await at.page.locator('.pg-mark').count(), 1)
    },
  },
  {
    title: 'typing: pictures and passes are those of the grey filter',
    run: async (at) => {
      await at.type(PROFILE)
      await at.open('pictures')
      await at.page.waitForSelector('.pg-canvas svg')
      await at.type(`${PROFILE},`)
      await at.page.selectOption('#pg-picture', 'barcode')
      await at.page.waitForSelector('#pg-panel-pictures svg [id="pg-barcode-title"]', { state: 'attached' })
      await at.open('passes')
      await at.waitFor('#pg-panel-passes', /ptrace/)
      assert.equal(await isGrey(at), true)
    },
  },
  {
    title: 'typing: the errors of a policy in TypeScript are in our words',
    run: async (at) => {
      const head = "import { policy } from 'seccompile'\nexport default policy({ default: 'deny' })"
      for (const [rest, said] of [
        [".allow('ptrce')", /^error line 2:50 no system call is named "ptrce"; did you mean "ptrace"\?$/],
        [".alow('ptrace')", /error line 2:44 a policy has no "alow"; did you mean "allow"\?/],
        [".allow('ptrace'", /error line 2:58 expected "\)"/],
      ] as const) {
        await at.type(`${head}${rest}`)
        const notes = await at.text('.pg-notes')
        assert.match(notes, said)
        assert.doesNotMatch(notes, /assignable|does not exist on type|' expected/)
      }
    },
  },
]
