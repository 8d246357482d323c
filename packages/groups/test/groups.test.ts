import { GROUPS, groupNames, groupOf, groups, groupsOf } from '@seccompile/groups'
import { isSyscallName, syscallNames } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

/** The name of a group in camel case. */
const keyOf = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** The names of the groups of `call`. */
const namesOf = (call: string) => groupsOf(call).map(({ name }) => name)

describe('the groups', () => {
  it('hold every call of the tables; a call that comes with new tables needs a place in one', () => {
    expect(syscallNames.filter((call) => groupsOf(call).length === 0)).toEqual([])
  })

  it('hold calls of the tables alone, each once', () => {
    for (const { name, calls } of GROUPS) {
      expect([name, calls.filter((call) => !isSyscallName(call))]).toEqual([name, []])
      expect([name, calls.filter((call, index) => calls.indexOf(call) !== index)]).toEqual([name, []])
    }
  })

  it('hold the forms of a call for wider times, offsets and ids beside the call', () => {
    const wider = syscallNames.flatMap((call) => {
      const narrow = call.replace(/(_time64|64|32)$/, '')
      return narrow !== call && isSyscallName(narrow) ? [[narrow, call] as const] : []
    })
    expect(wider.length).toBeGreaterThan(40)
    const apart = wider.filter(([narrow, call]) => String(namesOf(narrow)) !== String(namesOf(call)))
    expect(apart).toEqual([])
  })

  it('hold a call that reaches past the process in one group, which nothing else needs', () => {
    const alone = {
      bpf: ['bpf'],
      'device-control': ['ioctl'],
      'execution-domain': ['personality'],
      'file-handles': ['open_by_handle_at'],
      'io-uring': ['io_uring_setup'],
      keys: ['add_key', 'keyctl', 'request_key'],
      modules: ['init_module', 'finit_module', 'delete_module'],
      mounts: ['mount', 'umount2', 'pivot_root', 'chroot', 'move_mount', 'fsmount'],
      namespaces: ['unshare', 'setns'],
      'page-faults': ['userfaultfd'],
      'raw-io': ['iopl', 'ioperm'],
      reboot: ['reboot', 'kexec_load', 'kexec_file_load'],
      sandboxing: ['seccomp'],
      swap: ['swapon', 'swapoff'],
      tracing: ['ptrace', 'process_vm_readv', 'process_vm_writev', 'pidfd_getfd', 'perf_event_open'],
    }
    for (const [group, calls] of Object.entries(alone))
      for (const call of calls) expect([call, namesOf(call)]).toEqual([call, [group]])
  })

  it('hold in base and files-to-read what a static program of glibc makes', () => {
    // strace of a program that prints a line, with glibc 2.41 on x86_64
    const made = ['execve', 'brk', 'arch_prctl', 'set_tid_address', 'set_robust_list', 'rseq', 'prlimit64', 'readlinkat', 'getrandom', 'mprotect', 'fstat', 'write', 'exit_group'] // prettier-ignore
    const past = made.filter((call) => !namesOf(call).includes('base'))
    expect(past).toEqual(['readlinkat', 'fstat'])
    for (const call of past) expect(namesOf(call)).toEqual(['files-to-read'])
  })

  it('have these sizes', () => {
    expect(Object.fromEntries(GROUPS.map(({ name, calls }) => [name, calls.length]))).toEqual({
      administration: 7,
      'arch-specific': 35,
      'asynchronous-io': 7,
      base: 42,
      bpf: 1,
      'clock-setting': 7,
      descriptors: 13,
      'device-control': 1,
      'execution-domain': 1,
      'file-handles': 2,
      'files-to-read': 55,
      'files-to-write': 67,
      identity: 42,
      interprocess: 22,
      'io-uring': 3,
      keys: 3,
      memory: 24,
      'memory-placement': 6,
      modules: 6,
      mounts: 15,
      namespaces: 5,
      obsolete: 39,
      'page-faults': 1,
      polling: 13,
      processes: 21,
      'raw-io': 8,
      reboot: 3,
      resources: 7,
      sandboxing: 8,
      scheduling: 18,
      signals: 27,
      sockets: 22,
      swap: 2,
      'system-information': 9,
      threads: 26,
      time: 27,
      tracing: 11,
      transfers: 6,
      watching: 6,
    })
  })

  it('are sorted by name, and the record has the same lists under names of JavaScript', () => {
    expect(groupNames).toEqual([...groupNames].sort())
    expect(Object.entries(groups)).toEqual(GROUPS.map(({ name, calls }) => [keyOf(name), calls]))
  })

  it('have a summary of one line without a full stop', () => {
    for (const { summary } of GROUPS) expect(summary).toMatch(/^[^\n]{5,99}[^\n.]$/)
  })
})

describe('groupOf', () => {
  it('finds a group by its name', () => {
    expect(groupOf('files-to-read').calls).toBe(groups.filesToRead)
  })

  it('suggests the group that was meant', () => {
    expect(() => groupOf('files-to-raed')).toThrow(
      new TypeError('unknown group "files-to-raed"; did you mean "files-to-read"?'),
    )
    expect(() => groupOf('base-')).toThrow('; did you mean "base"?')
    expect(() => groupOf('process')).toThrow('unknown group "process"')
    expect(() => groupOf('constructor')).toThrow(
      /^unknown group "constructor"; there is "administration", "arch-/,
    )
  })
})

describe('groupsOf', () => {
  it('names all groups that a call is in', () => {
    expect(namesOf('clone')).toEqual(['namespaces', 'processes', 'threads'])
    expect(groupsOf('no_such_call')).toEqual([])
  })
})
