/* Checks of the pictures of the playground in a browser, one for each feature. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { PICTURES } from '../playground/messages.ts'
import type { PageCheck } from './playground-checks.ts'
import type { PlaygroundPage } from './playground-page.ts'

/** A profile in which two arguments of one call are tested, on two ABIs. */
const TWO_ARGUMENTS = JSON.stringify({
  defaultAction: 'SCMP_ACT_ERRNO',
  architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'],
  syscalls: [
    { names: ['read', 'write', 'exit_group'], action: 'SCMP_ACT_ALLOW' },
    {
      names: ['socket', 'socketpair'],
      action: 'SCMP_ACT_ALLOW',
      args: [
        { index: 0, value: 1, op: 'SCMP_CMP_EQ' },
        { index: 1, value: 1, op: 'SCMP_CMP_EQ' },
      ],
    },
  ],
})

/** Waits until the panel shows the picture `kind`. */
async function drawn({ page }: PlaygroundPage, kind: string): Promise<void> {
  await page.waitForSelector(`#pg-panel-pictures .pg-canvas[aria-busy="false"] svg [id="pg-${kind}-title"]`, {
    state: 'attached',
  })
}

async function choose(at: PlaygroundPage, kind: string): Promise<void> {
  await at.page.selectOption('#pg-picture', kind)
  await drawn(at, kind)
}

/** The texts of the picture in the panel. */
const pictureText = ({ page }: PlaygroundPage): Promise<string> =>
  page.locator('#pg-panel-pictures svg').evaluate((svg) => svg.textContent)

/** Types `call`, and waits until its path is marked. Yields the positions of the marks. */
async function lit({ page }: PlaygroundPage, call: string, said: string): Promise<string> {
  await page.fill('#pg-call', call)
  await page.locator('#pg-panel-pictures svg text', { hasText: `The way of ${said}` }).waitFor()
  const marks = page.locator('#pg-panel-pictures svg .way')
  assert.ok((await marks.count()) >= 3, `${await marks.count()} marks of ${call}`)
  return (await marks.evaluateAll((all) => all.map((each) => each.outerHTML))).join('')
}

