import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { withRelay } from '../src/run/signals.ts'

/** A program that prints the name of each signal that it gets, until SIGUSR2 ends it. */
const OTHER = `
  for (const name of ['SIGUSR1', 'SIGHUP']) process.on(name, () => console.log(name))
  process.on('SIGUSR2', () => process.exit())
  setInterval(() => {}, 1 << 30)
  console.log('ready')`

describe.skipIf(process.platform !== 'linux')('the relay of signals', () => {
  it('sends a signal to the command, and none to its id once the command has ended', async () => {
    // This process stands for another one that gets the id of the command.
    const other = spawn(process.execPath, ['-e', OTHER], { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    const line = async (): Promise<string> => {
      const [chunk] = (await once(other.stdout, 'data')) as [Buffer]
      out += chunk.toString()
      return out
    }
    await line()
    await withRelay(async ({ onStart, onEnd, signal }) => {
      onStart(other.pid!)
      process.kill(process.pid, 'SIGUSR1')
      expect(await line()).toBe('ready\nSIGUSR1\n')
      onEnd()
      process.kill(process.pid, 'SIGHUP')
      await once(signal, 'abort')
    })
    other.kill('SIGUSR2') // comes after a SIGHUP, whose number is lower
    await once(other, 'close')
    expect(out).toBe('ready\nSIGUSR1\n')
  })
})
