import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { nativeProgram } from '../src/native/compile-native.ts'
import type { NativeName } from '../src/native/compile-native.ts'
import { startNative } from '../src/native/start-native.ts'
import { dump } from '../src/oracle/dump.ts'
import { oracle } from '../src/oracle/oracle.ts'
import { whyNotFew, withFewFiles } from './few-files.ts'
import { whyNotTold } from './may-dump.ts'
import { testProgram, whyNotAsked } from './why-not.ts'

const reason = await whyNotAsked('native programs that do not start')
const ALLOW = [{ code: 0x06, jt: 0, jf: 0, k: 0x7fff_0000 }]

describe('startNative', () => {
  it('tells what Node tells at once and what it tells later, as one kind of error', async () => {
    const later = new Promise((resolve) => startNative('/nowhere/oracle-1', { onError: resolve }))
    expect(await later).toMatchObject({
      code: 'E_NATIVE',
      message:
        'the native program "oracle" cannot be started: ENOENT; remove /nowhere/oracle-1, and it is compiled anew',
    })
    const long = { args: ['x'.repeat(1 << 20)], onError: () => undefined }
    expect(() => startNative(process.execPath, long)).toThrow('cannot be started: E2BIG')
  })
})

describe.skipIf(whyNotFew('native programs, where descriptors are few') !== undefined)('startNative', () => {
  it('says that no descriptor is left for the streams of a process', async () => {
    const start = (): unknown => startNative(process.execPath, { stdio: 'pipe', onError: () => undefined })
    await expect(withFewFiles(2, start)).rejects.toMatchObject({
      name: 'KernelError',
      code: 'E_NATIVE',
      message: 'the native program "node" cannot be started: EMFILE',
    })
  })
})

describe.skipIf(reason !== undefined)('a native program that does not start', () => {
  const folder = join(tmpdir(), `seccompile-${randomUUID()}`)
  beforeAll(() => {
    mkdirSync(folder, { mode: 0o700 })
  })
  const before = process.env['XDG_CACHE_HOME']
  afterAll(() => rmSync(folder, { recursive: true }))
  afterEach(() => {
    if (before === undefined) delete process.env['XDG_CACHE_HOME']
    else process.env['XDG_CACHE_HOME'] = before
  })
  const broken = async (name: NativeName): Promise<object> => {
    process.env['XDG_CACHE_HOME'] = folder
    // With a digest behind it, or it would be compiled anew.
    const text = '#!/nowhere\n'
    const digest = createHash('sha256').update(text).digest()
    const path = await nativeProgram(name)
    writeFileSync(path, Buffer.concat([Buffer.from(text), digest]))
    const message = `the native program "${name}" cannot be started: ENOENT; remove ${path}, and it is compiled anew`
    return { code: 'E_NATIVE', message }
  }

  it('is named by oracle', async () => {
    const error = await broken('oracle')
    await expect(oracle(ALLOW)).rejects.toMatchObject(error)
  })

  it('is named by dump', async ({ skip }) => {
    const lack = whyNotTold()
    skip(lack !== undefined, lack)
    const child = spawn(await testProgram('filtered'), ['060000000000ff7f'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    try {
      await once(child.stdout, 'data')
      const error = await broken('dump')
      await expect(dump(child.pid!)).rejects.toMatchObject(error)
    } finally {
      child.kill('SIGKILL')
    }
  })
})
