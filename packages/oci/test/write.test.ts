import { refuses, verdictName } from '@seccompile/abi'
import { constantFamilies } from '@seccompile/constants/all'
import { lossText } from '@seccompile/notation'
import { parseProfile, profileAbis, writeProfile } from '@seccompile/oci'
import { arg, errno, policy, policyTables, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { presetNames, presetPolicy } from '@seccompile/presets'
import { asRules, changes, equal } from '@seccompile/prover'
import type { RuleSet } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

function written(made: Policy, tokens: readonly AbiToken[] = ['x86_64']) {
  const abis = tokens.map(signedAbiTable)
  const { rules } = resolve(made, { abis }, { families: constantFamilies })
  const reading = asRules({ level: 'rules', ir: rules })
  if (reading.kind !== 'rules') throw new Error(reading.kind)
  const { text, losses } = writeProfile(reading.rules, { abis })
  const again = parseProfile(text, { file: 'written.json' })
  const back = resolve(again.policy, { abis: policyTables(again.policy, tokens[0]) }).rules
  return {
    text,
    losses: losses.map((loss) => lossText(loss, 'a profile')),
    more: rulesThatRun(rules, back),
    same: equal({ level: 'rules', ir: rules }, { level: 'rules', ir: back }).kind,
    warnings: again.warnings,
    abis: profileAbis(again, tokens[0]!),
  }
}

/** The verdicts that `back` gives calls which it should not let run, or not so freely. */
function rulesThatRun(rules: RuleSet, back: RuleSet): readonly string[] {
  const found = changes({ level: 'rules', ir: rules }, { level: 'rules', ir: back })
  if (found.kind === 'undecided') return ['undecided']
  return found.changes
    .filter(({ to }) => !refuses(to))
    .map(({ from, to }) => `${verdictName(from)} ${verdictName(to)}`)
}

const base = policy({ default: 'deny' }).allow('read', 'write')

it('writes the calls that do not get the default, in entries of one action', () => {
  expect(written(base.kill('ptrace')).text).toBe(`{
  "defaultAction": "SCMP_ACT_ERRNO",
  "defaultErrnoRet": 1,
  "architectures": ["SCMP_ARCH_X86_64"],
  "syscalls": [
    {"names": ["read", "write"], "action": "SCMP_ACT_ALLOW"},
    {"names": ["ptrace"], "action": "SCMP_ACT_KILL_PROCESS"}
  ]
}
`)
})

it('keeps all 64 bits of a value', () => {
  const { text, same } = written(base.allow('ioctl', arg(1).ge(2n ** 64n - 2n)))
  expect(text).toContain('{"index": 1, "value": 18446744073709551614, "op": "SCMP_CMP_GE"}')
  expect(same).toBe('equal')
})

it('compares an argument at most once in an entry', () => {
  const made = base.allow('mmap', arg(2).maskedEq(4, 0), arg(2).maskedEq(2, 2), arg(3).in([3, 9]))
  const { warnings, same, text } = written(made)
  expect(warnings).toEqual([])
  expect(same).toBe('equal')
  expect(text).toContain('{"index": 2, "value": 6, "valueTwo": 2, "op": "SCMP_CMP_MASKED_EQ"}')
})

it('names the verdict for other architectures where it is not that of runc', () => {
  const made = policy({ default: 'deny', badArch: errno('EPERM') }).allow('read')
  expect(written(made).losses).toEqual([
    'calls of other architectures get ERRNO(1), and by a profile they get KILL_THREAD',
  ])
})

const TARGETS = [['x86_64'], ['x86_64', 'x86', 'x32'], ['aarch64', 'arm']] as const

it.each(presetNames)('writes the preset %s as a profile that lets no call do more', (name) => {
  const made = presetPolicy(name)
  const foreign = (made.notFor ?? []).flatMap(({ abis }) => abis)
  for (const tokens of TARGETS.filter((each) => each.every((token) => !foreign.includes(token)))) {
    const { losses, same, warnings, abis, more } = written(made, tokens)
    expect(same, `${name} on ${tokens.join()}`).toBe(losses.length === 0 ? 'equal' : 'different')
    expect(more).toEqual([])
    expect(warnings).toEqual([])
    expect(abis).toEqual(tokens)
  }
})
