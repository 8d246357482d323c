/*
 * Checks of policies in TypeScript on the playground: a policy becomes a filter, and a hostile policy does no harm.
 *
 * Some checks speak to the frame of the sandbox as the page does, with their own text for the Worker: the
 * restrictions of the frame must hold even without those of the runtime.
 */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { PICTURES } from '../playground/messages.ts'
import type { PageCheck } from './playground-checks.ts'
import type { PlaygroundPage } from './playground-page.ts'

const POLICY = `import { AF_UNIX, policy } from 'seccompile'

export default policy({ abis: ['x86_64'], default: 'deny' })
  .allow('read', 'write', 'exit_group')
  .allow('socket', ({ family }) => family.eq(AF_UNIX))
`
/** A policy that tests two arguments of one call, as a plane needs. */
const TWO_ARGUMENTS = `import { AF_UNIX, SOCK_STREAM, all, policy } from 'seccompile'

export default policy({ abis: ['x86_64'], default: 'deny' })
  .allow('read', 'write', 'close', 'exit_group')
  .allow('socket', ({ family, type }) => all(family.eq(AF_UNIX), type.eq(SOCK_STREAM)))
`
const LOOP = `import { policy } from 'seccompile'
for (;;) {}
export default policy({ default: 'allow' })
`
const LOOP_STOPPED = /ran longer than 3 seconds, and was stopped/

/** Types a policy and waits for the complete answer. */
const typed = (at: PlaygroundPage, lines: readonly string[]): Promise<void> =>
  at.type(`${lines.join('\n')}\n`)

/** A server that counts its requests. */
async function counted(): Promise<{
  readonly url: string
  readonly hits: readonly string[]
  readonly close: () => void
}> {
  const hits: string[] = []
  const server = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' }).end('')
  })
  server.on('upgrade', (request, socket) => {
    hits.push(request.url ?? '')
    socket.destroy()
  })
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `127.0.0.1:${port}`, hits, close: () => server.close() }
}

/**
 * The answer of a Worker with `text` in a frame with the attribute `sandbox`; `undefined` for no answer within a
 * second.
 */
const inFrame = (at: PlaygroundPage, text: string, sandbox: string | undefined): Promise<unknown> =>
  at.page.evaluate(
    async ([worker, attribute]) => {
      const frame = document.createElement('iframe')
      if (attribute !== undefined) frame.setAttribute('sandbox', attribute)
      frame.src = '/sandbox.html'
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
      document.body.append(frame)
      await loaded
      const { port1, port2 } = new MessageChannel()
      frame.contentWindow?.postMessage({ text: worker }, '*', [port2])
      const answer = await new Promise((resolve) => {
        port1.onmessage = ({ data }) => resolve(data)
        setTimeout(() => resolve(undefined), 1000)
      })
      frame.remove()
      return answer
    },
    [text, sandbox] as const,
  )

/** The hash of the address, once it holds the state of the page. */
async function hashOf(at: PlaygroundPage): Promise<string> {
  await at.page.waitForTimeout(700)
  return at.page.evaluate(() => location.hash)
}