/** The checks. */
export const PICTURE_CHECKS: readonly PageCheck[] = [
  {
    title: 'pictures: each kind is drawn, and says so by its title',
    run: async (at) => {
      await at.type(TWO_ARGUMENTS)
      await at.open('pictures')
      const titles = new Set<string>()
      for (const kind of PICTURES) {
        await choose(at, kind)
        titles.add((await at.text('#pg-panel-pictures svg > title')).trim())
        const width = await at.page.locator('#pg-panel-pictures svg').evaluate((svg) => svg.clientWidth)
        assert.ok(width >= 400, `${kind} is ${width} pixels wide`)
      }
      assert.equal(titles.size, PICTURES.length)
      assert.equal(await at.page.locator('#pg-panel-pictures svg').count(), 1)
    },
  },
  {
    title: 'pictures: the way of a typed call lights up, and moves when the call changes',
    run: async (at) => {
      await at.type(TWO_ARGUMENTS)
      await at.open('pictures')
      for (const kind of ['tree', 'graph', 'arcs']) {
        await at.page.fill('#pg-call', '')
        await choose(at, kind)
        await at.page.locator('#pg-panel-pictures svg .way').first().waitFor({ state: 'detached' })
        const first = await lit(at, 'socket AF_UNIX SOCK_STREAM', 'x86_64 socket(family=AF_UNIX')
        assert.match(await pictureText(at), /then ALLOW/)
        const other = await lit(at, 'read', 'x86_64 read()')
        assert.notEqual(other, first)
      }
    },
  },
  {
    title: 'pictures: the emulator and the end of the way are both in the window',
    run: async (at) => {
      for (const size of [
        { width: 1300, height: 800 },
        { width: 390, height: 740 },
      ]) {
        await at.page.setViewportSize(size)
        await at.type('preset:container-default')
        await at.open('pictures')
        for (const kind of ['tree', 'graph', 'arcs']) {
          await at.page.fill('#pg-call', '')
          await choose(at, kind)
          await lit(at, 'socket AF_VSOCK', 'x86_64 socket(family=AF_VSOCK)')
          const boxes = [at.page.locator('#pg-call'), at.page.locator('#pg-panel-pictures svg .way').last()]
          for (const box of boxes) {
            const { x, y, width, height } = (await box.boundingBox())!
            const place = `${kind} at ${size.width}: ${x} ${y} ${width} ${height}`
            assert.ok(y >= 0 && y + height <= size.height && x >= 0 && x + width <= size.width, place)
          }
        }
      }
    },
  },
  {
    title: 'pictures: a plane follows the chosen call, and the typed arguments are its dot',
    run: async (at) => {
      await at.type(TWO_ARGUMENTS)
      await at.open('pictures')
      await choose(at, 'plane')
      assert.deepEqual(await at.page.locator('#pg-plane option').allTextContents(), [
        'socket',
        'socketpair',
        'x86:socket',
        'x86:socketpair',
      ])
      await at.page.selectOption('#pg-plane', 'x86:socketpair')
      await at.page.locator('#pg-panel-pictures svg text', { hasText: 'socketpair on x86:' }).waitFor()
      await at.page.fill('#pg-call', 'socket AF_UNIX SOCK_STREAM')
      await at.page.locator('#pg-panel-pictures svg text', { hasText: 'the witness' }).waitFor()
      assert.equal(await at.page.inputValue('#pg-plane'), 'socket')
      await at.type('preset:no-tracing')
      await at.waitFor('#pg-panel-pictures', /There is no plane to draw/)
    },
  },
  {
    title: 'pictures: the difference has the barcodes of both filters above its text',
    run: async (at) => {
      await at.type(TWO_ARGUMENTS)
      await at.open('difference')
      await at.page.fill('#pg-other', TWO_ARGUMENTS.replace('"write",', ''))
      await at.waitFor('#pg-panel-difference', /x86_64: 1 call stricter, the same on \w+ \(A → B\)/)
      const picture = at.page.locator('#pg-panel-difference .pg-canvas svg')
      assert.match(
        await picture.evaluate((svg) => svg.textContent),
        /From A to B: x86_64: 1 call stricter; x86: 1 call stricter/,
      )
      const above = await picture.boundingBox()
      const text = await at.page.locator('#pg-panel-difference .pg-lines').boundingBox()
      assert.ok(above !== null && text !== null && above.y < text.y)
      await at.page.fill('#pg-other', TWO_ARGUMENTS)
      await at.waitFor('#pg-panel-difference', /The two mean the same/)
      assert.equal(await picture.count(), 0)
    },
  },
  {
    title: 'pictures: a picture that is being drawn does not hold up the answer about a filter',
    run: async (at) => {
      await at.type('preset:container-default')
      await at.page.fill('#pg-abis', 'x86_64, x86, x32')
      await at.answered()
      await at.open('pictures')
      await choose(at, 'graph')
      await at.page.selectOption('#pg-picture', 'waterfall')
      await at.page.fill('#pg-call', 'read')
      // The emulator answers while the previous picture is still shown.
      await at.waitFor('.pg-result', /x86_64 read\(\)/)
      await drawn(at, 'waterfall')
      assert.match(await pictureText(at), /after each pass|instructions executed per call/)
    },
  },
  {
    title: 'pictures: the kind is in the address',
    run: async (at, open) => {
      await at.type(TWO_ARGUMENTS)
      await at.open('pictures')
      await choose(at, 'bitmap')
      await at.page.waitForFunction(() => location.hash.startsWith('#p='))
      await at.page.waitForTimeout(600)
      const other = await open(await at.page.evaluate(() => location.hash))
      await drawn(other, 'bitmap')
      assert.equal(await other.page.inputValue('#pg-picture'), 'bitmap')
      assert.deepEqual(other.trouble, [])
      await other.close()
    },
  },
  {
    title: 'pictures: they scroll in their box on a telephone, and nothing hangs over the edge',
    run: async (at) => {
      await at.page.setViewportSize({ width: 390, height: 740 })
      await at.type(TWO_ARGUMENTS)
      await at.open('pictures')
      for (const kind of PICTURES) {
        await choose(at, kind)
        assert.equal(await at.page.evaluate(() => document.documentElement.scrollWidth), 390, kind)
      }
    },
  },
  {
    title: 'pictures: a picture is zoomed and moved by buttons, keys and the pointer',
    run: async (at) => {
      await at.type('preset:container-default')
      await at.open('pictures')
      await choose(at, 'arcs')
      const box = at.page.locator('#pg-panel-pictures .pg-canvas')
      const size = (): Promise<number> =>
        box.locator('svg').evaluate((svg) => svg.getBoundingClientRect().width)
      const place = (): Promise<readonly number[]> =>
        box.evaluate(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop])
      const first = await size()
      await at.page.click('.pg-tools button >> text=+')
      assert.ok(Math.abs((await size()) - 1.25 * first) < 2, `${await size()} of ${first}`)
      await box.focus()
      await at.page.keyboard.press('-')
      await at.page.keyboard.press('-')
      assert.ok((await size()) < first)
      await at.page.keyboard.press('f')
      const { width, height } = await box.locator('svg').evaluate((svg) => svg.getBoundingClientRect())
      const room = await box.evaluate(({ clientWidth, clientHeight }) => [clientWidth + 1, clientHeight + 1])
      assert.ok(
        width <= (room[0] ?? 0) && height <= (room[1] ?? 0),
        `${width} × ${height} in ${room.join(' × ')}`,
      )
      await at.page.keyboard.press('0')
      assert.ok(Math.abs((await size()) - first) < 1)
      const [, top = 0] = await place()
      await at.page.keyboard.press('ArrowDown')
      await at.page.waitForFunction(
        (before) => (document.querySelector('#pg-panel-pictures .pg-canvas')?.scrollTop ?? 0) > before,
        top,
      )
      const at0 = (await box.boundingBox())!
      const [, before = 0] = await place()
      await at.page.mouse.move(at0.x + 100, at0.y + 150)
      await at.page.mouse.down()
      await at.page.mouse.move(at0.x + 100, at0.y + 50, { steps: 5 })
      await at.page.mouse.up()
      const [, after = 0] = await place()
      assert.ok(after - before >= 80, `${before} to ${after}`)
    },
  },
  {
    title: 'pictures: a picture has the height of the window, and is enlarged to the whole of it',
    run: async (at) => {
      await at.type(TWO_ARGUMENTS)
      await at.open('pictures')
      await choose(at, 'arcs')
      const box = at.page.locator('#pg-panel-pictures .pg-canvas')
      assert.ok((await box.boundingBox())!.height >= 900 - 400)
      await at.page.click('.pg-tools button >> text=Enlarge')
      const large = (await box.boundingBox())!
      assert.ok(large.width >= 1300 - 40 && large.height >= 900 - 90, JSON.stringify(large))
      await drawn(at, 'arcs')
      await choose(at, 'tree')
      await at.page.keyboard.press('Escape')
      assert.equal(await at.page.locator('dialog[open]').count(), 0)
      await at.page.waitForFunction(() => document.activeElement?.textContent === 'Enlarge')
      await drawn(at, 'tree')
    },
  },
  {
    title: 'pictures: a picture is saved as SVG and as PNG, in the colours of the page',
    run: async (at) => {
      await at.type(TWO_ARGUMENTS)
      await at.open('pictures')
      await choose(at, 'barcode')
      const saved = async (kind: string): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
        const [download] = await Promise.all([
          at.page.waitForEvent('download'),
          at.page.click(`.pg-tools button >> text=${kind}`),
        ])
        return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
      }
      await at.page.click('.pg-tools button >> text=+') // a file has the size of the drawing
      const svg = await saved('SVG')
      assert.equal(svg.name, 'filter-barcode.svg')
      const text = svg.bytes.toString()
      assert.match(text, /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/)
      assert.match(text, /data-theme="light"/)
      assert.doesNotMatch(text.slice(0, 400), / style=/)
      const png = await saved('PNG')
      assert.equal(png.name, 'filter-barcode.png')
      const [, width = ''] = / width="(\d+)/.exec(text) ?? []
      assert.equal(png.bytes.readUInt32BE(16), 2 * Number(width))
      assert.ok(new Set(png.bytes).size > 100, 'the picture is empty')
      await at.page.evaluate(() => document.documentElement.classList.add('dark'))
      assert.match((await saved('SVG')).bytes.toString(), /data-theme="dark"/)
    },
  },
]
