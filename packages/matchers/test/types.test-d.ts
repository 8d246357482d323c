/* What the type system says of the matchers, in vitest and in Jest; checked by tsc, never run. */
import '@seccompile/matchers/jest'
import '@seccompile/matchers/vitest'
import { AF_INET } from '@seccompile/constants/af'
import { SOCK_STREAM } from '@seccompile/constants/sock'
import { compile, compileStack } from '@seccompile/compiler'
import { policy, resolve } from '@seccompile/policy'
import { readFilterFile } from '@seccompile/matchers'
import type { Tested } from '@seccompile/matchers'
import { signedAbiTable } from '@seccompile/signatures'
import { expect as ofJest } from '@jest/globals'
import { expect as ofVitest } from 'vitest'

const mine = policy({ default: 'deny' }).allow('read')
const target = { abis: [signedAbiTable('x86_64')] } as const

export const forms: readonly Tested[] = [
  mine,
  resolve(mine, target).rules,
  compile(mine, target),
  compile(mine, target).program,
  compile(mine, target).bytes,
  compileStack(mine, target),
  await readFilterFile('profile.json'),
  [mine, compile(mine, target).bytes],
]

ofVitest(mine).toRefuse('socket', { family: AF_INET }, { exceptBy: ['io_uring'], kernels: { from: '5.10' } })
ofVitest(mine).not.toAllow('socket', ({ family }) => family.in(AF_INET))
ofVitest(mine).toStop('CVE-2022-0185', { caps: ['CAP_BPF'] })
ofVitest({ mine }).toEqual({ mine: ofVitest.toAllow('read') })
await ofVitest(Promise.resolve(mine)).resolves.toFitIn(100)
ofJest(mine).toRefuse('socket', { family: AF_INET }, { exceptBy: ['io_uring'], kernels: { from: '5.10' } })
ofJest(mine).not.toAllow('socket', ({ family }) => family.in(AF_INET))
ofJest(mine).toStop('CVE-2022-0185', { caps: ['CAP_BPF'] })
ofJest({ mine }).toEqual({ mine: ofJest.toAllow('read'), not: ofJest.not.toAllow('mount') })
await ofJest(Promise.resolve(mine)).resolves.toFitIn(100)

// @ts-expect-error a misspelt call
ofVitest(mine).toAllow('opne')
// @ts-expect-error a misspelt call
ofJest(mine).toAllow('opne')
// @ts-expect-error a misspelt argument
ofVitest(mine).toRefuse('socket', { famliy: AF_INET })
// @ts-expect-error a misspelt argument
ofJest(mine).toRefuse('socket', { famliy: AF_INET })
// @ts-expect-error a constant of another argument
ofVitest(mine).toRefuse('socket', { family: SOCK_STREAM })
// @ts-expect-error a constant of another argument
ofJest(mine).toRefuse('socket', { family: SOCK_STREAM })
// @ts-expect-error an attack without a record
ofVitest(mine).toStop('CVE-2022-0186')
// @ts-expect-error an attack without a record
ofJest(mine).toStop('CVE-2022-0186')
// @ts-expect-error a route that does not exist
ofVitest(mine).toRefuse('socket', {}, { exceptBy: ['uring'] })
// @ts-expect-error a severity that does not exist
ofJest(mine).toHaveNoFindings({ severity: 'hgh' })
// @ts-expect-error a text is no filter
ofVitest(mine).toMean('profile.json')
// @ts-expect-error a promise is no filter
ofJest(mine).toBeAtLeastAsStrictAs(readFilterFile('profile.json'))
