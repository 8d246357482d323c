/* The soak of units: it finds a reading that is wrong, and none in random units. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { unitDifference } from '../src/check-unit.ts'
import { randomUnit } from '../src/random-units.ts'
import { systemdFilters, whyNot } from '../src/systemd-oracle.ts'

const why = whyNot()
if (why !== undefined) console.error(`NOT RUN: units against systemd: ${why}`)

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

it.runIf(why === undefined)('reads what systemd attaches, and sees a filter of another unit', async () => {
  const texts = [
    '[Service]\nSystemCallFilter=read\nSystemCallErrorNumber=EPERM\n',
    '[Service]\nSystemCallFilter=read openat\nSystemCallErrorNumber=EPERM\n',
    '[Service]\nSystemCallFilter=read\nSystemCallFilter=~bpf:ENOSYS\n',
    '[Service\nSystemCallFilter=read\n',
    ...fc.sample(randomUnit, { seed: 42, numRuns: 40 }),
  ]
  const answers = await systemdFilters(texts.map(bytes))
  expect(answers.slice(0, 4).map(({ state }) => state)).toEqual(['started', 'started', 'failed', 'unloaded'])
  expect(texts.flatMap((text, i) => unitDifference(text, answers[i]!) ?? [])).toEqual([])
  expect(unitDifference(texts[1]!, answers[0]!)).toBe(
    'arch 0xc000003e, number 257: ALLOW as read, ERRNO(1) by systemd',
  )
  expect(unitDifference(texts[0]!, answers[2]!)).toBe('started as read, failed by systemd')
})
