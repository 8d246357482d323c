import { tmpdir } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { steps } from '../src/steps.ts'

test.skipIf(process.platform === 'win32')(
  'a program that ignores the first signal ends at the second',
  async () => {
    const programs = steps(tmpdir())
    const run = programs.run(tmpdir(), 'sh', '-c', "trap '' TERM; for i in $(seq 80); do sleep 0.1; done")
    const message = expect.stringContaining('it ended by SIGKILL') as string
    const ended = expect(run).rejects.toMatchObject({ code: 'E_STEP', message })
    await setTimeout(300) // until sh has set its trap
    programs.stop()
    await setTimeout(300)
    programs.stop()
    await ended
    await expect(programs.run(tmpdir(), 'sh', '-c', ':')).rejects.toThrow('the release was stopped')
  },
)
