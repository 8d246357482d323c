import { AUDIT_ARCH, BPF, seccompData, verdictOf } from '@seccompile/abi'
import { program as programOf } from '@seccompile/cbpf'
import * as describe from '@seccompile/describe'
import { programFilter } from '@seccompile/filter'
import { errno } from '@seccompile/policy'
import { mayOmit, unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { signedAbiTable } from '@seccompile/signatures'
import { expect, it } from 'vitest'

const x86_64 = signedAbiTable('x86_64')
const data = seccompData({ nr: 0, arch: AUDIT_ARCH.X86_64 })
const program = programOf([{ code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') }])
const filter = programFilter('mine', program, [x86_64])
const pair = describe.aboutTwo([filter, filter])
const words = { abi: x86_64, call: 'read', args: [] }
const all = describe.callOnAbis('read')
const group = { name: 'mine', summary: 'reads', calls: ['read'] }
const ANSWER = unchecked(
  'takes what another function has made: parts and changes that the prover finds, names, a report',
)

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(describe, {
      argumentNames: [[x86_64]],
      callNames: [[x86_64], mayOmit(), mayOmit()],
      callTables: [[x86_64]],
      constantNames: [[x86_64]],
      hasArguments: [data],
      loadArgumentNames: [[x86_64], {}, mayOmit()],
      readsArguments: [program],
      unknownName: [errno(1)],
      parseInteger: ['1'],
      parseNumber: ['read', x86_64],
      parseTests: [['0=1'], { abi: x86_64, name: 'read' }, mayOmit('--arg: ')],
      isPattern: ['a*'],
      namesLike: ['a*', x86_64, mayOmit('--syscall: ')],
      noneLike: ['zz*', [x86_64], mayOmit('--syscall: ')],
      callWords: ['read', [x86_64], () => Promise.resolve(x86_64)],
      typedCallData: [words],
      callJson: ['read', all[0], all],
      callOnAbis: ['read'],
      groupFacts: [group, x86_64],
      groupsText: [[group], x86_64, 100],
      groupText: [group, x86_64, 100],
      plainNumber: [59],
      callText: ['read', all[0], all],
      listingLines: [program, 'little', { abis: [x86_64] }],
      listingOptions: ['little', { abis: [x86_64] }],
      irText: [{ level: 'program', ir: program }, 'little', [x86_64]],
      statementsOf: [program, 'little', { abis: [x86_64] }],
      tracePath: [program, data, 'little', mayOmit({ abis: [x86_64] })],
      traceText: [program, data, 'little', { abis: [x86_64] }],
      otherAbis: [[program], [x86_64], 'little'],
      otherAbisLine: [[{ abi: 'x86', verdict: 'ALLOW' }]],
      aboutOne: [filter, mayOmit()],
      aboutTwo: [[filter, filter], mayOmit()],
      archesNote: [pair, mayOmit()],
      askMainFirst: [pair, () => ({})],
      mainPart: [[filter], x86_64],
      changeReport: [pair, [], {}],
      alike: ANSWER,
      archParts: ANSWER,
      archText: ANSWER,
      byMainAbi: ANSWER,
      changeCounts: ANSWER,
      countsText: ANSWER,
      callFacts: ANSWER,
      conditionFacts: ANSWER,
      conditionText: ANSWER,
      fewCalls: ANSWER,
      inexpressible: ANSWER,
      isEmpty: ANSWER,
      lossFacts: ANSWER,
      namedArguments: ANSWER,
      numberFacts: ANSWER,
      onlyIn: ANSWER,
      rankOf: ANSWER,
      overDenialFacts: ANSWER,
      overDenialText: ANSWER,
      reportFacts: ANSWER,
      reportMarkdown: ANSWER,
      reportText: ANSWER,
      shortMeaning: ANSWER,
      shortText: ANSWER,
      shownCalls: ANSWER,
      summaryText: ANSWER,
      verdictAt: ANSWER,
      verdictFacts: ANSWER,
      waysFacts: ANSWER,
      waysMarkdown: ANSWER,
      waysText: ANSWER,
      witnessFacts: ANSWER,
      witnessText: ANSWER,
    }),
  ).toEqual([])
})
