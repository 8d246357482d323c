/* The size of the preset `agent-command`, what lint finds in it, and that it is nothing but its composition. */
import { compile, presetPolicy } from 'seccompile'
import type { AbiToken } from 'seccompile'
import { expect, it } from 'vitest'
import { runCli } from './run-cli.ts'

const COMPOSITION = 'no-exotic-sockets+no-new-namespaces+no-tracing+no-tty-injection'
const WIDE = ['x86_64', 'aarch64'] as const
const MACHINES = ['x86_64', 'x86', 'x32', 'aarch64', 'arm'] as const

it.each<readonly [names: string, abis: readonly AbiToken[], insns: number]>([
  ['agent-command', ['x86_64'], 56],
  ['agent-command', ['aarch64'], 53],
  ['agent-command', WIDE, 76],
  ['agent-command', MACHINES, 149],
  ['agent-command+no-unix-sockets', WIDE, 86],
])('%s for %j has a proved filter of %i instructions', (names: string, abis, insns) => {
  const { program, certificate } = compile(presetPolicy(names), { abis })
  expect([program.length, certificate.kind]).toEqual([insns, 'proved'])
  if (abis.length === 2) expect(program.length).toBeLessThanOrEqual(90)
})

it.each([[WIDE], [MACHINES]])('lint finds nothing in agent-command for %j', async (abis) => {
  for (const names of ['agent-command', 'agent-command+no-unix-sockets', 'agent-command+no-network']) {
    const { status, out } = await runCli(['lint', `preset:${names}`, '--abi', abis.join()])
    expect([status, out]).toEqual([0, `preset:${names}: no findings\n`])
  }
})

it('agent-command means what its four presets mean together', async () => {
  const { status, out } = await runCli([
    'prove', 'preset:agent-command', `preset:${COMPOSITION}`, '--abi', MACHINES.join(),
  ]) // prettier-ignore
  expect([status, out]).toEqual([0, expect.stringContaining('equal')])
})
