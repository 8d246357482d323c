import { readFileSync } from 'node:fs'
import { BPF, SECCOMP_RET } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import { bwrapArgs, crunAnnotation, crunArgs, crunConfig, setprivArgs } from '@seccompile/kernel/launch-words'
import { describe, expect, it } from 'vitest'

const ALLOW = [{ code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ALLOW }]

describe('the options of words', () => {
  it.each([null, undefined, 7, { fd: [3] }])('are checked: %j', (options) => {
    for (const words of [bwrapArgs, setprivArgs])
      expect(() => words(options as never)).toThrow(
        expect.objectContaining({
          name: 'KernelError',
          code: 'E_ARGUMENT',
          message: expect.stringMatching(/^options: (expected an object; got |unknown key "fd")/) as string,
        }) as Error,
      )
  })
})

describe('bwrapArgs', () => {
  it('takes one descriptor by --seccomp, and several by --add-seccomp-fd in their order', () => {
    expect(bwrapArgs({ fds: [3] })).toEqual(['--seccomp', '3'])
    expect(bwrapArgs({ fds: [7, 3] })).toEqual(['--add-seccomp-fd', '7', '--add-seccomp-fd', '3'])
  })

  it.each([
    [[], 'fds: expected a list of descriptors, one for each filter; it is empty or no list'],
    ['3', 'fds: expected a list of descriptors, one for each filter; it is empty or no list'],
    [[3, -1], 'fds[1]: expected the number of a descriptor, got -1'],
    [[2 ** 31], 'fds[0]: expected the number of a descriptor, got 2147483648'],
    [['3'], 'fds[0]: expected the number of a descriptor, got 3'],
    [
      [3, 4, 3],
      'fds[2]: descriptor 3 is in the list twice; bwrap reads each to its end, so give each filter its own',
    ],
  ])('refuses %j', (fds, message) => {
    expect(() => bwrapArgs({ fds: fds as readonly number[] })).toThrow(
      expect.objectContaining({ name: 'KernelError', code: 'E_ARGUMENT', message }) as Error,
    )
  })
})

describe('setprivArgs', () => {
  it('takes a file, and always sets no_new_privs', () => {
    expect(setprivArgs({ file: 'a filter.bpf' })).toEqual([
      '--no-new-privs',
      '--seccomp-filter',
      'a filter.bpf',
    ])
  })

  it.each(['', 'a\0b', undefined])('refuses %j', (file) => {
    expect(() => setprivArgs({ file: file as string })).toThrow(
      'file: expected the path of a file, without a NUL in it',
    )
  })
})

describe('crunAnnotation', () => {
  const decoded = (annotation: object): string =>
    Buffer.from(Object.values(annotation).join(''), 'base64').toString('hex')

  it('holds a program in base64, in the byte order of the machine that will run it', () => {
    expect(crunAnnotation(ALLOW)).toEqual({ 'run.oci.seccomp_bpf_data': 'BgAAAAAA/38=' })
    expect(decoded(crunAnnotation(ALLOW, 'big'))).toBe('000600007fff0000')
    expect(crunAnnotation(encode(ALLOW, 'little'))).toEqual(crunAnnotation(ALLOW))
  })

  it('holds the largest program', () => {
    const bytes = Uint8Array.from({ length: 4096 * 8 }, (_, index) => index)
    expect(decoded(crunAnnotation(bytes))).toBe(Buffer.from(bytes).toString('hex'))
  })

  it('refuses bytes that are no program', () => {
    expect(() => crunAnnotation(new Uint8Array(12))).toThrow(
      'the filter has 12 bytes; expected 8 for each instruction, and one instruction or more',
    )
    expect(() => crunAnnotation([])).toThrow(
      expect.objectContaining({ name: 'KernelError', code: 'E_FILTER' }) as Error,
    )
    expect(() => crunAnnotation([{ code: -1, jt: 0, jf: 0, k: 0 }])).toThrow(
      expect.objectContaining({ name: 'KernelError', code: 'E_FILTER' }) as Error,
    )
  })
})

describe('crunConfig', () => {
  const command = {
    args: ['id', '-u'],
    filter: encode(ALLOW, 'little'),
    uid: 1000,
    gid: 100,
    additionalGids: [],
    env: ['PATH=/bin'],
    cwd: '/tmp',
  }

  it('starts the command on the root of the machine, with its filter and nothing else that is new', () => {
    expect(crunConfig(command)).toEqual({
      ociVersion: '1.0.0',
      annotations: { 'run.oci.seccomp_bpf_data': 'BgAAAAAA/38=' },
      process: {
        terminal: false,
        user: { uid: 1000, gid: 100 },
        args: ['id', '-u'],
        env: ['PATH=/bin'],
        cwd: '/tmp',
        noNewPrivileges: true,
      },
      root: { path: '/', readonly: false },
      mounts: [],
      linux: { namespaces: [] },
    })
    expect(crunConfig({ ...command, additionalGids: [4, 27] })).toMatchObject({
      process: { user: { additionalGids: [4, 27] } },
    })
  })

  it('is run by crun without control groups', () => {
    expect(crunArgs({ file: 'config.json', id: 'one' })).toEqual([
      '--cgroup-manager=disabled',
      'run',
      '--config',
      'config.json',
      'one',
    ])
  })
})

describe('launch-words', () => {
  it('imports nothing that a browser lacks', () => {
    const found = new Set<string>()
    const visit = (file: URL): void => {
      if (found.has(file.href)) return
      found.add(file.href)
      const text = readFileSync(file, 'utf8')
      for (const [, name = ''] of text.matchAll(/^(?:(?:import|export) [^\n]*|\}) from '([^']+)'$/gm))
        if (name.startsWith('.')) visit(new URL(name, file))
        else found.add(name)
    }
    visit(new URL('../src/launch-words.ts', import.meta.url))
    // Packages below layer 9 see no Node types.
    expect([...found].filter((name) => !name.startsWith('file:')).sort()).toEqual([
      '@seccompile/abi',
      '@seccompile/cbpf',
      '@seccompile/shape',
    ])
  })
})
