import { BPF, verdictOf } from '@seccompile/abi'
import { encode, program as programOf } from '@seccompile/cbpf'
import { errno, policy } from '@seccompile/policy'
import * as policyFiles from '@seccompile/policy-files'
import * as manifest from '@seccompile/policy-files/manifest'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { signedAbiTable } from '@seccompile/signatures'
import { expect, it } from 'vitest'

const x86_64 = signedAbiTable('x86_64')
const program = programOf([{ code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') }])
const bytes = encode(program, 'little')
const mine = policy({ default: errno(1) }).allow('read')
const forAbis = { abis: [x86_64] }
const filter = { subject: { level: 'program', ir: program }, endianness: 'little', abis: [x86_64] } as const
const [notation] = policyFiles.POLICY_NOTATIONS
const LISTING = 'l0: ret #0x7fff0000\n'
const MANIFEST = { seccompile: '0.0.0', policy: 'preset:no-network', options: {}, filters: ['a.bpf'] }

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(policyFiles, {
      assembled: [LISTING, { file: 'f', ...forAbis }],
      exportedPolicy: [mine, 'policy.mjs'],
      isAbove: ['a'],
      isModulePath: ['a.mjs'],
      isOnlyStricterElsewhere: [[], [x86_64]],
      notationOf: ['{}'],
      opened: [[]],
      policyText: [filter, notation, [x86_64], {}],
      programIn: [LISTING, { file: 'f', ...forAbis }],
      readFilter: [bytes, 'f', forAbis],
      readPolicyText: [LISTING, 'f', mayOmit()],
      readRawFilter: [bytes, 'little'],
      testedArches: [program],
      testedOrder: [program],
      utf8: [new Uint8Array([65]), 'f', 'text'],
      writtenAbis: [filter],
    }),
  ).toEqual([])
})

it('refuses wrong values of every argument of `/manifest` by a message of ours', async () => {
  expect(
    await wrongValueFaults(manifest, {
      manifestText: [MANIFEST],
      parseManifest: [manifest.manifestText(MANIFEST), 'a.json'],
    }),
  ).toEqual([])
})
