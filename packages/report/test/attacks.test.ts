import { attackedFilter, ABOUT_STOPPED } from '@seccompile/lint-report'
import { policy } from '@seccompile/policy'
import { attacksSection } from '@seccompile/report'
import { expect, it } from 'vitest'
import { blocksOf, filterOf, plain, tablesOf, textsOf } from './reported.ts'

it('has attacks that are not stopped first, in the colour of what is open', async () => {
  const filter = filterOf(policy({ default: 'allow' }).deny('open_by_handle_at', 'ptrace'))
  const blocks = blocksOf(attacksSection(await attackedFilter(filter, [])))
  const marks = tablesOf(blocks)[0]!.rows.map(([mark]) => mark)
  expect(marks[0]).toEqual({ kind: 'mark', text: 'not stopped', tone: 'open' })
  const words = marks.map(plain)
  expect(words.lastIndexOf('not stopped')).toBeLessThan(words.indexOf('stopped'))
  expect(marks.find((mark) => plain(mark) === 'stopped')).toMatchObject({ tone: 'refused' })
  expect(textsOf(blocks)[0]).toContain(ABOUT_STOPPED)
})
