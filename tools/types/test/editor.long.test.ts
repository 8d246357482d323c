import { expect, it } from 'vitest'
import { completions, PLACES } from '../src/editor.ts'

it('completes the names of calls, arguments, comparisons and ABIs', async () => {
  const found = await completions(PLACES)
  const [first, second, destructured, common, comparisons, abis, defaults] = found.map(({ names }) => names)
  // Every name, also where names already stand in the rule.
  expect(first).toEqual(expect.arrayContaining(['socket', 'socketpair', 'open']))
  expect(second).toEqual(expect.arrayContaining(['socket', 'socketpair', 'open']))
  expect(destructured?.toSorted()).toEqual(['family', 'protocol', 'type'])
  // Those that both calls have: `dfd` is one of openat alone.
  expect(common?.toSorted()).toEqual(['filename', 'flags', 'mode'])
  expect(comparisons).toEqual(expect.arrayContaining(['eq', 'notIn', 'hasAny', 'masked', 'between']))
  expect(abis).toEqual(expect.arrayContaining(['x86_64', 'aarch64']))
  expect(defaults?.toSorted()).toEqual(['allow', 'deny', 'kill', 'log'])
})