/** The checks. */
export const POLICY_CHECKS: readonly PageCheck[] = [
  {
    title: 'policy: one in TypeScript becomes a proved filter, with warnings at the lines of its rules',
    run: async (at) => {
      await at.type(POLICY)
      await at.waitFor('.pg-glance', /Proved.*policy in TypeScript/s)
      await at.open('meaning')
      await at.waitFor('#pg-panel-meaning', /ALLOW when family == AF_UNIX/)
      await typed(at, [
        "import { arg, policy } from 'seccompile'",
        "export default policy({ abis: ['x86_64'], default: 'allow' })",
        "  .deny('ptrace')",
        "  .deny('socket', arg(0).eq(2))",
        "console.log('read', 2n)",
      ])
      assert.equal(await at.text('.pg-notes'), 'info line 5:9 console.log: read 2')
      assert.match(await at.open('findings'), /width-gap line 4:4/)
    },
  },
  {
    title: 'policy: errors stand at their line',
    run: async (at) => {
      const head = "import { policy } from 'seccompile'"
      await typed(at, [head, '', "export default policy({ default: 'deny' })", "  .allow('raed' as 'read')"])
      await at.waitFor('.pg-notes', /error line 4:4 unknown system call "raed"; did you mean "read"/)
      await typed(at, [
        head,
        'const f = (): never => {',
        "  throw new Error('mine')",
        '}',
        'export default f()',
      ])
      await at.waitFor('.pg-notes', /error line 3:9 Error: mine/)
      await typed(at, [head, "policy({ default: 'deny' })"])
      await at.waitFor('.pg-notes', /error\s+the policy has no default export/)
      await typed(at, ["import 'seccompile'", '', 'export default 5'])
      await at.waitFor('.pg-notes', /error line 3:1 expected a policy.*got 5/)
      await typed(at, [head, 'export default policy({ default: })'])
      await at.waitFor('.pg-notes', /error line 2:34/)
      // One mistake is one error, and errors of types do not keep a policy from running.
      await typed(at, [head, "export default policy({ default: 'deny' }).allow('read', 'reed')"])
      await at.waitFor('.pg-notes', /line 2:58.*reed/)
      assert.equal(await at.page.locator('.pg-notes li').count(), 1)
      await typed(at, [head, 'const text: string = 5', "export default policy({ default: 'allow' })"])
      await at.waitFor('.pg-notes', /error line 2:7/)
      await at.waitFor('.pg-glance', /Proved/)
      await at.type(POLICY)
      await at.waitFor('.pg-glance', /Proved/)
    },
  },
  {
    title: 'policy: an endless one is stopped, and the page lives on',
    run: async (at) => {
      await at.type(POLICY) // typing loads TypeScript
      const begun = Date.now()
      await at.type(LOOP)
      await at.waitFor('.pg-notes', LOOP_STOPPED)
      const took = Date.now() - begun
      assert.ok(took < 10_000, `${took} ms`)
      assert.equal(await at.page.locator('iframe').count(), 0)
      // A policy that was replaced by another text must not go on either.
      await at.page.click('.cm-content')
      await at.page.keyboard.press('Control+a')
      await at.page.keyboard.insertText(LOOP)
      await at.page.waitForSelector('iframe', { state: 'attached' })
      await at.type('preset:no-network')
      await at.waitFor('.pg-glance', /preset no-network/)
      await at.page.waitForSelector('iframe', { state: 'detached' })
      await at.type(POLICY)
      await at.waitFor('.pg-glance', /Proved/)
    },
  },
  {
    title: 'policy: one that fills the memory is stopped, and the page lives on',
    run: async (at) => {
      await typed(at, [
        "import { policy } from 'seccompile'",
        'const all: unknown[] = []',
        'for (;;) all.push(Array.from({ length: 10_000 }, (_, i) => ({ i })))',
        "export default policy({ default: 'allow' })",
      ])
      assert.match(await at.text('.pg-notes'), /error/)
      await at.type(POLICY)
      await at.waitFor('.pg-glance', /Proved/)
    },
  },
  {
    title: 'policy: no global of the network, of Workers or of storage is there',
    run: async (at) => {
      const server = await counted()
      const names =
        'fetch XMLHttpRequest WebSocket WebTransport EventSource importScripts Worker SharedWorker BroadcastChannel indexedDB caches navigator postMessage setTimeout addEventListener self onmessage WebAssembly'
      await typed(at, [
        "import { policy } from 'seccompile'",
        'const all = globalThis as unknown as Record<string, unknown>',
        `const found = '${names}'.split(' ').filter((name) => all[name] !== undefined)`,
        "console.log('found', found)",
        `try { Function('return import("http://${server.url}/function")')() } catch (error) { console.log('caught', String(error).slice(0, 40)) }`,
        "export default policy({ default: 'allow' })",
      ])
      const notes = await at.waitFor('.pg-notes', /caught/)
      assert.match(notes, /found \[\]/)
      assert.match(notes, /caught EvalError/)
      assert.deepEqual(server.hits, [])
      server.close()
    },
  },
  {
    title: 'policy: the frame forbids every request, whatever the Worker holds',
    run: async (_at, open) => {
      const at = await open('')
      const server = await counted()
      const http = `http://${server.url}`
      const tries = `
const said = {}
const attempt = async (name, make) => {
  try { said[name] = String(await make()) } catch (error) { said[name] = 'no: ' + error.name }
}
const settled = (thing) => new Promise((resolve, reject) => {
  thing.onopen = () => resolve('open')
  thing.onmessage = () => resolve('message')
  thing.onerror = () => reject(new Error())
})
;(async () => {
  await attempt('fetch', () => fetch('${http}/fetch', { mode: 'no-cors' }))
  await attempt('site', () => fetch('${new URL(at.page.url()).origin}/playground.html', { mode: 'no-cors' }))
  await attempt('socket', () => settled(new WebSocket('ws://${server.url}/socket')))
  await attempt('events', () => settled(new EventSource('${http}/events')))
  await attempt('scripts', () => importScripts('${http}/scripts.js'))
  await attempt('module', () => import('${http}/module.js'))
  await attempt('eval', () => eval('1'))
  await attempt('worker', () => settled(new Worker('${http}/worker.js')))
  await attempt('inner', () => settled(new Worker(URL.createObjectURL(new Blob([
    "fetch('${http}/inner', { mode: 'no-cors' }).then(() => postMessage(1), () => setTimeout(() => { throw 1 }))"
  ])))))
  await attempt('storage', () => new Promise((yes, no) => {
    const request = indexedDB.open('x'); request.onsuccess = yes; request.onerror = () => no(new Error())
  }))
  postMessage(JSON.stringify(said))
})()`
      const answer = await inFrame(at, tries, 'allow-scripts')
      const said = JSON.parse(String(answer)) as Readonly<Record<string, string>>
      for (const [name, outcome] of Object.entries(said)) assert.match(outcome, /^no: /, name)
      assert.equal(Object.keys(said).length, 10)
      assert.deepEqual(server.hits, [])
      await at.close()
      server.close()
    },
  },
  {
    title:
      'policy: the page of the sandbox does nothing outside a sandbox, and takes one message of a Worker',
    run: async (at) => {
      assert.equal(await inFrame(at, "postMessage('harm')", undefined), undefined)
      assert.equal(await inFrame(at, "postMessage('one'); postMessage('two')", 'allow-scripts'), 'one')
      const flood = "for (;;) postMessage('x'.repeat(1000))"
      assert.equal(await inFrame(at, flood, 'allow-scripts'), 'x'.repeat(1000))
      assert.equal(await inFrame(at, 'postMessage({ text: 1 })', 'allow-scripts'), '')
      assert.equal(await inFrame(at, "postMessage('x'.repeat(5e6))", 'allow-scripts'), '')
    },
  },
  {
    title: 'policy: forged messages and outcomes change nothing',
    run: async (at) => {
      await at.type(POLICY)
      await at.waitFor('.pg-glance', /Proved/)
      const before = await at.text('.pg-glance')
      const forged = {
        kind: 'policy',
        policy: '{"defaultAction":{"action":"ALLOW","data":0},"rules":[]}',
        printed: [],
      }
      const frame = at.page.frames().find((each) => each.url().endsWith('/sandbox.html'))
      assert.ok(frame)
      await frame.evaluate((text) => {
        window.parent.postMessage(text, '*')
        window.parent.postMessage({ kind: 'filter', id: 1, answer: { part: 'end', ms: 1 } }, '*')
      }, JSON.stringify(forged))
      await at.page.evaluate((text) => window.postMessage(text, '*'), JSON.stringify(forged))
      await at.page.waitForTimeout(300)
      assert.equal(await at.text('.pg-glance'), before)
      const markup = '<img src=x onerror=globalThis.harmed=1>'
      for (const text of [
        '[[[[',
        '{"__proto__":{"harmed":1},"rules":[],"defaultAction":{"action":"ALLOW","data":0}}',
        `{"rules":[],"defaultAction":{"action":"${markup}","data":0}}`,
      ]) {
        await typed(at, [
          "import { policy } from 'seccompile'",
          'let n = 0',
          `JSON.stringify = () => (n++ === 0 ? ${JSON.stringify(text)} : '{"kind":"policy"}')`,
          "export default policy({ default: 'allow' })",
        ])
        assert.match(await at.text('.pg-notes'), /error/)
        assert.equal(await at.page.locator('.pg :is(img:not(.cm-widgetBuffer), script)').count(), 0)
        assert.equal(await at.page.evaluate(() => 'harmed' in globalThis || 'harmed' in {}), false)
      }
    },
  },
  {
    title: 'policy: one that came by a link or out of a file runs after a click',
    run: async (at, open) => {
      await at.type(POLICY)
      await at.waitFor('.pg-glance', /Proved/)
      const hash = await hashOf(at)
      const other = await open(hash)
      await other.waitFor('.pg-consent', /script and came by a link/)
      assert.equal(await other.page.locator('iframe').count(), 0)
      assert.equal(await other.text('.pg-glance'), '')
      // Typing is no consent.
      await other.page.click('.cm-content')
      await other.page.keyboard.press('Control+End')
      await other.page.keyboard.type('// mine')
      await other.answered()
      await other.waitFor('.pg-consent', /came by a link/)
      assert.equal(await other.page.locator('iframe').count(), 0)
      await other.page.click('.pg-consent button')
      await other.waitFor('.pg-glance', /Proved/)
      assert.equal(await other.page.locator('.pg-consent').count(), 0)
      await other.type(`${POLICY}// and again`)
      await other.waitFor('.pg-glance', /Proved/)
      // Consent is not in the address.
      const third = await open(await hashOf(other))
      await third.waitFor('.pg-consent', /came by a link/)
      await third.page.setInputFiles('#pg-file', {
        name: 'policy.ts',
        mimeType: 'text/plain',
        buffer: Buffer.from(POLICY),
      })
      await third.waitFor('.pg-consent', /came out of a file/)
      assert.equal(await third.page.locator('iframe').count(), 0)
      assert.deepEqual([...other.trouble, ...third.trouble], [])
      await other.close()
      await third.close()
    },
  },
  {
    title:
      'policy: one has every picture, and the picture of its difference from another stands above the text',
    run: async (at) => {
      await at.type(TWO_ARGUMENTS)
      await at.waitFor('.pg-glance', /policy in TypeScript/)
      await at.open('pictures')
      for (const kind of PICTURES) {
        await at.page.selectOption('#pg-picture', kind)
        await at.page.waitForSelector(
          `#pg-panel-pictures .pg-canvas[aria-busy="false"] svg [id="pg-${kind}-title"]`,
          { state: 'attached' },
        )
      }
      await at.open('difference')
      await at.page.fill('#pg-other', POLICY)
      await at.waitFor('#pg-panel-difference', /x86_64: \d+ calls? .*\(A → B\)/)
      const picture = await at.page.locator('#pg-panel-difference .pg-canvas svg').boundingBox()
      const text = await at.page.locator('#pg-panel-difference .pg-lines').boundingBox()
      assert.ok(picture !== null && text !== null && picture.y < text.y)
    },
  },
  {
    title: 'policy: errors of the text to compare with are shown beside the difference, and lead into it',
    run: async (at) => {
      await at.begin('no-network')
      await at.open('difference')
      await at.page.fill('#pg-other', POLICY.replace('export', "const n: number = 'one'\nexport"))
      await at.waitFor('#pg-panel-difference', /expected number; got string.*x86_64: \d+ calls? .*\(A → B\)/)
      await at.page.click('#pg-panel-difference .pg-link >> text=line 3:7')
      const place = await at.page.evaluate(() => {
        const field = document.querySelector<HTMLTextAreaElement>('#pg-other')
        return document.activeElement === field ? field?.selectionStart : undefined
      })
      assert.equal(place, POLICY.indexOf('export') + 'const '.length)
      await at.page.fill('#pg-other', 'preset:no-tracing')
      await at.waitFor('#pg-panel-difference', /^((?!expected number).)*x86_64: \d+ calls? .*\(A → B\)/)
    },
  },
  {
    title: 'policy: the text to compare with may be one, and asks too where it came by a link',
    run: async (at, open) => {
      await at.begin('no-network')
      await at.open('difference')
      await at.page.fill('#pg-other', POLICY)
      await at.waitFor('#pg-panel-difference', /x86_64: \d+ calls? .*\(A → B\)/)
      const other = await open(await hashOf(at))
      await other.waitFor('#pg-panel-difference', /script and came by a link/)
      assert.equal(await other.page.locator('iframe').count(), 0)
      await other.page.click('#pg-panel-difference .pg-consent button')
      await other.waitFor('#pg-panel-difference', /x86_64: \d+ calls? .*\(A → B\)/)
      assert.deepEqual(other.trouble, [])
      await other.close()
    },
  },
]
