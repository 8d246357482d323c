import { passes } from '@seccompile/compiler'
import { GROUPS } from '@seccompile/groups'
import { PRESETS } from '@seccompile/presets'
import { syscallNames } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'

describe('lookup answers as the older words do', () => {
  it.each([
    ['lookup socket', 'call socket'],
    ['lookup 98 --abi aarch64', 'call 98 --abi aarch64'],
    ['lookup calls socket --json', 'call socket --json'],
    ['lookup groups', 'groups'],
    ['lookup groups time --abi x86', 'groups time --abi x86'],
    ['lookup files-to-read --json', 'groups files-to-read --json'],
    ['lookup presets', 'presets'],
    ['lookup no-network+no-tracing', 'presets no-network+no-tracing'],
    ['lookup preset:no-network --json', 'presets no-network --json'],
    ['lookup passes', 'passes'],
    ['lookup passes --json', 'passes --json'],
    ['lookup presets no-netwrok', 'presets no-netwrok'],
    ['lookup groups frobnicate', 'groups frobnicate'],
  ])('%s: as %s', async (now, old) => {
    expect(await runCli(now.split(' '))).toEqual(await runCli(old.split(' ')))
  })
})

describe('lookup', () => {
  it('says what one pass or one pipeline is', async () => {
    expect((await runCli(['lookup', 'bst'])).out).toMatch(/^pass +from .*\nbst +rules +decision +\S.*\n$/)
    expect((await runCli(['lookup', 'speed'])).out).toMatch(/^pipeline .*\nspeed +.*\n$/)
  })

  it('lists the calls of an ABI', async () => {
    const { out } = await runCli(['lookup', 'calls', '--abi', 'x86', '--json'])
    expect(JSON.parse(out).calls).toContain('socketcall')
    const all = await runCli(['lookup', 'calls'])
    expect(all.out.split(/\s+/).slice(0, -1)).toEqual(syscallNames)
  })

  it.each([
    [['time'], '"time" is a call and a group of calls; write "lookup calls time" or "lookup groups time"'],
    [['width-gap'], '"width-gap" is a finding; "seccompile help width-gap" says what it means'],
    [['sokcet'], 'no call, group, preset, pass or pipeline is called "sokcet"; did you mean "socket"?'],
    [['passes', 'bts'], 'unknown pass "bts"; did you mean "bst"?'],
    [['call', 'socket'], 'expected calls, groups, presets, passes before "socket"; got "call"'],
    [['presets', '--abi', 'x86'], '--abi has no effect on presets; leave it out'],
    [['calls', 'socket', '--use', './x.mjs'], '--use has no effect on calls; leave it out'],
    [['calls', 'read', '--systemd'], '--systemd has no effect on calls; leave it out'],
  ])('refuses %j', async (words, message) => {
    expect(await runCli(['lookup', ...words])).toMatchObject({
      status: 2,
      out: '',
      err: `error: ${message}\n`,
    })
  })

  it('finds a pass at once: no call, group or preset is called as a pass', () => {
    const others = [...syscallNames, ...GROUPS.map(({ name }) => name), ...PRESETS.map(({ name }) => name)]
    expect(others.filter((name) => passes.some((pass) => pass.name === name))).toEqual([])
  })
})
