import { WITHOUT_TEXT } from '@seccompile/heal'
import { policy } from '@seccompile/policy'
import * as port from '@seccompile/port'
import { wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'
import { AARCH64 } from './ported.ts'

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(port, {
      port: [policy({ default: 'deny' }).allow('open'), AARCH64, WITHOUT_TEXT],
      judgedPort: [
        policy({ default: 'deny' }).allow('open'),
        AARCH64,
        { form: WITHOUT_TEXT, reread: () => Promise.resolve(policy({ default: 'deny' })) },
      ],
      withoutSuccessor: ['ustat'],
      reasonText: [{ lacking: ['open'], reason: 'open() of musl makes openat' }, ['aarch64']],
      sourceText: [{ libc: 'musl', versions: ['1.2.5'], on: ['aarch64'] }, ['aarch64']],
    }),
  ).toEqual([])
})
