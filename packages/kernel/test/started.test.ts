import { expect, it } from 'vitest'
import { endProcess, ending, start } from '../src/launch/started.ts'

it('sends no signal to the process that has the number of one that has ended', async () => {
  const first = start('true', [], { stdio: 'ignore' })
  await ending(first)
  const other = start('cat', [], { stdio: ['pipe', 'ignore', 'ignore'] }) // ends as soon as its input does
  endProcess(first, other.pid ?? 0)
  other.stdin?.end()
  expect(await ending(other)).toEqual({ status: 0, signal: undefined })
})
