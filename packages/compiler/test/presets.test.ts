/* Every preset is proved on every ABI, and the lists of refused calls are short. */
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

/** ABIs of a word size and a byte order each; abis.test.ts has the long presets on the others. */
const FEW: readonly AbiToken[] = ['x86_64', 'aarch64', 's390x']

/** Presets with filters that take long to prove. */
const LONG: readonly PresetName[] = ['container-default', 'nested-sandbox', 'node-server', 'pure-compute']

const isList = ({ name }: Preset): boolean => name.startsWith('no-') || name === 'unix-sockets-only'

const compiled = ({ policy }: Preset, token: AbiToken) =>
  compile(policy, { abis: policyTables(policy, token, signedAbiTable) })

describe.each(PRESETS.map((preset) => [preset.name, preset] as const))('%s', (name, preset) => {
  it('is proved on every ABI that it is for', () => {
    const isFor = (token: AbiToken): boolean =>
      preset.policy.notFor?.some(({ abis: others }) => others.includes(token)) !== true
    const tokens = LONG.includes(name) ? FEW : abis.map(({ token }) => token).filter(isFor)
    const kinds = tokens.map((token) => [token, compiled(preset, token).certificate.kind])
    expect(kinds).toEqual(tokens.map((token) => [token, 'proved']))
  })
})

it.each(PRESETS.filter(isList).map((preset) => [preset.name, preset] as const))(
  '%s has at most 25 instructions on x86_64',
  (_name, preset) => {
    expect(compiled(preset, 'x86_64').program.length).toBeLessThanOrEqual(MAX_OF_A_LIST)
  },
)
