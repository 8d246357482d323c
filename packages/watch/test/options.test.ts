import { runInNewContext } from 'node:vm'
import { hasBridge } from '@seccompile/kernel/exec'
import { describe, expect, it } from 'vitest'
import { record, recordByStrace, watch } from '../src/index.ts'

const ALLOW = [{ code: 0x06, jt: 0, jf: 0, k: 0x7fff_0000 }]
const wrong = (value: object): never => value as never // tests what the types refuse

describe('a wrong option', () => {
  it.each([
    [{ use: 'deny' }, 'options.use'],
    [{ launcher: 'bwrap' }, 'options: unknown key "launcher"'],
    [{ wait: 1 }, 'options.wait'],
  ])('of watch is refused: %o', (options, message) => {
    expect(() => watch(ALLOW, ['true'], wrong(options))).toThrow(message)
  })

  it('of record, or of the run below it, is refused before anything is started', async () => {
    await expect(record(['true'], wrong({ scenario: 1 }))).rejects.toThrow('options.scenario')
    const long = { scenario: 'x'.repeat(4097) }
    const message = 'options.scenario: expected up to 4096 characters; got 4097'
    await expect(record(['true'], long)).rejects.toMatchObject({ code: 'E_ARGUMENT', message })
    await expect(recordByStrace(['true'], long)).rejects.toMatchObject({ code: 'E_ARGUMENT', message })
    await expect(record(['true'], wrong({ wait: 1 }))).rejects.toThrow('options.wait')
    await expect(record(['true'], wrong({ keepFds: ['x'] }))).rejects.toThrow('keepFds')
    await expect(watch(ALLOW, ['true'], wrong({ stdio: 'ignore' })).report).rejects.toThrow('stdio')
  })

  it.skipIf(!hasBridge('ffi') && !hasBridge('koffi'))(
    'of use is a filter that has a supervisor, or a tracer, of its own',
    async () => {
      const notify = [{ code: 0x06, jt: 0, jf: 0, k: 0x7fc0_0000 }]
      await expect(watch(notify, ['true']).report).rejects.toMatchObject({
        code: 'E_FILTER',
        message: expect.stringContaining('a supervisor of its own') as string,
      })
    },
  )

  it.each([
    new ArrayBuffer(8),
    new Uint16Array(4),
    { bytes: new Uint8Array(8) },
    runInNewContext('new Uint8Array(8)') as object,
  ])('of a filter is refused as by run: it has to be a program, or its bytes', (filter) => {
    const message = 'filters: expected a program, its bytes, or a list of these; got an object'
    const wanted = expect.objectContaining({ code: 'E_FILTER', message }) as Error
    expect(() => watch(wrong(filter), ['true'])).toThrow(wanted)
  })

  it('of a filter is refused: a list of filters, and a program with a wrong instruction', () => {
    expect(() => watch(wrong([ALLOW, ALLOW]), ['true'])).toThrow(
      'filters: one filter can be watched; got 2; compile their policies as one',
    )
    expect(() => watch([wrong({ code: 1 })], ['true'])).toThrow('jt is undefined')
  })
})
