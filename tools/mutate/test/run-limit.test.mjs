import { expect, it } from 'vitest'
import { runLimit } from '../run-limit.mjs'

it('leaves slow tests the time to pass, since a run that is ended counts as a fault that is caught', () => {
  expect(runLimit(2_000)).toBe(90_000)
  expect(runLimit(57_000)).toBe(285_000)
})
