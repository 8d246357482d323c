/*
 * Checks of the playground in a browser, one for each feature.
 *
 * A check throws where the page behaves differently. Trouble on the page, such as a console message or a request to
 * another site, fails the check during which it occurs.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { hostileTexts } from './hostile-texts.ts'
import { playgroundPage } from './playground-page.ts'
import type { PlaygroundPage } from './playground-page.ts'

/** A check; its title states the property. */
export interface PageCheck {
  readonly title: string
  readonly run: (at: PlaygroundPage, open: (hash: string) => Promise<PlaygroundPage>) => Promise<void>
}

const ALLOW_LIST = 'A small allow list'
const DENY_LIST = 'A deny list with a gap'

/** The checks. */
export const CHECKS: readonly PageCheck[] = [
  {
    title: 'a profile becomes a proved filter, beside list, none and the shape of libseccomp',
    run: async (at) => {
      await at.begin(ALLOW_LIST)
      assert.match(await at.text('.pg-glance'), /Proved/)
      const table = await at.open('compare')
      for (const name of ['speed', 'size', 'smallest', 'list', 'none', 'libseccomp'])
        assert.match(table, new RegExp(name))
      const speed = Number(await at.text('.pg-chosen td:nth-child(2)'))
      assert.ok(speed > 10 && speed < 100, `${speed} instructions`)
    },
  },
  {
    title: 'the listing has names, and the meaning names calls and conditions',
    run: async (at) => {
      await at.begin(ALLOW_LIST)
      await at.open('listing')
      await at.waitFor('#pg-panel-listing', /A = family/)
      await at.open('meaning')
      await at.waitFor('#pg-panel-meaning', /ALLOW when \(u64\)family == AF_UNIX/)
    },
  },
  {
    title: 'a finding has a call, and the emulator traces it',
    run: async (at) => {
      await at.begin(DENY_LIST)
      assert.match(await at.text('#pg-panel-findings'), /width-gap.*setpriority\(which=0x100000002\)/s)
      await at.page.click('.pg-finding .pg-link >> text=trace it')
      await at.waitFor('.pg-result', /ALLOW.*instructions executed/)
      await at.open('listing')
      await at.page.waitForSelector('.pg-line.pg-runs >> nth=2')
    },
  },
  {
    title: 'a call is typed with names of arguments and constants',
    run: async (at) => {
      await at.begin(ALLOW_LIST)
      await at.page.fill('#pg-call', 'socket AF_UNIX SOCK_STREAM|SOCK_CLOEXEC 0')
      await at.waitFor('.pg-result', /ALLOW.*family=AF_UNIX/)
      await at.page.fill('#pg-call', 'socket family=AF_INET')
      await at.waitFor('.pg-result', /ERRNO\(EPERM\)/)
      await at.page.fill('#pg-call', 'socket AF_IN')
      await at.waitFor('.pg-usage', /int family/)
      await at.page.waitForSelector('#pg-calls option[value="socket AF_INET6"]', { state: 'attached' })
      await at.page.fill('#pg-call', 'sockett')
      await at.waitFor('.pg-result', /did you mean "socket"/)
    },
  },
  {
    title: 'an error stands at its place in the editor, and its place is a link',
    run: async (at) => {
      await at.begin('A profile with a mistake')
      assert.match(await at.text('.pg-notes'), /line 6:17.*SCMP_ACT_ALOW.*did you mean "SCMP_ACT_ALLOW"/s)
      assert.match(await at.text('.pg-mark.pg-error'), /SCMP_ACT_ALOW/)
      await at.page.click('.pg-notes .pg-link')
      assert.ok(await at.page.evaluate(() => document.activeElement?.classList.contains('cm-content')))
      await at.type('{ "defaultAction": ')
      assert.match(await at.text('.pg-notes'), /error/)
    },
  },
  {
    title: 'the editor completes the words of a profile',
    run: async (at) => {
      await at.type(
        '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["openat"],"action":"SCMP_ACT_ALLOW"}]}',
      )
      await at.page.keyboard.press('Control+Home')
      for (let i = 0; i < '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["openat'.length; i += 1)
        await at.page.keyboard.press('ArrowRight')
      await at.page.keyboard.type('2', { delay: 30 })
      await at.page.waitForSelector('.cm-tooltip-autocomplete')
      assert.match(await at.text('.cm-tooltip-autocomplete'), /openat2/)
    },
  },
  {
    title: 'a raw filter is read as hex, base64, a listing and assembly, and made better',
    run: async (at) => {
      await at.begin('A raw filter in hex')
      assert.match(await at.text('.pg-glance'), /Proved.*raw filter in hex/s)
      assert.match(await at.open('compare'), /as given/)
      await at.begin('A filter in assembly')
      assert.match(await at.text('.pg-glance'), /assembly/)
      await at.type('BgAAAAAA/38=')
      assert.match(await at.text('.pg-glance'), /base64/)
      await at.type(
        ' line  CODE  JT   JF      K\n=================================\n 0000: 0x06 0x00 0x00 0x7fff0000  return ALLOW\n',
      )
      assert.match(await at.text('.pg-glance'), /listing/)
      await at.type('06 00 00 00 00 00 ff')
      assert.match(await at.text('.pg-notes'), /8 for each instruction/)
    },
  },
  {
    title: 'a file is opened, bytes or text, and the filter is saved as the kernel reads it',
    run: async (at) => {
      const bytes = Buffer.from(
        '20000000040000001500000 13e0000c006000000000 0ff7f0600000000000080'.replaceAll(' ', ''),
        'hex',
      )
      await at.page.setInputFiles('#pg-file', {
        name: 'a.bpf',
        mimeType: 'application/octet-stream',
        buffer: bytes,
      })
      await at.waitFor('.pg-glance', /raw filter in hex/)
      await at.page.waitForSelector('.pg-bar button:enabled >> text=Download')
      const [download] = await Promise.all([
        at.page.waitForEvent('download'),
        at.page.click('.pg-bar button >> text=Download'),
      ])
      assert.equal(download.suggestedFilename(), 'filter.bpf')
      assert.deepEqual(readFileSync(await download.path()), bytes)
    },
  },
  {
    title: 'ABIs, kernel, objective and pipeline are chosen',
    run: async (at) => {
      await at.begin(ALLOW_LIST)
      await at.page.fill('#pg-abis', 'aarch64')
      await at.waitFor('.pg-glance', /· aarch64 ·/)
      await at.page.selectOption('#pg-pipeline', 'none')
      await at.page.selectOption('#pg-objective', 'bitmap')
      await at.page.fill('#pg-kernel', '4.19')
      await at.answered()
      await at.waitFor('.pg-glance', /Proved.*· aarch64 ·/)
      await at.page.fill('#pg-abis', 'aarch65')
      await at.waitFor('.pg-notes', /did you mean "aarch64"/)
    },
  },
  {
    title: 'presets, the IR after each pass, and the difference of two',
    run: async (at) => {
      await at.begin('no-network')
      assert.match(await at.text('.pg-glance'), /preset no-network/)
      await at.open('passes')
      await at.page.waitForSelector('#pg-panel-passes select')
      assert.match(await at.text('#pg-panel-passes select'), /bst.*lower/s)
      await at.open('difference')
      await at.page.fill('#pg-other', 'preset:no-tracing')
      await at.waitFor('#pg-panel-difference', /x86_64: \d+ calls? .*\(A → B\)/)
      await at.type('preset:')
      await at.waitFor('#pg-panel-difference', /A, has no filter to compare with/)
    },
  },
  {
    title: 'the state is in the address, and a link brings it back',
    run: async (at, open) => {
      await at.begin(DENY_LIST)
      await at.open('meaning')
      await at.page.waitForFunction(() => location.hash.startsWith('#p='))
      await at.page.waitForTimeout(600)
      const hash = await at.page.evaluate(() => location.hash)
      const other = await open(hash)
      await other.waitFor('.pg-glance', /Proved/)
      await other.waitFor('#pg-panel-meaning', /setpriority/)
      assert.equal(await other.page.getAttribute('#pg-tab-meaning', 'aria-selected'), 'true')
      assert.deepEqual(other.trouble, [])
      await other.close()
      for (const cut of ['#p=AAAA', hash.slice(0, -10), `#p=${'A'.repeat(300_000)}`]) {
        const broken = await open(cut)
        await broken.waitFor('.pg-status', /This link cannot be read/)
        assert.deepEqual(broken.trouble, [])
        await broken.close()
      }
    },
  },
  {
    title: 'it works by the keyboard alone',
    run: async (at) => {
      await at.begin(ALLOW_LIST)
      await at.page.focus('#pg-begin')
      for (
        let i = 0;
        i < 12 && !(await at.page.evaluate(() => document.activeElement?.id === 'pg-call'));
        i += 1
      )
        await at.page.keyboard.press('Tab')
      await at.page.keyboard.type('read')
      await at.waitFor('.pg-result', /x86_64 read\(/)
      await at.page.focus('#pg-tab-findings')
      await at.page.keyboard.press('ArrowRight')
      assert.equal(await at.page.getAttribute('#pg-tab-meaning', 'aria-selected'), 'true')
      await at.page.keyboard.press('End')
      assert.equal(await at.page.evaluate(() => document.activeElement?.id), 'pg-tab-difference')
    },
  },
  {
    title: 'it fits a telephone, and nothing hangs over the edge',
    run: async (at) => {
      await at.page.setViewportSize({ width: 360, height: 740 })
      await at.begin(DENY_LIST)
      for (const tab of ['findings', 'meaning', 'listing', 'compare', 'difference']) {
        await at.open(tab)
        assert.equal(await at.page.evaluate(() => document.documentElement.scrollWidth), 360, tab)
      }
    },
  },
  {
    title: 'its policy forbids evaluated code and other servers',
    run: async (at) => {
      await at.begin(ALLOW_LIST)
      const policy = await at.page.getAttribute('meta[http-equiv=Content-Security-Policy]', 'content')
      assert.match(policy ?? '', /connect-src 'none'/)
      assert.doesNotMatch(policy ?? '', /unsafe-eval|script-src[^;]*unsafe-inline/)
    },
  },
  {
    title: 'a text that nobody compiles is not taken into the editor, pasted or dropped',
    run: async (at) => {
      await at.begin(ALLOW_LIST)
      const before = await at.text('.cm-content')
      for (const type of ['paste', 'drop'] as const) {
        const begun = Date.now()
        await at.page.evaluate((name) => {
          const data = new DataTransfer()
          data.setData('text/plain', 'x\n'.repeat(1_000_000))
          const init = { bubbles: true, cancelable: true }
          const event =
            name === 'paste'
              ? new ClipboardEvent(name, { ...init, clipboardData: data })
              : new DragEvent(name, { ...init, dataTransfer: data })
          document.querySelector('.cm-content')?.dispatchEvent(event)
        }, type)
        await at.waitFor('.pg-status', /The text has 2000000 characters; at most 1048576 are read here/)
        assert.ok(Date.now() - begun < 1000, `${Date.now() - begun} ms`)
        assert.equal(await at.text('.cm-content'), before)
        await at.page.fill('#pg-call', type)
      }
      assert.match(await at.text('.pg-glance'), /Proved/)
    },
  },
  {
    title: 'a hostile text does no harm',
    run: async (at) => {
      for (const { title, text } of hostileTexts()) {
        await at.type(text)
        const marks = 'img:not(.cm-widgetBuffer), script, iframe, [onerror]'
        assert.equal(await at.page.locator(`.pg :is(${marks})`).count(), 0, title)
        assert.equal(await at.page.evaluate(() => 'harmed' in globalThis || 'harmed' in {}), false, title)
        for (const tab of ['findings', 'meaning', 'listing']) await at.open(tab)
      }
      await at.begin(ALLOW_LIST)
      assert.match(await at.text('.pg-glance'), /Proved/)
    },
  },
]

/** Runs `check` on a page of its own. @throws Error where the page behaves differently, or has trouble */
export async function runCheck({ run }: PageCheck, browser: Browser, url: string): Promise<void> {
  const at = await playgroundPage(browser, url)
  try {
    await run(at, (hash) => playgroundPage(browser, url, { hash }))
    assert.deepEqual(at.trouble, [])
  } finally {
    await at.close()
  }
}
