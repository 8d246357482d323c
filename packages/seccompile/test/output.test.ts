import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs' // prettier-ignore
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { writeOutput, writeOutputs } from '../src/io/output.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const BIN = fileURLToPath(new URL('../bin/seccompile.js', import.meta.url))
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('writeOutput', () => {
  it('replaces what a symbolic link names, and keeps its mode', async () => {
    file('real', 'old')
    chmodSync(at('real'), 0o640)
    symlinkSync('real', at('link'))
    await writeOutput(at('link'), bytes('new'))
    expect(readFileSync(at('real'), 'utf8')).toBe('new')
    expect(statSync(at('real')).mode & 0o777).toBe(0o640)
  })

  it('keeps a mode that the mask of the process would not give', async () => {
    file('shared', 'old')
    chmodSync(at('shared'), 0o666)
    await writeOutput(at('shared'), bytes('new'))
    expect(statSync(at('shared')).mode & 0o777).toBe(0o666)
  })

  it('writes several files of one folder at once', async () => {
    mkdirSync(at('many'))
    const names = ['a', 'b', 'c', 'd']
    await Promise.all(names.map((name) => writeOutput(at(`many/${name}`), bytes(name.repeat(100_000)))))
    expect(readdirSync(at('many')).sort()).toEqual(names)
    for (const name of names) expect(readFileSync(at(`many/${name}`), 'utf8')).toBe(name.repeat(100_000))
  })

  it('goes on where the program listens to a signal itself', async () => {
    file('kept', 'old')
    let heard = 0
    const survive = (): void => void (heard += 1)
    const written = writeOutput(at('kept'), bytes('new'))
    process.on('SIGHUP', survive)
    try {
      process.kill(process.pid, 'SIGHUP')
      await written
    } finally {
      process.off('SIGHUP', survive)
    }
    expect(heard).toBe(1)
    expect(readFileSync(at('kept'), 'utf8')).toBe('new')
    expect(readdirSync(at('')).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('leaves nothing where a folder is in the way', async () => {
    mkdirSync(at('folder'))
    await expect(writeOutput(at('folder'), bytes('x'))).rejects.toThrow('cannot be written: it is a folder')
    expect(existsSync(at('folder'))).toBe(true)
  })
})

const isRoot = process.getuid?.() === 0
if (!isRoot) process.stderr.write('\n*** NOT RUN: outputs of other users: this is not root\n\n')

describe.runIf(isRoot)('an output that belongs to another user', () => {
  const owner = (name: string): readonly number[] => {
    const { uid, gid, mode } = statSync(at(name))
    return [uid, gid, mode & 0o777]
  }

  it('keeps its owner and its group where root writes it (issue 32)', async () => {
    for (const name of ['his', 'his.1', 'his.2']) {
      file(name, 'old')
      chownSync(at(name), 65_534, 65_533)
      chmodSync(at(name), 0o640)
    }
    await writeOutput(at('his'), bytes('new'))
    await writeOutputs(['his.1', 'his.2'].map((name) => ({ path: at(name), bytes: bytes('new') })))
    for (const name of ['his', 'his.1', 'his.2']) {
      expect(readFileSync(at(name), 'utf8')).toBe('new')
      expect(owner(name)).toEqual([65_534, 65_533, 0o640])
    }
  })

  it('is refused where the writer may not give the new one to that user, or to that group (issue 32)', () => {
    chmodSync(at(''), 0o711)
    mkdirSync(at('open'))
    chmodSync(at('open'), 0o777)
    file('open/f.asm', 'ret #0')
    const write = (name: string) =>
      spawnSync(process.execPath, [BIN, 'asm', at('open/f.asm'), '-o', at(`open/${name}`)], {
        uid: 65_534,
        gid: 65_534,
        cwd: at('open'),
        encoding: 'utf8',
      })
    expect(write('own').status).toBe(0)
    for (const [name, uid, gid, whose] of [
      ['roots', 0, 65_534, 'user 0'],
      ['group', 65_534, 0, 'group 0'],
    ] as const) {
      file(`open/${name}`, 'old')
      chownSync(at(`open/${name}`), uid, gid)
      chmodSync(at(`open/${name}`), 0o666)
      const { status, stderr } = write(name)
      expect([status, stderr]).toEqual([2, `error: ${at(`open/${name}`)}: cannot be written: it belongs to ${whose}, and a new file would not; remove it, or name another file\n`]) // prettier-ignore
      expect(readFileSync(at(`open/${name}`), 'utf8')).toBe('old')
      expect(owner(`open/${name}`)).toEqual([uid, gid, 0o666])
    }
    expect(readdirSync(at('open')).sort()).toEqual(['f.asm', 'group', 'own', 'roots'])
  })
})

describe('writeOutput, where the kernel makes no files', () => {
  it.skipIf(!existsSync('/proc/self'))(
    'says that the folder takes none (it said that there was no folder)',
    async () => {
      await expect(writeOutput('/proc/x.bpf', bytes('new'))).rejects.toThrow(
        '/proc/x.bpf: cannot be written: its folder does not allow new files',
      )
    },
  )
})

describe('writeOutputs', () => {
  it('writes all', async () => {
    file('f.2', 'old')
    await writeOutputs(['1', '2', '3'].map((n) => ({ path: at(`f.${n}`), bytes: bytes(n) })))
    expect(['1', '2', '3'].map((n) => readFileSync(at(`f.${n}`), 'utf8'))).toEqual(['1', '2', '3'])
  })

  it('touches none where one cannot be written', async () => {
    mkdirSync(at('several'))
    file('several/1', 'old')
    mkdirSync(at('several/2'))
    const write = (...names: readonly string[]): Promise<void> =>
      writeOutputs(names.map((name) => ({ path: at(`several/${name}`), bytes: bytes('new') })))
    await expect(write('1', '2')).rejects.toThrow(
      `${at('several/2')}: cannot be written: it is not a regular file`,
    )
    await expect(write('1', 'none/2')).rejects.toThrow(
      `${at('several/1')} and those beside it: cannot be written: its folder does not exist`,
    )
    expect(readFileSync(at('several/1'), 'utf8')).toBe('old')
    expect(readdirSync(at('several')).sort()).toEqual(['1', '2'])
  })
})
