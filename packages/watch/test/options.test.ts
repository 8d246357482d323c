import { abiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { record, watch } from '../src/index.ts'

const abis = [abiTable('x86_64')]
const ALLOW = [{ code: 0x06, jt: 0, jf: 0, k: 0x7fff_0000 }]
const wrong = (value: object): never => value as never // tests what the types refuse

describe('a wrong option', () => {
  it.each([
    [{ abis, use: 'deny' }, 'options.use'],
    [{ abis, launcher: 'bwrap' }, 'options: unknown key "launcher"'],
    [{ abis: ['x86_64'] }, 'options.abis[0]'],
    [{ abis, wait: 1 }, 'options.wait'],
    [{}, 'options.abis'],
  ])('of watch is refused: %o', (options, message) => {
    expect(() => watch(ALLOW, ['true'], wrong(options))).toThrow(message)
  })

  it('of record, or of the run below it, is refused before anything is started', async () => {
    await expect(record(['true'], wrong({ abis, scenario: 1 }))).rejects.toThrow('options.scenario')
    await expect(record(['true'], wrong({ abis, wait: true }))).rejects.toThrow('unknown key "wait"')
    await expect(record(['true'], wrong({ abis, keepFds: ['x'] }))).rejects.toThrow('keepFds')
    await expect(watch(ALLOW, ['true'], wrong({ abis, stdio: 'ignore' })).report).rejects.toThrow('stdio')
  })

  it('of a filter is refused: it has to be a program', () => {
    expect(() => watch([wrong({ code: 1 })], ['true'], { abis })).toThrow('jt is undefined')
  })
})
