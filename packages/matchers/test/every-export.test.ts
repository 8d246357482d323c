import { fileURLToPath } from 'node:url'
import * as matchers from '@seccompile/matchers'
import { policy } from '@seccompile/policy'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const mine = policy({ abis: ['x86_64'], default: 'deny' }).allow('read')

it('refuses wrong values of every argument by a message of ours', async () => {
  const profile = fileURLToPath(new URL('profiles/profile.json', import.meta.url))
  expect(await wrongValueFaults(matchers, { readFilterFile: [profile, { abis: ['x86_64'] }] })).toEqual([])
})

it('refuses wrong values of what expect and the matchers get', async () => {
  const { toAllow, toRefuse, toStop, toMean, toBeAtLeastAsStrictAs, toFitIn, toHaveNoFindings } =
    matchers.seccompMatchers
  const bound = {
    toAllow: toAllow.bind({}),
    toRefuse: toRefuse.bind({}),
    toStop: toStop.bind({}),
    toMean: toMean.bind({}),
    toBeAtLeastAsStrictAs: toBeAtLeastAsStrictAs.bind({}),
    toFitIn: toFitIn.bind({}),
    toHaveNoFindings: toHaveNoFindings.bind({}),
  }
  const faults = await wrongValueFaults(bound, {
    toAllow: [mine, 'read', mayOmit({ fd: 1 }), mayOmit({ exceptBy: ['ipc'] })],
    toRefuse: [mine, 'read', mayOmit({ fd: 1 }), mayOmit({ kernels: { to: '6.12' } })],
    toStop: [mine, 'shocker', mayOmit({ caps: ['CAP_BPF'] })],
    toMean: [mine, mine],
    toBeAtLeastAsStrictAs: [mine, mine],
    toFitIn: [mine, 9],
    toHaveNoFindings: [mine, mayOmit({ severity: 'high' })],
  })
  expect(faults).toEqual([])
})
