/*
 * Policies that a notation cannot hold, where the tool prints a note: the text refuses more calls, and only on ABIs
 * that the policy does not name.
 */
import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()

/** A profile for `architectures` that lets a few calls run. */
const profile = (name: string, defaultAction: string, ...architectures: readonly string[]): string => {
  const syscalls = [{ names: ['read', 'write', 'exit_group'], action: 'SCMP_ACT_ALLOW' }]
  return file(name, JSON.stringify({ defaultAction, architectures, syscalls }))
}

it('is written with a note where calls of x32 get KILL_PROCESS in place of KILL_THREAD', async () => {
  const from = profile('process.json', 'SCMP_ACT_KILL_PROCESS', 'SCMP_ARCH_X86_64')
  const to = at('process.policy')
  const { status, out, err } = await runCli(['convert', from, '-o', to])
  expect([status, err]).toEqual([
    0,
    `note: a policy of minijail means the same as ${from}, but is stricter for ABIs that neither names\n` +
      '  by a policy of minijail every call of x32 gets KILL_PROCESS\n' +
      `note (stricter): a policy of minijail is for x32 too, whose calls get KILL_THREAD in ${from}\n`,
  ])
  expect(out).toContain('proved except for ABIs that it does not name')
  expect(readFileSync(to, 'utf8')).toContain('@default kill-process\n')
})

it('is written for seccompiler too, which ends the process for calls of every other ABI', async () => {
  const from = profile('vmm.json', 'SCMP_ACT_KILL_PROCESS', 'SCMP_ARCH_X86_64')
  const { status, out } = await runCli(['convert', from, '--to', 'seccompiler'])
  expect([status, JSON.parse(out)]).toMatchObject([0, { filter: { match_action: 'allow' } }])
  const json = await runCli(['convert', from, '--to', 'seccompiler', '--json', '-o', at('vmm-filters.json')])
  expect(JSON.parse(json.out)).toMatchObject({ notation: 'seccompiler', losses: [{ kind: 'abi' }, { kind: 'bad-arch' }] }) // prettier-ignore
})

it.each([
  ['gets something weaker', ['SCMP_ARCH_X86_64'], 'every call of x32 gets TRAP'],
  ['is an ABI of the policy', ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X32'], 'x32'],
])('is not written where x32 %s', async (_, architectures, why) => {
  const to = at('refused.policy')
  const from = profile(`${architectures.join('-')}.json`, 'SCMP_ACT_TRAP', ...architectures)
  const { status, err } = await runCli(['convert', from, '-o', to])
  expect([status, existsSync(to)]).toEqual([1, false])
  expect(err).toContain('nothing is written')
  expect(err).toContain(why)
})
