import { expect, it } from 'vitest'
import { refusal } from './refusal.ts'

it.each([
  ['clauses', `exit: ${'arg0 & 1 || '.repeat(70_000)}arg0 == 1`, 'filter has more than 4096 comparisons'],
  ['filters', `read: {${'arg0 == O_DIRECTORY,'.repeat(50_000)}1}`, 'policy comes to more than 16384 rules'],
  ['names', `{ ${'read, '.repeat(150_000)}write }: arg0 == 1`, 'filters name calls more than 65536 times'],
  ['bits of a value', `exit: arg0 == ${'1|'.repeat(300_000)}1`, 'none'],
  ['continuations', `${'\\\n'.repeat(300_000)}read: 1`, 'none'],
  ['architectures', `read[arch=x86_64${',arm'.repeat(200_000)}]: 1`, 'none'],
])('has no limit of the stack for the number of %s', (_, text, what) => {
  expect(refusal(text)).toContain(what)
})
