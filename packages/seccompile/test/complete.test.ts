import { syscallNames } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { COMMANDS, loadCommands } from '../src/command-groups.ts'
import { completions, completionsText } from '../src/complete/complete.ts'
import { FREE } from '../src/syntax/completion.ts'
import type { Completions } from '../src/syntax/completion.ts'
import { flagOf } from '../src/syntax/option.ts'
import type { Option } from '../src/syntax/option.ts'

const commands = await loadCommands()
/** The completions of the last word of `line`; a space at its end begins a word. */
const complete = async (line: string): Promise<Completions> => completions(COMMANDS, line.split(' '))
const valuesOf = async (line: string): Promise<readonly string[]> =>
  (await complete(line)).candidates.map(({ value }) => value)

const namesPath = ({ placeholder }: Option<unknown>): boolean =>
  placeholder === 'file' || placeholder === 'folder'

describe('the values of options and arguments', () => {
  it.each(commands.filter(({ args }) => Object.keys(args).length > 0))(
    'are completed for every argument of $name but the id of a process',
    ({ args }) => {
      for (const [key, { complete: own }] of Object.entries(args))
        expect(own === FREE, key).toBe(key === 'pid')
    },
  )

  it.each(commands.filter(({ options }) => Object.values(options).some(namesPath)))(
    'that name a path are not empty in any option of $name',
    ({ options }) => {
      for (const [key, option] of Object.entries(options).filter(([, each]) => namesPath(each)))
        expect(() => option.read('', flagOf(key)), key).toThrow(
          `${flagOf(key)}: expected the path of a ${option.placeholder}; got ""`,
        )
    },
  )

  it.each(commands.filter(({ options }) => 'format' in options))(
    'of --format of $name are words that the help has',
    async ({ name, options }) => {
      const forms = await valuesOf(`${name} --format `)
      expect(forms.length).toBeGreaterThan(1)
      for (const form of forms) expect(options['format']?.about).toContain(form)
    },
  )
})

