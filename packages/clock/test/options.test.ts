/* Options that are wrong: the error comes before anything is started. */
import { bench, benchAttach, getppidCall, isHarmless, isTimeable } from '@seccompile/clock'
import { expect, it } from 'vitest'

/** The `code` and message of the error that `work` ends with. */
async function errorOf(work: () => unknown): Promise<unknown> {
  try {
    return { ended: await work() }
  } catch (error) {
    const { name, code, message } = error as { name: string; code?: string; message: string }
    return name === 'KernelError' ? `${code}: ${message}` : error
  }
}

it.each([{}, null, 7, [], { aborted: false }, { aborted: false, addEventListener: () => {} }])(
  'refuses a signal that is none: %j',
  async (signal) => {
    const options = { signal } as never
    for (const timing of [() => bench([], [getppidCall()], options), () => benchAttach([], options)])
      expect(await errorOf(timing)).toContain('E_ARGUMENT: options.signal: expected an AbortSignal')
  },
)

it.each([
  [() => bench([], [], { round: 1 } as never), 'options: unknown key "round"; did you mean "rounds"?'],
  [() => isHarmless({ name: 'kill' } as never), 'call.calls: expected a list; got undefined'],
  [() => isTimeable(null as never), 'call: expected an object; got null'],
  [() => benchAttach([{ programs: [] }] as never), 'filters[0].name: expected text; got undefined'],
] as const)('says which field is wrong: %s', async (work, message) => {
  expect(await errorOf(work)).toBe(`E_ARGUMENT: ${message}`)
})
