/*
 * Docker's default profile, compiled and compared with the programs of libseccomp for it. libseccomp is another
 * implementation of the meaning of a profile.
 */
import { dataWords, seccompData, verdictName } from '@seccompile/abi'
import type { Program, SeccompData } from '@seccompile/abi'
import { decode, witnesses } from '@seccompile/cbpf'
import { compile, pipelines } from '@seccompile/compiler'
import type { PipelineName } from '@seccompile/compiler'
import { evaluator } from '@seccompile/interpreter'
import { KILL_PROCESS } from '@seccompile/policy'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import type { Policy } from '@seccompile/policy'
import { witnesses as ruleWitnesses } from '@seccompile/rules'
import { abiTable } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { baseline } from '@seccompile/vectors'
import type { BaselineName, ThreeAbiName } from '@seccompile/vectors'
import { describe, expect, it } from 'vitest'

const names = Object.keys(pipelines) as PipelineName[]
const x86_64 = abiTable('x86_64')
const three = [x86_64, abiTable('x86'), abiTable('x32')]
// The programs for x86_64 alone were made with this badArch; those for three ABIs with the default of libseccomp.
const { defaultAction, rules: policyRules } = dockerProfile
const killing: Policy = { defaultAction, rules: policyRules, badArch: KILL_PROCESS }

type LibseccompCall = readonly [SeccompData, Uint32Array]
type BaselineRow = readonly [BaselineName | ThreeAbiName, Policy, readonly AbiTable[], number]

const asCalls = (inputs: readonly SeccompData[]): readonly LibseccompCall[] =>
  inputs.map((data) => [data, dataWords(data)])
/** The verdicts of `program`, by an evaluator, since the lists are long and the calls many. */
function verdicts(program: Program, calls: readonly LibseccompCall[]): readonly number[] {
  const evaluate = evaluator(program)
  const steps = new Uint32Array(1)
  return calls.map(([, words]) => evaluate(words, steps))
}

/** The calls on which `ours` and `theirs` differ, in the order of `calls`, with both verdicts. */
function differences(
  calls: readonly LibseccompCall[],
  ours: readonly number[],
  theirs: readonly number[],
): readonly unknown[] {
  return calls.flatMap(([data], i) =>
    ours[i] === theirs[i] ? [] : [{ data, ours: verdictName(ours[i]!), theirs: verdictName(theirs[i]!) }],
  )
}

describe.each<BaselineRow>([
  ['libseccomp-2.6.0-O1.docker-args', killing, [x86_64], 1400],
  ['libseccomp-2.6.0-O2.docker-args', killing, [x86_64], 1400],
  ['libseccomp-2.6.0-O1.docker-3abi', dockerProfile, three, 4500],
  ['libseccomp-2.6.0-O2.docker-3abi', dockerProfile, three, 4500],
])('%s', (name, policy, abis, atLeast) => {
  const theirs = decode(baseline(name), 'little')
  // Every number that a table could have, without and with the x32 bit.
  const numbers = [0, 0x4000_0000].flatMap((base) => Array.from({ length: 560 }, (_, i) => base + i))
  const arches = [...new Set(abis.map(({ auditArch }) => auditArch))]
  const everyNumber = arches.flatMap((arch) => numbers.map((nr) => seccompData({ nr, arch })))
  const { rules } = compile(policy, { abis, pipeline: 'none' })
  const calls = asCalls([...ruleWitnesses(rules), ...witnesses(theirs), ...everyNumber])
  const theirVerdicts = verdicts(theirs, calls)

  it.each(names)(
    'gives the verdicts of pipeline %s, at the edges of the rules and of both programs',
    (pipeline) => {
      const { program } = compile(policy, { abis, pipeline })
      const ownCalls = asCalls(witnesses(program))
      expect(calls.length + ownCalls.length).toBeGreaterThan(everyNumber.length + atLeast)
      expect(differences(calls, verdicts(program, calls), theirVerdicts)).toEqual([])
      expect(differences(ownCalls, verdicts(program, ownCalls), verdicts(theirs, ownCalls))).toEqual([])
    },
  )
})
