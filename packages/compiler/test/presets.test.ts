/* The short presets are proved on every ABI, and the lists of refused calls are short. */
import { compile } from '@seccompile/compiler'
import { policyTables } from '@seccompile/policy'
import { PRESETS } from '@seccompile/presets'
import type { Preset, PresetName } from '@seccompile/presets'
import { signedAbiTable } from '@seccompile/signatures'
import { abis } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

/** The most instructions of a list of refused calls on x86_64. */
const MAX_OF_A_LIST = 25
/** The list with the most conditions: four families, a protocol of one, and two other ways to refused families. */
const MAX_OF_FAMILIES = 30

/**
 * Presets with filters that take long to prove. tools/golden proves them on the ABIs of most machines; abis.test.ts proves
 * container-default on every ABI.
 */
const LONG: readonly PresetName[] = ['container-default', 'nested-sandbox', 'node-server', 'pure-compute']

const isList = ({ name }: Preset): boolean => name.startsWith('no-') || name === 'unix-sockets-only'

const compiled = ({ policy }: Preset, token: AbiToken) =>
  compile(policy, { abis: policyTables(policy, token, signedAbiTable) })

const short = PRESETS.filter(({ name }) => !LONG.includes(name))

describe.each(short.map((preset) => [preset.name, preset] as const))('%s', (_name, preset) => {
  it('is proved on every ABI that it is for', () => {
    const isFor = (token: AbiToken): boolean =>
      preset.policy.notFor?.some(({ abis: others }) => others.includes(token)) !== true
    const tokens = abis.map(({ token }) => token).filter(isFor)
    const kinds = tokens.map((token) => [token, compiled(preset, token).certificate.kind])
    expect(kinds).toEqual(tokens.map((token) => [token, 'proved']))
  })
})

it.each(PRESETS.filter(isList).map((preset) => [preset.name, preset] as const))(
  '%s has few instructions on x86_64',
  (name, preset) => {
    const most = name === 'no-exotic-sockets' ? MAX_OF_FAMILIES : MAX_OF_A_LIST
    expect(compiled(preset, 'x86_64').program.length).toBeLessThanOrEqual(most)
  },
)
