import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { withRelay } from '../src/run/signals.ts'

describe.skipIf(process.platform !== 'linux')('the relay of signals', () => {
  it('sends a signal to the command, and none to its id once the command has ended', async () => {
    // This process stands for another one that gets the id of the command.
    const other = spawn(
      'sh',
      ['-c', 'trap "echo USR1" USR1; trap "echo HUP" HUP; echo ready; while read line; do :; done'],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    )
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
      expect(await line()).toBe('ready\nUSR1\n')
      onEnd()
      process.kill(process.pid, 'SIGHUP')
      await once(signal, 'abort')
    })
    other.stdin.end()
    await once(other, 'close')
    expect(out).toBe('ready\nUSR1\n')
  })
})
