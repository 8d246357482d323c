import { spawnSync } from 'node:child_process'
import { SYSTEMD_SETS, SYSTEMD_VERSION } from '@seccompile/systemd'
import { expect, it } from 'vitest'

const run = (...words: readonly string[]): string =>
  spawnSync('systemd-analyze', words, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', SYSTEMD_COLORS: '0' } }).stdout // prettier-ignore

const version = /^systemd (\d+)/.exec(run('--version') ?? '')?.[1] // `undefined` where the command is missing
const isSame = version === `${SYSTEMD_VERSION}`
if (!isSame)
  console.error(`NOT RUN: the sets of systemd: needs systemd ${SYSTEMD_VERSION}, got ${version ?? 'none'}`)

it.runIf(isSame)('has the sets that the systemd of this version prints', () => {
  const names = new Map<string, string[]>()
  let own: string[] = []
  for (const line of run('syscall-filter', '--no-pager').split('\n')) {
    const word = line.trim()
    if (word === '' || word.startsWith('#')) continue
    if (line.startsWith('@')) names.set(word, (own = []))
    else own.push(word)
  }
  expect(SYSTEMD_SETS.map(({ name, sets, own: calls }) => [name, [...sets, ...calls].sort()])).toEqual(
    [...names].map(([name, words]) => [name, words.sort()]),
  )
})
