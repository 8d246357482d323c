/*
 * What happens where the program does not listen itself, and so ends, is seen with the command as a process of its own:
 * packages/seccompile/test/process.long.test.ts.
 */
import { describe, expect, it } from 'vitest'
import { undoneByTheEnd } from '../src/native/undone-by-the-end.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const counts = (): readonly number[] => [...SIGNALS, 'exit'].map((name) => process.listenerCount(name))

/** Sends `signal` to this process while `listener` hears it, and waits until it has. */
async function heard(signal: NodeJS.Signals, how: 'on' | 'once', work: () => void): Promise<void> {
  const told = new Promise<void>((resolve) => process[how](signal, resolve))
  const before = process.rawListeners(signal).at(-1) as () => void
  try {
    work()
    process.kill(process.pid, signal)
    await told
    await new Promise((resolve) => setImmediate(resolve))
  } finally {
    process.off(signal, before)
  }
}

describe.skipIf(process.platform === 'win32')('undoneByTheEnd', () => {
  it('yields what the work does, and listens to nothing after it', async () => {
    const before = counts()
    expect(await undoneByTheEnd(() => undefined, async () => Promise.resolve(7))).toBe(7) // prettier-ignore
    await expect(
      undoneByTheEnd(() => undefined, async () => Promise.reject(new Error('failed'))), // prettier-ignore
    ).rejects.toThrow('failed')
    expect(counts()).toEqual(before)
  })

  it.each(['on', 'once'] as const)(
    'undoes nothing where the program hears the signal itself, by "%s"',
    async (how) => {
      for (const signal of SIGNALS) {
        let undone = 0
        let finish = (): void => undefined
        await heard(signal, how, () => {
          const end = new Promise<void>((resolve) => (finish = resolve))
          for (let i = 0; i < 3; i++) void undoneByTheEnd(() => undone++, async () => end) // prettier-ignore
        })
        expect(undone).toBe(0)
        finish()
      }
    },
  )

  it('undoes the work where the signal comes as it ends', async () => {
    // With this mark it counts as a listener of this package, which keeps the signal from ending the tests.
    const other = Object.assign(() => undefined, { seccompileUndo: true })
    for (const signal of SIGNALS) {
      let undone = 0
      process.on(signal, other)
      await undoneByTheEnd(() => undone++, async () => Promise.resolve(process.kill(process.pid, signal))) // prettier-ignore
      process.off(signal, other)
      expect(undone).toBe(1)
    }
  })

  it('makes Node warn of no leak where many run at once', async () => {
    const warnings: Error[] = []
    const warn = (warning: Error): unknown => warnings.push(warning)
    const most = process.getMaxListeners()
    process.on('warning', warn)
    const turn = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
    await Promise.all(Array.from({ length: 30 }, async () => undoneByTheEnd(() => undefined, turn)))
    await turn()
    process.off('warning', warn)
    expect(warnings).toEqual([])
    expect(process.getMaxListeners()).toBe(most)
  })
})
