import { expect, it } from 'vitest'
import { startAttempts } from '../src/attempts.ts'

/** A thread that answers with the result of `body`, a function of the name and the seed of a job. */
function script(body: string): URL {
  const text = `import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ name, seed }) => { ${body} })`
  return new URL(`data:text/javascript,${encodeURIComponent(text)}`)
}

const BY_NAME = script(`
  if (name === 'holds') parentPort.postMessage({})
  if (name === 'fails') parentPort.postMessage({ message: 'with ' + seed })
  if (name === 'loops') for (;;);
  if (name === 'throws') throw new TypeError('thrown')
  if (name === 'exits') process.exit(3)
`)

it('yields what is wrong, or nothing', async () => {
  const { attempt, stop } = startAttempts(BY_NAME, 60_000)
  expect(await attempt('holds', 1)).toBeUndefined()
  expect(await attempt('fails', 2)).toBe('with 2')
  expect(await attempt('holds', 3)).toBeUndefined()
  await stop()
})

it('gives up what does not end, and goes on in another thread', async () => {
  const { attempt, stop } = startAttempts(BY_NAME, 1500)
  expect(await attempt('loops', 1)).toBe('did not end within 1.5 s')
  expect(await attempt('fails', 2)).toBe('with 2')
  await stop()
})

it('takes a thread that dies for a failure, and goes on in another', async () => {
  const { attempt, stop } = startAttempts(BY_NAME, 60_000)
  expect(await attempt('throws', 1)).toMatch(/^the thread failed: TypeError: thrown/)
  expect(await attempt('exits', 1)).toBe('the thread ended with 3')
  expect(await attempt('holds', 1)).toBeUndefined()
  await stop()
})

it('stops in the middle', async () => {
  const { attempt, stop } = startAttempts(BY_NAME, 60_000)
  const pending = attempt('loops', 1)
  await stop()
  expect(await pending).toBeUndefined()
  expect(await attempt('fails', 2)).toBeUndefined()
})