describe('completion', () => {
  it('has the commands', async () => {
    expect(await valuesOf('')).toContain('compile')
    expect(await valuesOf('')).not.toContain('complete-words')
    expect(await valuesOf('di')).toEqual(['diff', 'disasm', 'digest'])
    for (const { name } of COMMANDS.old) expect(await valuesOf(name), 'an older word').not.toContain(name)
    expect(await valuesOf('merge --kep')).toEqual(['--kep6061'])
    expect(await valuesOf('help so')).toEqual(['solve', 'socket-family-open'])
  })

  it('has the options of the command, without those that are typed already', async () => {
    expect(await valuesOf('diff a b --r')).toEqual(['--raw'])
    expect(await valuesOf('diff --raw a b --r')).toEqual([])
    expect(await valuesOf('diff --only weaker --on')).toEqual(['--only'])
    expect(await valuesOf('--v')).toEqual(['--version'])
  })

  it('has values behind a space and behind an equals sign', async () => {
    expect(await valuesOf('compile p.json --effort d')).toEqual(['default'])
    expect(await valuesOf('compile p.json --effort=d')).toEqual(['--effort=default'])
    expect(await valuesOf('optimize f.bpf --pipeline ')).toEqual(['speed', 'size', 'smallest'])
    expect(await valuesOf('compile p.json --raw=x')).toEqual([])
  })

  it('has all calls', async () => {
    expect(await valuesOf('call ')).toEqual([...syscallNames])
    expect(await valuesOf('lookup calls ')).toEqual([...syscallNames])
    expect(await valuesOf('lookup mprot')).toEqual(['mprotect'])
    expect(await valuesOf('lookup no-network+no-n')).toEqual(['no-network+no-new-namespaces'])
    expect(await valuesOf('lookup presets no-netw')).toEqual(['no-network'])
    expect(await valuesOf('lookup grou')).toEqual(['groups'])
    expect(await valuesOf('emulate f.bpf mprot')).toEqual(['mprotect'])
    expect(await valuesOf('oracle f.bpf mprot')).toEqual(['mprotect'])
    expect(await valuesOf('solve f.bpf --verdict ALLOW --syscall mprot')).toEqual(['mprotect'])
    expect(await valuesOf('emulate --trace --abi x86 f.bpf mprot')).toEqual(['mprotect'])
  })

  it('has presets, alone and together, and files beside their prefix', async () => {
    expect(await complete('explain pre')).toMatchObject({
      candidates: [{ value: 'preset:' }],
      found: 'files',
    })
    expect(await complete('explain preset:no-netw')).toMatchObject({
      candidates: [{ value: 'preset:no-network' }],
      found: 'none',
    })
    expect(await valuesOf('presets no-network+no-n')).toEqual(['no-network+no-new-namespaces'])
    expect(await valuesOf('diff a preset:no-network+no-network+no-tr')).toEqual([
      'preset:no-network+no-network+no-tracing',
    ])
  })

  it('has the items of lists, each once', async () => {
    expect(await valuesOf('compile --abi x86')).toEqual(['x86_64', 'x86'])
    expect(await valuesOf('compile --abi x86_64,x86,x')).toEqual(['x86_64,x86,x32'])
    expect(await valuesOf('compile --caps CAP_SYS_PTRACE,CAP_BP')).toEqual(['CAP_SYS_PTRACE,CAP_BPF'])
    expect(await valuesOf('diff --only weaker,s')).toEqual(['weaker,stricter'])
    expect(await valuesOf('compile --passes dedupe,bs')).toEqual(['dedupe,bst'])
  })

  it('has lint rules, warnings, groups and actions', async () => {
    expect(await valuesOf('lint f --skip width-gap,cannot-l')).toEqual(['width-gap,cannot-live'])
    expect(await valuesOf('lint f --only socket-fam')).toEqual(['socket-family-open'])
    expect(await valuesOf('groups files-to-r')).toEqual(['files-to-read'])
    expect(await valuesOf('compile p --unknown E')).toEqual(['ENOSYS', 'ERRNO'])
    expect(await valuesOf('compile p --print-after bs')).toEqual(['bst'])
  })

  it('has the arguments of the call, and the constants that each takes', async () => {
    expect(await valuesOf('emulate f.bpf socket ')).toEqual(
      expect.arrayContaining(['family=', 'type=', 'protocol=', 'AF_UNIX', 'AF_INET']),
    )
    expect(await valuesOf('emulate f.bpf socket family=AF_INET')).toEqual(['family=AF_INET', 'family=AF_INET6'])
    expect(await valuesOf('oracle f.bpf socket AF_UNIX SOCK_STR')).toEqual(['SOCK_STREAM'])
    expect(await valuesOf('oracle f.bpf socket type=SOCK_STREAM AF_INET')).toEqual(['AF_INET', 'AF_INET6'])
    expect(await valuesOf('emulate f.bpf --abi s390x clone CLONE_NEWU')).toContain('CLONE_NEWUTS')
    expect(await valuesOf('emulate f.bpf socket 0=AF_INET')).toEqual(['0=AF_INET', '0=AF_INET6'])
    expect(await valuesOf('emulate f.bpf openat flags=O_RDWR|O_CL')).toEqual(['flags=O_RDWR|O_CLOEXEC'])
    expect(await valuesOf('emulate f.bpf socket family=AF_UNIX fam')).toEqual([])
    expect(await valuesOf('solve f --syscall socket --arg family=AF_INET')).toEqual(['family=AF_INET', 'family=AF_INET6'])
    expect(await valuesOf('solve f --syscall=openat --arg=flags&O_ACC')).toEqual(['--arg=flags&O_ACCMODE'])
    expect(await valuesOf('solve f --syscall openat --arg flags&O_ACCMODE=O_WR')).toEqual(['flags&O_ACCMODE=O_WRONLY'])
    expect(await valuesOf('solve f --syscall openat --arg fl')).toEqual(['flags='])
  }) // prettier-ignore

  it('has no constants where none is known to be meant', async () => {
    for (const line of [
      'emulate f.bpf frobnicate ',
      'emulate f.bpf read fd=',
      'emulate f.bpf socket nothing=A',
      'emulate f.bpf socket constructor=',
      'emulate --abi x86 f.bpf socket 1 2 3 4 5 6 A',
      'solve f --arg family=AF_',
      'solve f --syscall socket --arg A',
    ])
      expect(await valuesOf(line), line).toEqual([])
  })

  it('has the kinds of pictures', async () => {
    expect(await valuesOf('draw ba')).toEqual(['barcode'])
    expect(await valuesOf('draw plane f.json --call socketp')).toEqual(['socketpair'])
  })

  it('leaves to the shell what the shell knows', async () => {
    expect((await complete('disasm x')).found).toBe('files')
    expect((await complete('asm ')).found).toBe('files')
    expect((await complete('compile p -o ')).found).toBe('files')
    expect((await complete('dump 1 -o ')).found).toBe('folders')
    expect((await complete('run f.bpf -- no')).found).toBe('programs')
    expect((await complete('run f.bpf -- node ser')).found).toBe('files')
    expect((await complete('call x')).found).toBe('none')
  })

  it('has nothing behind the last argument, or behind a command that is none', async () => {
    expect(await complete('call read ')).toEqual({ candidates: [], found: 'none' })
    expect(await complete('frobnicate ')).toEqual({ candidates: [], found: 'none' })
    expect(await complete('help diff ')).toEqual({ candidates: [], found: 'none' })
  })

  it('offers no character that a shell would change', async () => {
    const lines = ['', 'explain preset:', 'compile --abi ', 'compile --caps ', 'call ', 'lint f --only ']
    for (const line of lines)
      for (const value of await valuesOf(line)) expect(value).toMatch(/^[\w:,+=./-]+$/)
  })
})

it('a script reads a line for each candidate, and a last line', () => {
  const candidates = [{ value: 'a', about: 'two\n lines\tand a tab' }, { value: 'b' }]
  expect(completionsText({ candidates, found: 'files' })).toBe('a\ttwo lines and a tab\nb\t\n:files\n')
})
