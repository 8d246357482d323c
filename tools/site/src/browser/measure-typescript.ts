/*
 * The weight and the times of TypeScript in the playground. The times run from a text in TypeScript on the page, with
 * no part of TypeScript loaded, to the first errors, and to completions at the cursor. Times depend on the machine;
 * only the weight is checked.
 */
import { gzipSync } from 'node:zlib'
import type { Browser, Response } from 'playwright-core'
import { keepTimes, keyTimes, median } from './measure-playground.ts'
import type { PageFigure } from './measure-playground.ts'
import { playgroundPage } from './playground-page.ts'
import { POLICY } from './typescript-checks.ts'

const BEGIN = "import { policy } from 'seccompile'\nexport default policy({ default: 'deny' }).allow('rea"

/** The figures of TypeScript in the playground at `url`. */
export async function measureTypeScript(browser: Browser, url: string): Promise<readonly PageFigure[]> {
  const at = await playgroundPage(browser, url)
  const bytes = { types: 0, runtime: 0 }
  const bodies: Promise<void>[] = []
  const count = (response: Response): void => {
    if (!response.url().startsWith(url)) return // a `blob:` address: the page itself makes the text of the sandbox Worker
    const part = /\/runtime-text[.-]/.test(response.url()) ? 'runtime' : 'types'
    bodies.push(response.body().then((body) => void (bytes[part] += gzipSync(body, { level: 9 }).length)))
  }
  at.page.context().on('response', count)
  const timed = async (wait: () => Promise<unknown>): Promise<number> => {
    const begun = performance.now()
    await wait()
    return performance.now() - begun
  }
  const words = (): Promise<unknown> => at.page.waitForSelector('.cm-tooltip-autocomplete li')
  const first = await timed(() => at.begin(POLICY))
  // Later requests load the completion, which is weighed with the editor.
  at.page.context().off('response', count)
  await Promise.all(bodies)
  await at.page.click('.cm-content')
  await at.page.keyboard.press('Control+End')
  await keepTimes(at.page)
  const keys = await keyTimes(at)
  await at.type(BEGIN)
  const firstWords = await timed(async () => {
    await at.page.keyboard.type('d')
    await words()
  })
  await at.close()
  return [
    {
      title: 'TypeScript and the declarations, gzipped',
      value: bytes.types / 1000,
      unit: 'kB',
      budget: 1400,
    },
    { title: 'the runtime of policies in the sandbox', value: bytes.runtime / 1000, unit: 'kB', budget: 310 },
    { title: 'TypeScript loaded and a policy checked', value: first, unit: 'ms', budget: 5000 },
    {
      title: 'the last key to the filter of a policy, median',
      value: median(keys),
      unit: 'ms',
      budget: 150,
      best: Math.min(...keys),
    },
    { title: 'the first completion of a call', value: firstWords, unit: 'ms', budget: 1000 },
  ]
}
