import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  baseline,
  BASELINE_NAMES,
  BASELINE_TOOLS,
  MAKERS,
  POLICY_NAMES,
  RECORDED_NAMES,
  recording,
  resolvedPolicy,
  syscallFrequencies,
  THREE_ABI_NAMES,
} from '@seccompile/vectors'

it('names every program in the folder', () => {
  const files = readdirSync(new URL('../data', import.meta.url)).filter((file) => file.endsWith('.bpf'))
  const names = [...BASELINE_NAMES, ...THREE_ABI_NAMES]
  expect(files.sort()).toEqual(names.map((name) => `${name}.bpf`).sort())
})

it('holds whole programs', () => {
  for (const name of [...BASELINE_NAMES, ...THREE_ABI_NAMES]) {
    const { length } = baseline(name)
    expect(length % 8, name).toBe(0)
    expect(length, name).toBeGreaterThan(0)
  }
})

it('holds what libseccomp makes of the profile for three ABIs: a list of 1025 instructions, a tree of 1276', () => {
  expect(THREE_ABI_NAMES.map((name) => baseline(name).length / 8)).toEqual([1025, 1276])
})

it('holds the policies: 309 allowed calls, with conditions on three in one of them', () => {
  for (const name of POLICY_NAMES) {
    const { rules } = resolvedPolicy(name)
    expect(rules.filter(({ action }) => action.action === 'ALLOW')).toHaveLength(309)
  }
  const conditional = resolvedPolicy('docker-args').rules.filter(({ conds }) => conds.length > 0)
  expect(conditional.map(({ name }) => name)).toEqual(['socket', 'clone', 'personality'])
  expect(resolvedPolicy('docker-flat').rules.every(({ conds }) => conds.length === 0)).toBe(true)
})

it('holds frequencies that are shares of one', () => {
  const sum = Object.values(syscallFrequencies()).reduce((a, b) => a + b)
  expect(sum).toBeCloseTo(1, 6)
})

it('knows the makers of programs that are there', () => {
  for (const [tool, { version, source }] of Object.entries(MAKERS)) {
    expect(BASELINE_TOOLS).toContain(tool)
    expect(version).toMatch(/^(?:commit [0-9a-f]{7}|\d+\.\d+\.\d+)$/)
    expect(source).toMatch(/^https:\/\/github\.com\/[\w-]+\/[\w-]+$/)
  }
})

it('holds the calls of programs, with the arguments that are tested at their places', () => {
  const all = RECORDED_NAMES.map(recording)
  for (const { calls, versions, name } of all) {
    expect(calls.length, name).toBeGreaterThan(3000)
    expect(versions.at(-1), name).toMatch(/^Linux \d/)
    expect(calls[0], name).toEqual({ nr: 59, args: [0, 0, 0, 0, 0, 0] }) // execve
  }
  // mmap of the loader, with prot and flags; AF_INET of a server
  expect(all[0]!.calls.find(({ nr }) => nr === 9)!.args).toEqual([0, 0, 3, 34, 0, 0])
  expect(all[0]!.calls.some(({ nr, args }) => nr === 41 && args[0] === 2)).toBe(true)
})
