import { GROUPS } from '@seccompile/groups'
import { variantNames, variants } from '@seccompile/policy'
import { isSyscallName } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

it('groups hold all variants of their calls, but for those that are for another purpose', () => {
  const lacking = GROUPS.flatMap(({ name, calls }) => {
    const held: ReadonlySet<string> = new Set(calls)
    return variantNames.flatMap((family) => {
      const known = variants(family).filter((call) => isSyscallName(call))
      const missing = known.filter((call) => !held.has(call))
      return missing.length === 0 || missing.length === known.length
        ? []
        : [`${name}: ${family} without ${missing.join(', ')}`]
    })
  })
  expect(lacking).toEqual([
    // Few programs use protection keys, and no C library needs them to start a program.
    'base: mprotect without pkey_mprotect',
    // creat makes files.
    'files-to-read: open without creat',
    // fork and vfork take no flags: they make neither namespaces nor threads.
    'namespaces: clone without fork, vfork',
    // oldstat and similar calls are the obsolete ones.
    'obsolete: stat without stat, stat64, lstat, lstat64, fstat, fstat64, fstatat64, newfstatat, statx',
    'threads: clone without fork, vfork',
  ])
})
